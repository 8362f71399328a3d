"""Panels filled from a small store: rows, provinces, derived figures, programmes with outcomes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jiedu.model import FigureRow, PanelSheet, ProgrammeRow, Release, State, digest
from jiedu.panels import as_written, fill, known_panels, panel
from jiedu.panels.reading import parse_panel
from jiedu.pipeline import process
from jiedu.pipeline.importing import import_into
from jiedu.pipeline.ledger import ledger
from jiedu.pipeline.saving import read_into
from jiedu.readers import read_sources
from jiedu.samples import samples_path
from jiedu.store import View
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from jiedu.model import Entry

DAY = date(2026, 11, 28)
TEXTS = {
    "july": (
        date(2023, 7, 20),
        None,
        "通信业运行平稳\n截至6月底，5G基站总数达293.7万个，5G共建共享基站超173万个。"
        "上半年，电信业务收入同比增长6.2%。6月份，电信业务收入同比增长5.8%。\n"
        "5G应用已融入97个国民经济大类中的60个。\n"
        "下一步，工信部将开展“信号升格”专项行动。今年推动不少于3000家企业建设5G工厂。\n",
    ),
    "april": (
        date(2026, 5, 28),
        None,
        "5G基站又有增加\n截至4月末，5G基站总数达500.9万个。全国5G工厂超过8000家。\n",
    ),
    "delta": (date(2026, 6, 1), None, "区域发展\n目前，长三角地区5G基站总数达120万个。\n"),
    "gansu": (
        date(2026, 2, 1),
        "甘肃省",
        "2026年甘肃省政府工作报告\n2025年，地区生产总值增长5.8%，建成5G基站8.99万个。\n"
        "2026年重点工作\n今年主要预期目标是：地区生产总值增长5.5%左右。"
        "实施“信号升格”专项行动，建设数字化车间50个。\n",
    ),
    "anhui": (
        date(2026, 2, 2),
        "安徽省",
        "2026年安徽省政府工作报告\n2025年，地区生产总值增长5.5%。\n"
        "2026年重点工作\n今年主要预期目标是：地区生产总值增长5%—5.5%。\n",
    ),
    "nation": (date(2026, 2, 28), None, "2025年国民经济\n2025年，国内生产总值同比增长5.0%。\n"),
}  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    found = folder / "store.db"
    with Writer(found) as writer:
        for name, (day, region, text) in TEXTS.items():
            title = text.split("\n")[0]
            writer.save(process(Release(name, title, day, text, digest(text), region=region)))
    table = folder / "population.csv"
    table.write_text("指标,2024年,2025年\n年末总人口（万人）,140828,140489\n", encoding="utf-8")
    list(import_into(found, [table], date(2026, 1, 19)))
    return found


@pytest.fixture(scope="module")
def five_g(place: Path) -> PanelSheet:
    return fill(View(place), panel("five_g"), DAY)


def row(sheet: PanelSheet, key: str) -> FigureRow:
    return next(one for one in sheet.figures if one.item.key == key)


def programme(sheet: PanelSheet, key: str) -> ProgrammeRow:
    return next(one for one in sheet.programmes if one.item.key == key)


def told(one: FigureRow) -> list[tuple[str, str | None, str]]:
    return [(as_written(fact), fact.observation.period, fact.release) for fact in one.points]


def test_a_line_holds_no_provinces_and_no_groups_of_them(five_g: PanelSheet) -> None:
    assert told(row(five_g, "stations")) == [
        ("293.7万个", "2023-06-30", "july"),
        ("500.9万个", "2026-04-30", "april"),
    ]


def test_a_figure_is_cited_to_the_character(five_g: PanelSheet) -> None:
    latest = row(five_g, "stations").latest
    assert latest is not None
    text = TEXTS[latest.release][2]
    assert latest.observation.span.of(text) == "500.9"
    assert latest.observation.sentence.of(text) == latest.sentence


def test_the_part_and_not_the_whole(five_g: PanelSheet) -> None:
    assert told(row(five_g, "industries")) == [("60个", "2023-06", "july")]


def test_goals_and_facts_are_two_rows(five_g: PanelSheet) -> None:
    assert told(row(five_g, "factory_firms_goal")) == [("≥3000家", "2023", "july")]
    assert [text for text, *_ in told(row(five_g, "factories"))] == [">8000家"]


def test_what_is_not_published_is_said(five_g: PanelSheet) -> None:
    assert row(five_g, "module_price").reason == "no figure has been published"
    assert programme(five_g, "six_g").reason == "no release names it"


def test_months_stand_apart_from_accumulated_spans(place: Path) -> None:
    file = 'title = "x"\n' + "".join(
        f'[[figure]]\nkey = "{timing}"\nindicator = "telecoms.revenue"\nmeasure = "growth"\n'
        f'timing = "{timing}"\n'
        for timing in ("month", "accumulated")
    )
    sheet = fill(View(place), parse_panel(file, Path("x.toml")), DAY)
    assert told(row(sheet, "month")) == [("5.8%", "2023-06", "july")]
    assert told(row(sheet, "accumulated")) == [("6.2%", "2023-01/2023-06", "july")]


def test_a_row_of_one_province(place: Path) -> None:
    file = 'title = "x"\n[[figure]]\nkey = "a"\nindicator = "5G基站"\nregion = "甘肃"\n'
    sheet = fill(View(place), parse_panel(file, Path("x.toml")), DAY)
    assert told(row(sheet, "a")) == [("8.99万个", "2025-12-31", "gansu")]


def test_derived_figures_with_a_table(five_g: PanelSheet) -> None:
    per, shared = five_g.derived[:2]
    assert (per.text, per.margin, per.period) == ("35.654", "0.004", "2026-04-30")
    assert per.shown == "500.9万个 ÷ 140489万人 × 10000"
    assert per.reason == "all of 2026-04-30; counted seldom: population of 2025-12-31"
    assert (shared.text, shared.high, shared.period) == ("≥58.7", None, "2023-06-30")


def test_programmes_have_the_ledgers_outcomes(place: Path, five_g: PanelSheet) -> None:
    def key(entry: Entry) -> tuple[str, int]:
        return entry.promise.release, entry.promise.commitment.span.start

    whole = {key(entry): entry for entry in ledger(View(place), DAY)}
    found = [entry for one in five_g.programmes for entry in one.entries]
    assert found
    assert all(whole[key(entry)] == entry for entry in found)
    (factories,) = programme(five_g, "factories_5g").entries
    assert factories.outcomes[0].state is State.ACHIEVED
    assert [one.promise.region for one in programme(five_g, "signal_upgrade").entries] == [
        None, "甘肃省",
    ]  # fmt: skip


def test_as_of_a_day(place: Path) -> None:
    sheet = fill(View(place), panel("five_g"), date(2023, 12, 1))
    assert [text for text, *_ in told(row(sheet, "stations"))] == ["293.7万个"]
    (factories,) = programme(sheet, "factories_5g").entries
    assert factories.outcomes[0].state is State.ANNOUNCED
    assert fill(View(place), panel("five_g"), date(2022, 1, 1)).figures[0].points == ()


def test_provinces_are_ranked_at_one_time(place: Path) -> None:
    sheet = fill(View(place), panel("provinces"), DAY)
    growth, goal = (
        next(one for one in sheet.provinces if one.item.key == key)
        for key in ("grp_growth", "grp_goal")
    )
    assert growth.period == "2025"
    assert [(one.observation.region, one.observation.value) for one in growth.ranked] == [
        ("甘肃省", Decimal("5.8")), ("安徽省", Decimal("5.5")),
    ]  # fmt: skip
    assert len(growth.missing) == 29
    assert growth.country is not None
    assert as_written(growth.country) == "5.0%"
    assert [as_written(one) for one in goal.ranked] == ["5.5%左右", "5%—5.5%"]
    empty = next(one for one in sheet.provinces if one.item.key == "retail_goal")
    assert (empty.ranked, len(empty.missing)) == ((), 31)
    assert empty.reason == "no figure of any province"


def test_each_provinces_measures(place: Path) -> None:
    sheet = fill(View(place), panel("provinces"), DAY)
    assert len(sheet.plans) == 31
    counts = {one.region: (one.measures, one.targets) for one in sheet.plans if one.measures}
    assert set(counts) <= {"甘肃省", "安徽省"}
    assert counts["甘肃省"][1] >= 1
    (gansu,) = fill(View(place), panel("provinces"), DAY, "甘肃省").plans
    assert len(gansu.entries) == gansu.measures == counts["甘肃省"][0]


def test_own_names_of_a_programme(place: Path) -> None:
    file = 'title = "x"\n[[programme]]\nkey = "workshops"\nnames = ["数字化车间50个"]\n'
    sheet = fill(View(place), parse_panel(file, Path("x.toml")), DAY)
    (entry,) = programme(sheet, "workshops").entries
    assert entry.promise.release == "gansu"


def test_every_panel_over_the_samples(tmp_path: Path) -> None:
    with samples_path() as path:
        list(read_into(tmp_path / "s.db", read_sources([str(path)])))
    view = View(tmp_path / "s.db")
    for one in known_panels().values():
        sheet = fill(view, one, DAY)
        for line in sheet.figures:
            assert bool(line.points) is not bool(line.reason)
            ends = [fact.observation.period for fact in line.points]
            assert len(ends) == len(set(ends))
            assert all(fact.observation.region is None for fact in line.points)
            assert all(fact.observation.status is line.item.status for fact in line.points)
        assert any(line.points for line in sheet.figures) or one.plans, one.key
