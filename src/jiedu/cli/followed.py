"""Sources that are followed: the options of it, and what of them was not read yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from jiedu.pipeline.following import Follower, FollowState, alone, beside
from jiedu.readers import read_sources
from jiedu.readers.listings import Visitor
from jiedu.readers.web import is_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from jiedu.errors import JieduError
    from jiedu.model import Release
    from jiedu.pipeline.following import Bounds

_LONGEST = 200

MatchOption = Annotated[
    str | None,
    typer.Option(
        metavar="PATTERN", help="Of a list only links whose words or address hold this pattern."
    ),
]
PagesOption = Annotated[
    int, typer.Option(min=1, max=1000, help="How many pages of a list are followed.")
]
LimitOption = Annotated[
    int, typer.Option(min=1, help="How many releases of a source are fetched at a time.")
]
DelayOption = Annotated[
    float,
    typer.Option(min=0.5, max=600, help="Seconds between two requests to a host, at the least."),
]


def pattern(words: str | None) -> re.Pattern[str] | None:
    """A pattern given as an option, or ``None``.

    Raises:
        typer.BadParameter: where it is none.
    """
    if words is None:
        return None
    try:
        if len(words) > _LONGEST:
            raise ValueError(f"more than {_LONGEST} characters")
        return re.compile(words)
    except (re.error, ValueError) as error:
        raise typer.BadParameter(f"no pattern ({error})", param_hint="--match") from error


def followed(
    store: str, sources: Sequence[str], published: date | None, bounds: Bounds, delay: float
) -> Iterator[Release | JieduError]:
    """What of feeds and lists was not read yet; files and folders are read as they are.

    Args:
        store: the store, beside which it is written down what was read.
        sources: as for ``jiedu read``.
        published: the published date of files.
        bounds: how much is followed.
        delay: seconds between two requests to a host.
    """
    path = beside(store, "follow")
    with alone(path):
        follower = Follower(Visitor(delay=delay), FollowState.load(path), bounds)
        for source in sources:
            if is_link(source):
                yield from follower.follow(source)
            else:
                yield from read_sources([source], published)
