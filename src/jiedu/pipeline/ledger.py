"""The ledger of a store: measures and what became of them, and what people decide."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from jiedu.errors import InputError, NotFoundError
from jiedu.model import Evidence, Judgement, Ruling, Span, State
from jiedu.store import View
from jiedu.store.writer import Writer
from jiedu.tracking import Tracker, promises_of, sentence_around

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from jiedu.model import Entry, Promise, Reading

_HELD = 2_000  # releases that are held to be looked at twice; more are read twice, one by one


def ledger(view: View, as_of: date | None = None) -> Iterator[Entry]:
    """Every measure of a store with what became of it, in the order of the releases.

    Args:
        view: the store.
        as_of: the day asked about: what was known then, and what was overdue; today where it is
            not given.
    """
    day = as_of or datetime.now(UTC).date()
    promises: list[Promise] = []
    held: list[Reading] = []
    for reading in view.readings(day):
        promises += promises_of(reading)
        if len(held) <= _HELD:
            held.append(reading)
    tracker = Tracker(promises, view.judgements())
    for reading in held if len(held) <= _HELD else view.readings(day):
        tracker.see(reading)
    return tracker.entries(day)


def write_down(store: Path | str, entries: Iterable[Entry]) -> int:
    """Keep outcomes in the store, beside those that were found before.

    Args:
        store: the store's file, or a database's address.
        entries: the ledger.

    Returns:
        How many of them are not what was written last.

    Raises:
        StoreError: where the store cannot be written.
    """
    with Writer(store) as writer:
        return writer.save_outcomes(entries)


def decide(
    store: Path | str,
    release: str,
    start: int,
    ruling: Ruling,
    link: tuple[str, Span],
    *,
    target: int | None = None,
    state: State | None = None,
    note: str = "",
) -> Judgement:
    """Keep what a person decided about a link between a measure and a later sentence.

    Args:
        store: the store's file, or a database's address.
        release: the release that announces the measure.
        start: where its clause starts.
        ruling: what was decided.
        link: the release of the evidence, and where it stands in its text.
        target: the goal that it is about, where the measure has goals.
        state: what the sentence makes of the measure; not needed where it is rejected.
        note: the reason.

    Raises:
        NotFoundError: where the store holds no such release or measure.
        InputError: where the place is none of the text, or no state is given.
        StoreError: where the store cannot be written.
    """
    view = View(store)
    promised = {found.span.start: found for found in view.commitments(release)}
    if start not in promised:
        raise NotFoundError(
            f"no measure of {release!r} starts at {start}",
            hint=f"jiedu track --release {release} lists them",
        )
    source, span = link
    text = view.release(source).text
    if not 0 <= span.start < span.end <= len(text):
        raise InputError(f"{span.start}-{span.end} is no place of {source!r}", document=source)
    if ruling is not Ruling.REJECT and state is None:
        raise InputError("a link that holds makes something of the measure", hint="give --state")
    begin, end = sentence_around(text, span.start, span.end)
    evidence = Evidence(source, span, text[begin:end].strip())
    made = Judgement(
        release,
        start,
        target,
        ruling,
        evidence,
        None if ruling is Ruling.REJECT else state,
        note,
        datetime.now(UTC).replace(tzinfo=None),
    )
    with Writer(store) as writer:
        writer.save_judgement(made)
    return made
