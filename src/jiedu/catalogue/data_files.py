"""The tables of the catalogue, read from ``data/`` when they are first asked for."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

_FOLDER = files(__package__) / "data"


def read_toml(name: str) -> dict[str, Any]:
    """One of the tables in ``data/``, by its path without the ending."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


def list_toml(folder: str) -> list[str]:
    """The names of the tables in a folder of ``data/``, in order, as ``read_toml`` takes them."""
    names = sorted(entry.name for entry in (_FOLDER / folder).iterdir())
    return [f"{folder}/{name[:-5]}" for name in names if name.endswith(".toml")]
