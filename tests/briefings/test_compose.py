"""Whole briefings: of a small series, and of every sample release in both languages."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from made_material import small_store

from jiedu.briefings.composing import compose, unsupported
from jiedu.model import Bullets, Grid, Heading, Language, Paragraph, Pictures
from jiedu.pipeline.briefing import gather
from jiedu.pipeline.saving import read_into
from jiedu.readers import read_sources
from jiedu.samples import samples_path
from jiedu.store import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.model import Briefing, Line


_LETTERS = re.compile(r"[A-Za-z]{3,}")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> View:
    return View(small_store(tmp_path_factory.mktemp("small") / "store.db"))


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> View:
    store = tmp_path_factory.mktemp("samples") / "store.db"
    with samples_path() as path:
        list(read_into(store, read_sources([str(path)])))
    return View(store)


def lines(briefing: Briefing) -> Iterator[Line]:
    for block in briefing.blocks:
        if isinstance(block, Paragraph):
            yield block.line
        elif isinstance(block, Bullets):
            yield from block.items
        elif isinstance(block, Grid):
            yield from (cell for row in block.rows for cell in row)


def said(line: Line) -> str:
    return "".join(words.text for words in line)


def section(briefing: Briefing, title: str) -> list[str]:
    """What stands below a heading, a line or a row each."""
    found: list[str] = []
    inside = False
    for block in briefing.blocks:
        if isinstance(block, Heading):
            inside = block.text == title
        elif inside and isinstance(block, Grid):
            found += ["|".join(map(said, row)) for row in block.rows]
        elif inside and isinstance(block, Bullets):
            found += map(said, block.items)
        elif inside and isinstance(block, Paragraph):
            found.append(said(block.line))
    return found


def names(view: View) -> list[str]:
    return [reading.release.id for reading in view.readings(figures=False)]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("full", [False, True])
def test_every_digit_of_every_sample_is_supported(
    samples: View, small: View, language: Language, full: bool
) -> None:
    for view in (samples, small):
        for name in names(view):
            told = compose(gather(view, name), language, full=full)
            assert unsupported(told) == [], name


@pytest.mark.parametrize("language", Language)
def test_notes_are_numbered_in_the_order_in_which_they_are_spoken_of(
    samples: View, language: Language
) -> None:
    for name in names(samples):
        told = compose(gather(samples, name), language)
        spoken = (number for line in lines(told) for words in line for number in words.notes)
        assert list(dict.fromkeys(spoken)) == list(range(1, len(told.notes) + 1)), name


def test_notes_quote_what_stands_at_their_place(samples: View) -> None:
    for name in names(samples):
        for note in compose(gather(samples, name), Language.ZH, full=True).notes:
            stands = note.span.of(samples.release(note.release).text)
            assert "".join(note.words.split()) == "".join(stands.split()), note


def test_a_chinese_briefing_has_no_english_words(samples: View) -> None:
    for name in names(samples):
        told = compose(gather(samples, name), Language.ZH)
        text = "\n".join(said(line) for line in lines(told))
        own = {"GDP", "CPI", "PPI", *_LETTERS.findall(samples.release(name).text)}
        assert set(_LETTERS.findall(text)) <= own, name


def test_an_english_briefing_has_chinese_in_quotations_and_names_only(small: View) -> None:
    told = compose(gather(small, "h1"), Language.EN)
    heads = [block.text for block in told.blocks if isinstance(block, Heading)]
    columns = [name for block in told.blocks if isinstance(block, Grid) for name in block.header]
    assert all(text.isascii() for text in (*heads, *columns))


def test_headline_figures_stand_beside_those_of_last_time(small: View) -> None:
    rows = section(compose(gather(small, "h1"), Language.ZH), "主要数据")
    first = "规模以上工业增加值：同比增速|2023年1—6月|3.8%|3.0%\n2023年一季度|"
    assert f"{first}+0.8个百分点\n3.8−3.0=0.8" in rows
    assert any(
        row.startswith("5G基站|2023年6月末|293.7万个|264.1万个\n2023年3月末") for row in rows
    )
    assert any("《某部介绍一季度玩具工业运行情况》（2023年4月20日）" in row for row in rows)


def test_measures_are_new_going_on_or_dropped(small: View) -> None:
    rows = section(compose(gather(small, "h1"), Language.ZH), "举措")
    assert rows[0] == "新提出 1 项，继续 2 项，不再提 1 项。"
    assert "新提出|“组织‘童玩中国’消费季”|—|—" in rows
    assert "继续|“今年新建800家绿色工厂”|800家（上次500家）|2023年" in rows
    assert "不再提|“开展‘银发玩具’专项行动”|—|—" in rows


def test_what_was_explained_is_quoted_by_speaker(small: View) -> None:
    rows = section(compose(gather(small, "h1"), Language.ZH), "解释了什么")
    wanted = "张三：“今年新建800家绿色工厂”“2023年底前印发玩具工业稳增长工作方案”"
    assert rows[0].startswith(wanted)


def test_a_contradiction_is_told_with_its_sum(small: View) -> None:
    rows = section(compose(gather(small, "q3"), Language.ZH), "数字是否对得上")
    assert rows[0] == "重新算过 1 处说法，1 处需要留意："
    assert rows[1].startswith("对不上：")
    assert "4.0% − 3.8% = 0.2 ± 0.1个百分点" in rows[1]
    assert section(compose(gather(small, "h1"), Language.ZH), "数字是否对得上") == [
        "重新算过 1 处说法，没有发现对不上的。"
    ]


def test_earlier_measures_that_were_answered(small: View) -> None:
    rows = section(compose(gather(small, "q3"), Language.ZH), "举措")
    wanted = "已达到：“2023年底前印发玩具工业稳增长工作方案”（2023年7月20日提出）"
    assert wanted in rows


def test_what_to_watch_next(small: View) -> None:
    rows = section(compose(gather(small, "h1"), Language.ZH), "接下来看什么")
    assert rows[0].startswith("2023年末到期：“今年新建800家绿色工厂”")
    assert rows[1].startswith("下一期数据：规模以上工业增加值：同比增速，2023年1—7月")
    later = compose(gather(small, "h1", as_of=date(2024, 3, 1)), Language.ZH)
    assert section(later, "接下来看什么")[0].startswith("已到期、未见后续：")


def test_a_release_that_says_nothing(small: View) -> None:
    told = compose(gather(small, "silent"), Language.ZH)
    assert section(told, "主要数据") == ["这篇发布里没有读到数据。"]
    assert section(told, "举措") == ["这篇发布里没有读到举措。"]
    assert section(told, "接下来看什么") == ["没有读到期限和目标。"]


def test_charts_of_figures_with_a_course(samples: View) -> None:
    told = compose(gather(samples, "sample-2026-04-telecom"), Language.ZH)
    shown = [item for block in told.blocks if isinstance(block, Pictures) for item in block.items]
    assert shown
    assert len(shown) <= 2
    assert shown[0].caption.startswith("图 1　")
    assert shown[0].chart.source.startswith("来源：")


def test_the_same_material_is_the_same_briefing(samples: View) -> None:
    name = "sample-2023h1-miit-interview"
    assert compose(gather(samples, name)) == compose(gather(samples, name))


def test_all_is_told_where_it_is_asked_for(samples: View) -> None:
    name = "sample-2023h1-miit-interview"
    short, full = (compose(gather(samples, name), full=full) for full in (False, True))
    assert len(full.notes) > len(short.notes)
    assert not any("另有" in said(line) for line in lines(full))
