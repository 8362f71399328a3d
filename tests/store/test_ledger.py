"""The store's side of the ledger: readings in order, outcomes added, judgements kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jiedu.model import Evidence, Release, Ruling, Span, State, digest
from jiedu.pipeline import process
from jiedu.pipeline.ledger import decide, ledger, write_down
from jiedu.store import View
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

PROMISE = "到2025年底，我国力争5G基站达到400万个。"
SOME = "截至8月底，我国5G基站总数达300万个。"
ALL = "截至5月底，我国5G基站总数达450万个。"


def save(place: Path | str, name: str, day: date, text: str) -> None:
    with Writer(place) as writer:
        writer.save(process(Release(name, "", day, text, digest(text))), "one")


def filled(place: Path | str) -> View:
    save(place, "b", date(2024, 9, 1), SOME)
    save(place, "a", date(2024, 3, 5), PROMISE)
    return View(place)


def test_readings_come_in_the_order_of_their_days(place: Path | str) -> None:
    view = filled(place)
    assert [item.release.id for item in view.readings()] == ["a", "b"]
    assert [item.release.id for item in view.readings(date(2024, 8, 1))] == ["a"]
    first, second = view.readings()
    assert len(first.commitments) == 1
    assert second.observations[0].value == 3_000_000
    assert next(iter(view.readings(figures=False))).observations == ()


def test_an_older_version_is_read_as_it_stood(place: Path | str) -> None:
    view = filled(place)
    save(place, "a", date(2024, 6, 1), "更正：无。")
    assert [len(item.commitments) for item in view.readings(date(2024, 4, 1))] == [1]
    assert [len(item.commitments) for item in view.readings()] == [0, 0]


def test_outcomes_are_added_and_never_overwritten(place: Path | str) -> None:
    view = filled(place)
    assert write_down(place, ledger(view, date(2024, 12, 1))) == 1
    assert write_down(place, ledger(view, date(2024, 12, 1))) == 0
    save(place, "c", date(2025, 6, 1), ALL)
    assert write_down(place, ledger(view, date(2025, 12, 1))) == 1
    start = next(iter(view.commitments("a"))).span.start
    found = view.outcomes("a", start)
    assert [item.state for item in found] == [State.PROGRESS, State.ACHIEVED]
    assert [place.release for item in found for place in item.evidence] == ["b", "c"]
    assert [place.sentence for item in found for place in item.evidence] == ["300", "450"]


def test_judgements_outlive_a_reading(place: Path | str) -> None:
    view = filled(place)
    start = view.commitments("a")[0].span.start
    span = Span(0, len(SOME))
    decide(place, "a", start, Ruling.ADD, ("b", span), state=State.PROGRESS, note="看过")
    (made,) = view.judgements()
    assert made.evidence == Evidence("b", span, SOME)
    assert (made.ruling, made.state, made.note) == (Ruling.ADD, State.PROGRESS, "看过")
    with Writer(place) as writer:
        writer.drop_run("one")
    assert len(view.judgements()) == 1
