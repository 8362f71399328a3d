"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from jiedu.errors import InputError
from jiedu.model import ASSISTED
from jiedu.readers import parse_date

if TYPE_CHECKING:
    from datetime import date

    from jiedu.model import Observation


class Format(StrEnum):
    """How a command prints its data."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


FormatOption = Annotated[
    Format, typer.Option("--format", help="table for people, the others for programs.")
]


SureOption = Annotated[
    float,
    typer.Option(
        "--sure", min=0.0, max=1.0, help="Only figures at least so likely to be right, as 0.9."
    ),
]


AssistOption = Annotated[
    bool,
    typer.Option(
        "--assist", help="Ask the model of JIEDU_ASSIST_URL about what is left open; off else."
    ),
]

AssistedOption = Annotated[
    bool, typer.Option("--assisted", help="Also figures that a model helped to find.")
]


def run_of(assisted: bool) -> str | None:
    """The run whose readings count: the grammar's, or those with the help of a model."""
    return ASSISTED if assisted else None


def is_sure(found: Observation, least: float) -> bool:
    """Whether a figure is at least so likely to be right; those without a word on it are."""
    return found.confidence is None or found.confidence >= least


def day(words: str | None, option: str) -> date | None:
    """A date given as an option, or ``None``.

    Raises:
        typer.BadParameter: where it is no date, which ends the call with status 2.
    """
    if words is None:
        return None
    try:
        return parse_date(words, option)
    except InputError as error:
        raise typer.BadParameter(f"{error.message}; {error.hint}", param_hint=option) from error
