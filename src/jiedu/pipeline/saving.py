"""Readings into the store: the only place that writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.errors import JieduError
from jiedu.model import Reading
from jiedu.pipeline.processing import process
from jiedu.store import Saved
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from jiedu.model import Release


class Kept(NamedTuple):
    """A reading that is in the store, and what saving it did."""

    reading: Reading
    saved: Saved


def read_into(store: Path, releases: Iterable[Release | JieduError]) -> Iterator[Kept | JieduError]:
    """Process releases and save each before the next is read.

    Args:
        store: the store file; it is made where there is none.
        releases: releases, or the errors that stand in for them, which pass through.

    Yields:
        What is in the store by now: an interruption loses nothing that was yielded.

    Raises:
        StoreError: where the store cannot be written.
    """
    with Writer(store) as writer:
        for release in releases:
            if isinstance(release, JieduError):
                yield release
                continue
            reading = process(release)
            yield Kept(reading, writer.save(reading))
