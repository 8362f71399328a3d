"""A store as the Python API opens it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

from jiedu.api.frames import Series, slots_of
from jiedu.api.given import day_of, names_a_file, one_of
from jiedu.exports import to_frame
from jiedu.model import Measure, State, Status
from jiedu.model import Reading as ModelReading
from jiedu.pipeline import process as process_release
from jiedu.pipeline.checking import check_reading, check_store
from jiedu.pipeline.ledger import ledger
from jiedu.questions import ask
from jiedu.readers import read_file
from jiedu.store import PeriodSpan, Wanted
from jiedu.store import View as StoreView

if TYPE_CHECKING:
    from datetime import date
    from typing import Unpack

    from jiedu.api.frames import Reading
    from jiedu.model import Answer, Entry, Finding

_ANY = Wanted()


class Slots(TypedDict, total=False):
    """What a line is to be of, as the options of ``jiedu series`` say it."""

    measure: str
    basis: str
    region: str
    status: str


class View(StoreView):
    """A store open for reading: its figures as frames, its checks, its ledger, its answers.

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
        day = day_of(as_of)
        found = super().series(
            indicator,
            _wanted(wanted, slots),
            span=one_of(PeriodSpan, span, "span"),
            as_of=day,
            run=run,
            every=every,
            sure=sure,
        )
        texts = self.texts({item.release for item in found.vintages}, day)
        sentences = tuple(
            item.observation.sentence.of(texts[item.release]) for item in found.vintages
        )
        return Series(**slots_of(found), sentences=sentences)

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
        return to_frame(self.records(indicator, day_of(as_of)), library)

    def check(
        self,
        text: Reading | Path | str | None = None,
        *,
        published: date | str | None = None,
        without: str | None = None,
        later: bool = False,
    ) -> list[Finding]:
        """What recomputing the claims of a text against this store shows.

        Args:
            text: a reading, a file, or the id of a release; every release where it is not given.
            published: when a file was published (a date or ``YYYY-MM-DD``), where it does not say.
            without: a release of the store that is the same text.
            later: whether figures count that were published after the text.

        Returns:
            The findings, in the order of the texts.

        Raises:
            NotFoundError: where the store holds no such release; names near ones.
            InputError: where the file is no text, or nobody says when it was published.
        """
        if text is None:
            checked = check_store(self, later=later)
            return [finding for _, found in checked for finding in found]
        reading = self._as_reading(text, published)
        return check_reading(reading, self, without=without, later=later)

    def _as_reading(self, text: Reading | Path | str, published: date | str | None) -> ModelReading:
        if isinstance(text, ModelReading):
            return text
        if isinstance(text, Path) or names_a_file(text):
            return process_release(read_file(Path(text), day_of(published, "published")))
        return process_release(self.release(text))

    def track(
        self,
        *,
        as_of: date | str | None = None,
        release: str | None = None,
        status: str | None = None,
    ) -> list[Entry]:
        """The ledger: the measures that were announced, and what became of each.

        Args:
            as_of: the day asked about: what was known then, and what was overdue (a date or
                ``YYYY-MM-DD``); today where it is not given.
            release: only measures that this release announces.
            status: only those of which this became, or of one of whose goals: ``announced``,
                ``progress``, ``achieved``, ``missed`` or ``overdue``.

        Raises:
            InputError: where the status is none of these, or the day is no date.
        """
        state = one_of(State, status, "status")
        return [
            entry
            for entry in ledger(self, day_of(as_of))
            if release is None or entry.promise.release == release
            if state is None or any(outcome.state is state for outcome in entry.outcomes)
        ]

    def ask(self, question: str, *, as_of: date | str | None = None) -> Answer:
        """The answer to a question in Chinese or English, its figures cited.

        Args:
            question: the question.
            as_of: what was published by then (a date or ``YYYY-MM-DD``); else everything.

        Returns:
            The answer; its ``answer`` is ``None`` where the store does not know, and ``reason``
            says why and what comes nearest.

        Raises:
            InputError: where the day is no date.
        """
        return ask(self, question, day_of(as_of))


def _wanted(wanted: Wanted, slots: Slots) -> Wanted:
    return Wanted(
        one_of(Measure, slots.get("measure"), "measure") or wanted.measure,
        slots.get("basis", wanted.basis),
        slots.get("region", wanted.region),
        one_of(Status, slots.get("status"), "status") or wanted.status,
    )
