"""What holds of a store in a file and of one on a server."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from jiedu.errors import InputError, NotFoundError
from jiedu.model import (
    Bound,
    Commitment,
    Measure,
    Observation,
    Reading,
    Record,
    Release,
    Span,
    Status,
    Table,
    digest,
)
from jiedu.pipeline import process
from jiedu.pipeline.saving import Kept, read_into
from jiedu.readers.collections import read_collection
from jiedu.store import Filters, PeriodSpan, Saved, View, Wanted
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

JUNE = "截至6月底，5G基站总数达293.7万个。上半年，电信业务收入同比增长6.2%。"
SEPTEMBER = "截至9月底，5G基站总数达318.9万个。截至6月底，5G基站总数为293.9万个。"
TALK = "记者：算力规模如何？\n李明：上半年，我国算力规模继续增长。“东数西算”进展顺利。"


def release(
    text: str, name: str, day: date, publisher: str | None = None, region: str | None = None
) -> Release:
    return Release(name, "标题", day, text, digest(text), publisher, region)


def save(place: Path | str, *releases: Release, extractor: str = "one") -> list[Saved]:
    with Writer(place) as writer:
        return [writer.save(process(item), extractor) for item in releases]


@pytest.fixture
def view(place: Path | str) -> View:
    save(
        place,
        release(JUNE, "june", date(2023, 7, 20), publisher="工业和信息化部"),
        release(SEPTEMBER, "september", date(2023, 10, 20)),
        release("截至6月底，5G基站总数达21.1万个。", "js", date(2023, 7, 25), region="江苏省"),
        release(TALK, "talk", date(2023, 8, 1)),
    )
    return View(place)


def test_a_line_has_one_point_a_period_of_the_country(view: View) -> None:
    series = view.series("5G基站")
    assert [(item.observation.period, int(item.observation.value)) for item in series.vintages] == [
        ("2023-06-30", 2_939_000),
        ("2023-09-30", 3_189_000),
    ]
    assert ("region", "江苏省", 1) in series.asides
    known = view.series("5G基站", as_of=date(2023, 8, 1))
    assert [int(item.observation.value) for item in known.vintages] == [2_937_000]
    (province,) = view.series("5G基站", Wanted(region="江苏省")).vintages
    assert province.release == "js"


def test_what_takes_an_earlier_figure_back_is_marked(view: View) -> None:
    told = view.series("5G基站", every=True).vintages
    assert [(item.release, item.revises) for item in told] == [
        ("june", None),
        ("september", Decimal(2_937_000)),
        ("september", None),
    ]


def test_filters_that_leave_nothing_say_what_there_is(view: View) -> None:
    with pytest.raises(InputError, match="measure level"):
        view.series("5G基站", Wanted(measure=Measure.CONTRIBUTION))
    with pytest.raises(InputError, match="left"):
        view.series("5G基站", span=PeriodSpan.QUARTER)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("基站", ["september", "js", "june"]),
        ("5g基站", ["september", "js", "june"]),
        ("基站 电信", ["june"]),
        ("站", ["september", "js", "june"]),
        ("293.7", ["june"]),
        ("93", ["september", "june"]),
        ("東數西算", ["talk"]),
        ("总数达", ["september", "js", "june"]),
        ("达总数", []),
        ("万个。上半年", ["june"]),
        ("个上", []),
        ("5G base stations", ["september", "js", "june"]),
        ("number", []),
    ],
)
def test_words_are_found_newest_first(view: View, query: str, ids: list[str]) -> None:
    assert [item.release.id for item in view.search(query)] == ids


def test_hits_are_the_words_with_their_speaker(view: View) -> None:
    (found,) = view.search("东数西算")
    (hit,) = found.hits
    assert hit.span.of(found.release.text) == "东数西算"
    assert hit.context.of(found.release.text) == "“东数西算”进展顺利。"
    assert hit.speaker == "李明"


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(since=date(2023, 7, 25)), ["september", "js"]),
        (Filters(until=date(2023, 7, 25)), ["js", "june"]),
        (Filters(publisher="信息化部"), ["june"]),
        (Filters(region="江苏"), ["js"]),
        (Filters(speaker="李明"), []),
    ],
)
def test_a_search_can_be_narrowed(view: View, filters: Filters, ids: list[str]) -> None:
    assert [item.release.id for item in view.search("基站", filters)] == ids


def test_a_speaker_is_found_in_their_own_words_only(view: View) -> None:
    assert len(view.search("算力规模")[0].hits) == 2
    (found,) = view.search("算力规模", Filters(speaker="李明"))
    assert [hit.speaker for hit in found.hits] == ["李明"]


def test_only_the_newest_version_is_found(view: View, place: Path | str) -> None:
    save(place, release(JUNE.replace("293.7", "293.8"), "june", date(2023, 9, 1)))
    assert view.search("293.7") == []
    assert [item.release.id for item in view.search("293.8")] == ["june"]
    known = view.search("293.7", Filters(as_of=date(2023, 8, 1)))
    assert [item.release.id for item in known] == ["june"]


@pytest.mark.parametrize("query", ["", "。", "！？", "\x00"])
def test_there_is_nothing_to_search_for(view: View, query: str) -> None:
    with pytest.raises(InputError, match="nothing to search for"):
        view.search(query)


@pytest.mark.parametrize(
    "query", ["基站 OR", "基*站", "a' OR 1=1", "NEAR(基站)", "5_", '基"站', "基站\ud800"]
)
def test_a_query_is_words_and_no_language(view: View, query: str) -> None:
    assert view.search(query) == []


def test_another_extractor_adds_a_run_that_can_be_dropped(view: View, place: Path | str) -> None:
    june = release(JUNE, "june", date(2023, 7, 20))
    assert view.unread("two") == ["june", "september", "js", "talk"]
    better = process(june)
    better = Reading(june, better.turns, better.points, better.observations[:1])
    with Writer(place) as writer:
        assert writer.save(better, "two") is Saved.REREAD
        assert writer.save(better, "two") is Saved.UNCHANGED
    assert len(view.observations("june")) == 1
    assert len(view.observations("june", run="one")) == 2
    assert [(run.extractor, run.readings) for run in view.runs()] == [("two", 1), ("one", 4)]
    assert view.unread("two") == ["september", "js", "talk"]
    with Writer(place) as writer:
        assert writer.drop_run("two") == 1
        with pytest.raises(NotFoundError, match="no run 'two'"):
            writer.drop_run("two")
    assert len(view.observations("june")) == 2
    assert [run.extractor for run in view.runs()] == ["one"]


def test_structure_and_measures_are_read_back(place: Path | str) -> None:
    item = release(TALK + "\n一是加快建设。二是扩大应用。", "talk", date(2023, 8, 1))
    reading = process(item)
    promised = Commitment(Span(0, 4), "加快", "建设", "各地", "2025", (3, 9), "“东数西算”", "李明")
    with Writer(place) as writer:
        writer.save(
            Reading(item, reading.turns, reading.points, reading.observations, (promised,)), "one"
        )
    view = View(place)
    assert view.turns("talk") == reading.turns
    assert view.points("talk") == reading.points
    assert view.commitments("talk") == (promised,)


def test_values_are_kept_to_the_last_digit(place: Path | str) -> None:
    exact = Decimal("33.333333333333333333333333333")
    found = Observation(
        span=Span(0, 3),
        indicator="份额",
        measure=Measure.SHARE,
        value=exact,
        unit="%",
        bound=Bound.ABOUT,
        period="2023-01/2023-06",
        basis=None,
        status=Status.FORECAST,
        text="1/3",
        sentence=Span(0, 5),
        speaker="李明",
        confidence=0.75,
        rule="r",
    )
    item = release("1/3左右", "a", date(2023, 8, 1))
    with Writer(place) as writer:
        writer.save(Reading(item, (), (), (found,)))
    view = View(place)
    assert view.observations("a") == (found,)
    (record,) = view.records()
    assert (record.value, record.sentence) == (exact, "1/3左右")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"text": "上半年\x00，电信"}, "a:3: the text holds a NUL character; it was not saved"),
        ({"text": "上半年\ud800"}, "a:3: the text holds half of a surrogate pair"),
        ({"title": "\x00"}, "a:0: the title holds a NUL character"),
        ({"publisher": "工信部\x00"}, "a:3: the publisher holds a NUL character"),
        ({"url": "a\x00"}, "a:1: the url holds a NUL character"),
        ({"id": "a\x00b"}, "a\ufffdb:1: the id holds a NUL character"),
    ],
)
def test_what_no_store_holds_is_said_and_the_rest_goes_on(
    place: Path | str, given: dict[str, str], words: str
) -> None:
    bad = replace(release("今天天气很好。", "a", date(2023, 7, 20)), **given)  # type: ignore[arg-type]
    good = release(JUNE, "june", date(2023, 7, 20))
    first, second = read_into(place, [bad, good])
    assert isinstance(first, InputError)
    assert words in str(first)
    assert isinstance(second, Kept)
    assert View(place).count()[0] == 1


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (r'{"id": "a", "date": "2023-07-20", "text": "上半年\u0000。"}', "上半年\ufffd。"),
        (
            r'{"id": "a", "date": "2023-07-20", "title": "\u0000", "url": "\u0000", "text": "好"}',
            "好",
        ),
    ],
)
def test_a_nul_that_is_read_is_kept_as_a_sign_of_its_length(
    place: Path | str, line: str, kept: str
) -> None:
    (saved,) = read_into(place, read_collection([line.encode()], "c"))
    assert isinstance(saved, Kept)
    assert View(place).release("a") == saved.reading.release
    assert saved.reading.release.text == kept


def test_a_table_that_no_store_holds(place: Path | str) -> None:
    table = Table("t\x00", "表", date(2023, 7, 20), "0", ())
    with Writer(place) as writer, pytest.raises(InputError, match="the id holds a NUL"):
        writer.save_table(table)


def test_imported_tables_keep_their_versions(place: Path | str) -> None:
    def table(value: str, day: date) -> Table:
        record = Record(
            "t", day, None, None, "5G基站", "telecom.5g_base_stations", Measure.LEVEL,
            Decimal(value), "个", Bound.EXACT, "2023-06-30", None, Status.ACTUAL, None, None,
            None, "table", value, "B2",
        )  # fmt: skip
        return Table("t", "表", day, digest(value), (record,))

    first, second = table("2937000", date(2023, 7, 20)), table("2938000", date(2023, 8, 20))
    with Writer(place) as writer:
        assert writer.save_table(first) is Saved.NEW
        assert writer.save_table(first) is Saved.UNCHANGED
        assert writer.save_table(second) is Saved.CHANGED
    view = View(place)
    assert view.references("5G基站") == list(second.records)
    assert view.references("5G基站", date(2023, 8, 1)) == list(first.records)
    assert list(view.all_references()) == list(second.records)


def test_readers_and_a_writer_at_once(place: Path | str) -> None:
    save(place, release(JUNE, "june", date(2023, 7, 20)))
    reader = textwrap.dedent(
        f"""
        from jiedu.store import View
        view = View({str(place)!r})
        seen = 0
        while seen < 41:
            held, figures = view.count()
            assert held >= seen, (held, seen)
            assert figures == 2 * held
            assert len(view.search("基站", limit=100)) >= held
            seen = held
        """
    )
    readers = [
        subprocess.Popen([sys.executable, "-c", reader], stderr=subprocess.PIPE) for _ in range(2)
    ]
    for number in range(40):
        save(place, release(f"第{number}篇。{JUNE}", f"r{number}", date(2023, 7, 21)))
    for child in readers:
        _, errors = child.communicate(timeout=60)
        assert child.returncode == 0, errors.decode()


def test_a_walk_gives_the_newest_versions_with_their_measures(place: Path | str) -> None:
    plan = "下一步，开展“信号升格”专项行动，实施“茶香”行动。"
    save(place, release("没有举措。", "a", date(2023, 7, 1)), release(plan, "b", date(2023, 7, 2)))
    save(place, release(JUNE, "c", date(2023, 7, 3)), release("旧文。", "d", date(2023, 7, 4)))
    save(place, release(plan, "d", date(2023, 7, 5)))
    save(place, release(plan, "b", date(2023, 7, 2)), extractor="two")
    walked = [(held.id, measures) for held, measures in View(place).walk()]
    assert [name for name, _ in walked] == ["a", "b", "c", "d"]
    assert [len(measures) for _, measures in walked] == [0, 2, 0, 2]
    assert walked[1][1] == View(place).commitments("b")
    assert walked[1][1][0].instrument == "“信号升格”专项行动"
