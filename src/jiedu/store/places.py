"""The order of the index of words: by the day, and of one day as they came, newest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select


class Place(NamedTuple):
    """Where a release's version stands."""

    published: date
    key: int


class Places(NamedTuple):
    """A stretch of places.

    Attributes:
        first: the oldest one.
        below: the one after the newest, which is none of them.
    """

    first: Place
    below: Place


class Part(NamedTuple):
    """A part of the index.

    Attributes:
        places: the stretch of it that is looked through.
        statement: selects the releases of a stretch that may hold a query, newest first.
    """

    places: Places
    statement: Callable[[Places], Select[Any]]
