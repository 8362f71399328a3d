"""Evidence from a store: which of it counts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from told import DAY, Earlier, read, release, verdicts

from jiedu.model import Bound, Measure, Record, Status, Table
from jiedu.pipeline import process
from jiedu.pipeline.checking import check_reading, check_store
from jiedu.store import View
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

    from jiedu.model import Finding

CLAIM = "上半年，规模以上工业增加值同比增长6.0%，比去年同期加快{}个百分点。"
THEN = Earlier("上半年，规模以上工业增加值同比增长3.8%。")


def save(place: Path | str, *items: Earlier) -> View:
    with Writer(place) as writer:
        for item in items:
            writer.save(read(item), "one")
    return View(place)


def check(view: View, text: str, **options: str | bool) -> list[Finding]:
    return check_reading(process(release(text)), view, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(("stated", "expected"), [("2.2", "holds"), ("3.2", "off")])
def test_an_earlier_release_decides(place: Path | str, stated: str, expected: str) -> None:
    (found,) = check(save(place, THEN), CLAIM.format(stated))
    assert found.verdict.value == expected
    assert found.evidence[1].sentence == THEN.text


def test_a_release_that_is_left_out_does_not(place: Path | str) -> None:
    view = save(place, THEN)
    (found,) = check(view, CLAIM.format("2.2"), without="earlier")
    assert found.verdict.value == "unverifiable"


def test_the_text_itself_is_never_its_own_evidence(place: Path | str) -> None:
    view = save(place, THEN._replace(id="draft"))
    (found,) = check(view, CLAIM.format("2.2"))
    assert found.verdict.value == "unverifiable"


def test_what_came_later_counts_only_where_it_is_wanted(place: Path | str) -> None:
    """A figure restated after the claim's day is no reason to call the claim wrong."""
    later = Earlier("2023年上半年，规模以上工业增加值同比增长4.8%。", date(2024, 9, 1), "later")
    view = save(place, later)
    (found,) = check(view, CLAIM.format("2.2"))
    assert found.verdict.value == "unverifiable"
    assert all(fact.published <= DAY for fact in found.evidence)
    (found,) = check(view, CLAIM.format("2.2"), later=True)
    assert found.verdict.value == "off"
    assert found.evidence[1].release == "later"


def test_a_later_restatement_is_told_as_such(place: Path | str) -> None:
    said = "上半年，规模以上工业增加值同比增长6.0%。"
    later = Earlier("2024年上半年，规模以上工业增加值同比增长6.2%。", date(2025, 7, 20), "later")
    view = save(place, later)
    assert check(view, said) == []
    (found,) = check(view, said, later=True)
    assert (found.rule, found.verdict.value) == ("restated", "revised")
    assert found.reason.startswith("later 6.2% (later, 2025-07-20)")


def test_a_name_without_an_id_finds_its_own(place: Path | str) -> None:
    then = Earlier("5月，光伏扶贫驿站达300座。", date(2024, 6, 20))
    view = save(place, then)
    found = check(view, "6月，光伏扶贫驿站达350座，比上月增加50座。")
    assert verdicts(found, "level_change") == ["holds"]


def test_a_whole_store(place: Path | str) -> None:
    view = save(place, THEN, Earlier(CLAIM.format("3.2"), DAY, "claim"))
    told = {reading.release.id: found for reading, found in check_store(view)}
    assert told["earlier"] == []
    assert [finding.verdict.value for finding in told["claim"]] == ["off"]


def table(value: str, published: date, name: str = "industry") -> Table:
    record = Record(
        release=name,
        published=published,
        start=None,
        end=None,
        indicator="规模以上工业增加值",
        indicator_id="industry.value_added",
        measure=Measure.GROWTH,
        value=Decimal(value),
        unit="%",
        bound=Bound.EXACT,
        period="2023-01/2023-06",
        basis="yoy",
        status=Status.ACTUAL,
        region=None,
        speaker=None,
        confidence=None,
        rule="table",
        text=value,
        sentence="Sheet1!B7",
    )
    return Table(name, "工业", published, name.ljust(64, "0"), (record,))


def test_an_imported_table_decides(place: Path | str) -> None:
    with Writer(place) as writer:
        writer.save_table(table("3.8", date(2023, 8, 1)))
    view = View(place)
    for stated, expected in (("2.2", "holds"), ("3.2", "off")):
        (found,) = check(view, CLAIM.format(stated))
        assert found.verdict.value == expected
        assert "3.8% (industry Sheet1!B7, 2023-08-01)" in found.reason
        source = found.evidence[1]
        assert (source.release, source.sentence) == ("industry", "Sheet1!B7")


def test_a_table_of_a_later_day_or_left_out_does_not(place: Path | str) -> None:
    with Writer(place) as writer:
        writer.save_table(table("3.8", date(2024, 8, 1)))
    view = View(place)
    (found,) = check(view, CLAIM.format("2.2"))
    assert found.verdict.value == "unverifiable"
    (found,) = check(view, CLAIM.format("2.2"), later=True)
    assert found.verdict.value == "holds"
    (found,) = check(view, CLAIM.format("2.2"), without="industry", later=True)
    assert found.verdict.value == "unverifiable"
