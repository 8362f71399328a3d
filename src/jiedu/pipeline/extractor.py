"""The name of the extractor: two that may read differently never share it."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jiedu.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_STAGES = ("lexicon", "catalogue", "segments", "extraction")
_READ = (".py", ".toml", ".txt", ".csv", ".json", ".tsv")


@cache
def extractor_id() -> str:
    """The version and a digest of the grammar and its data, as ``0.1.0+3f9c2a71``."""
    sum_ = hashlib.sha256()
    for stage in _STAGES:
        for name, content in _contents(files("jiedu").joinpath(stage), stage):
            sum_.update(name.encode() + b"\0" + content + b"\0")
    return f"{VERSION}+{sum_.hexdigest()[:8]}"


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        name = f"{path}/{item.name}"
        if item.is_dir():
            yield from _contents(item, name)
        elif item.name.endswith(_READ):
            yield name, item.read_bytes()
