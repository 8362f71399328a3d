"""What ``import jiedu`` offers: reading texts, opening stores, and both as frames."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

from jiedu.errors import InputError
from jiedu.exports import to_frame
from jiedu.model import Measure, Status, record_of
from jiedu.model import Reading as ModelReading
from jiedu.model import Series as ModelSeries
from jiedu.pipeline import process as process_release
from jiedu.readers import parse_date, read_file, read_text
from jiedu.store import PeriodSpan, Wanted
from jiedu.store import View as StoreView

if TYPE_CHECKING:
    from datetime import date
    from enum import StrEnum
    from typing import Unpack

    from jiedu.model import Release

    _E = TypeVar("_E", bound=StrEnum)

_FILE_NAME = re.compile(r"[^\s，。；]{1,250}\.(?:txt|text|md)", re.I)
_ANY = Wanted()


class Slots(TypedDict, total=False):
    """What a line is to be of, as the options of ``jiedu series`` say it."""

    measure: str
    basis: str
    region: str
    status: str


@dataclass(frozen=True, slots=True)
class Reading(ModelReading):
    """A release with what was read from it, which can be had as a frame."""

    def to_frame(self, library: str = "pandas") -> Any:
        """The figures as a frame, in the order of the text.

        Args:
            library: ``pandas``, ``polars``, or ``arrow`` for a ``pyarrow.Table``.

        Returns:
            One row a figure, with the columns of an export: the fields of a record, then
            ``value_text``, which has every digit.

        Raises:
            InputError: where the library is another one, or is not installed.
        """
        release = self.release
        return to_frame(
            (
                record_of(item, release.id, release.published, item.sentence.of(release.text))
                for item in self.observations
            ),
            library,
        )


@dataclass(frozen=True, slots=True)
class Series(ModelSeries):
    """One line of an indicator, which can be had as a frame.

    Attributes:
        sentences: the sentences of the points, in their order.
    """

    sentences: tuple[str, ...] = ()

    def to_frame(self, library: str = "pandas") -> Any:
        """The points as a frame, oldest first; see `Reading.to_frame`."""
        told = zip(self.vintages, self.sentences, strict=True)
        return to_frame(
            (
                record_of(item.observation, item.release, item.published, sentence)
                for item, sentence in told
            ),
            library,
        )


class View(StoreView):
    """A store open for reading, whose figures can be had as frames.

    Args:
        place: the store's file, or the address of a PostgreSQL database.

    Raises:
        StoreError: where there is none, or it cannot be read.
    """

    def series(
        self,
        indicator: str,
        wanted: Wanted = _ANY,
        *,
        span: str | None = None,
        as_of: date | str | None = None,
        run: str | None = None,
        every: bool = False,
        sure: float = 0.0,
        **slots: Unpack[Slots],
    ) -> Series:
        """One line of an indicator; ``series("5G基站").to_frame()`` is its points.

        Args:
            indicator: an id, name or alias of the catalogue; else a name as the texts write
                it; where none is the same, names holding it.
            wanted: what the line is to be of; the commonest where it is not said.
            span: how long the periods are (``month``, ``accumulated``, …); else all of them.
            as_of: what was published by then (a date or ``YYYY-MM-DD``); else everything.
            run: what one extractor read; what read last where it is not given.
            every: all that was said, revisions marked, and not one point a period.
            sure: figures at least so likely to be right; those without a word on it are.
            slots: ``measure``, ``basis``, ``region`` or ``status``, which win over ``wanted``.

        Raises:
            NotFoundError: where no indicator is called so; names near ones.
            InputError: where nothing is left by what was asked for, or a word is none of its slot.
        """
        day = _day(as_of)
        found = super().series(
            indicator,
            _wanted(wanted, slots),
            span=_one_of(PeriodSpan, span, "span"),
            as_of=day,
            run=run,
            every=every,
            sure=sure,
        )
        texts = self.texts({item.release for item in found.vintages}, day)
        sentences = tuple(
            item.observation.sentence.of(texts[item.release]) for item in found.vintages
        )
        return Series(**_slots(found), sentences=sentences)

    def to_frame(
        self, indicator: str | None = None, library: str = "pandas", as_of: date | str | None = None
    ) -> Any:
        """All figures that count as a frame, release by release; see `Reading.to_frame`.

        Args:
            indicator: one indicator only.
            library: ``pandas``, ``polars`` or ``arrow``.
            as_of: what was published by then (a date or ``YYYY-MM-DD``); else everything.

        Raises:
            NotFoundError: where no indicator is called so.
            InputError: where the library is another one, or is not installed.
        """
        return to_frame(self.records(indicator, _day(as_of)), library)


def read(source: Path | str, published: date | str | None = None) -> Reading:
    """Read one text.

    Args:
        source: a path, the name of a file that exists, or the text itself.
        published: when it was published (a date or ``YYYY-MM-DD``), where it does not say.

    Raises:
        InputError: where the file is no text, or nobody says when it was published.
    """
    day = _day(published, "published")
    if isinstance(source, Path) or _names_a_file(source):
        return process(read_file(Path(source), day))
    return process(read_text(source, "text", day))


def process(release: Release) -> Reading:
    """Read one release into turns, points and observations; touches nothing outside.

    Args:
        release: the document; the same one gives the same reading, always.
    """
    return Reading(**_slots(process_release(release)))


def open_store(place: Path | str) -> View:
    """A store for reading.

    Args:
        place: the store's file, or the address of a PostgreSQL database.

    Raises:
        StoreError: where there is none, or it cannot be read.
    """
    return View(place)


def _slots(found: ModelReading | ModelSeries) -> dict[str, Any]:
    """The fields of a value, not copied as those of its parts would be."""
    return {field.name: getattr(found, field.name) for field in fields(found)}


def _day(day: date | str | None, name: str = "as_of") -> date | None:
    return parse_date(day, name) if isinstance(day, str) else day


def _wanted(wanted: Wanted, slots: Slots) -> Wanted:
    return Wanted(
        _one_of(Measure, slots.get("measure"), "measure") or wanted.measure,
        slots.get("basis", wanted.basis),
        slots.get("region", wanted.region),
        _one_of(Status, slots.get("status"), "status") or wanted.status,
    )


def _one_of(kind: type[_E], word: str | None, slot: str) -> _E | None:
    try:
        return None if word is None else kind(word)
    except ValueError as error:
        raise InputError(f"there is no {slot} {word!r}", hint=", ".join(kind)) from error


def _names_a_file(source: str) -> bool:
    """Whether a string is a path: of a file that is there, or of one that plainly should be."""
    if "\n" in source:
        return False
    try:
        return Path(source).is_file() or _FILE_NAME.fullmatch(source) is not None
    except (OSError, ValueError):  # longer than a name may be, or no name at all
        return False
