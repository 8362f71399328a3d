"""Every row of this stage's data files can be read and used."""

from __future__ import annotations

import re

import pytest

from jiedu.segments.data_files import alternatives, read_surnames, read_toml
from jiedu.segments.labels import Voice, read_label
from jiedu.segments.markers import find_markers
from jiedu.segments.shapes import is_chrome, is_heading, opens_appendix

LABELS = read_toml("labels.toml")
SHAPES = read_toml("shapes.toml")
MARKERS = read_toml("markers.toml")


@pytest.mark.parametrize("word", LABELS["asks"]["words"])
def test_words_of_asking(word: str) -> None:
    label = read_label("某报" + word)
    assert label is not None
    assert label.voice is Voice.ASKS


@pytest.mark.parametrize("word", LABELS["hosts"]["words"])
def test_words_of_hosting(word: str) -> None:
    label = read_label(word)
    assert label is not None
    assert label.voice is Voice.HOSTS


@pytest.mark.parametrize("word", LABELS["offices"]["words"])
def test_offices(word: str) -> None:
    label = read_label(f"某单位{word} 张建国")
    assert label is not None
    assert (label.voice, label.speaker) == (Voice.SPEAKS, "张建国")


@pytest.mark.parametrize("word", LABELS["asks"]["outlets"])
def test_outlets(word: str) -> None:
    label = read_label("某" + word)
    assert label is not None
    assert label.outlet


@pytest.mark.parametrize("word", LABELS["no_label"]["words"])
def test_words_in_the_shape_of_a_name(word: str) -> None:
    assert read_label(word) is None


@pytest.mark.parametrize("word", LABELS["no_label"]["ends"])
def test_phrases_that_lead_into_speech(word: str) -> None:
    assert read_label("某局局长" + word) is None


def test_surnames() -> None:
    single, double = read_surnames()
    assert len(set(single)) == len(single) > 300
    assert len(set(double)) == len(double)
    assert all(len(name) == 2 for name in double)
    assert re.fullmatch("[\u4e00-\u9fff]+", single + "".join(double))


@pytest.mark.parametrize("word", SHAPES["chrome"]["words"])
def test_furniture_by_whole_lines(word: str) -> None:
    assert is_chrome(word)
    assert not is_chrome(word + "增长")


@pytest.mark.parametrize("word", SHAPES["chrome"]["labels"])
def test_furniture_by_labels(word: str) -> None:
    assert is_chrome(f"{word}：某处")
    assert is_chrome(f"【{word}:")


@pytest.mark.parametrize("word", SHAPES["chrome"]["links"])
def test_furniture_by_links(word: str) -> None:
    assert is_chrome(f"[{word}](https://example.org/)")


@pytest.mark.parametrize("word", SHAPES["chrome"]["credits"])
def test_furniture_by_credits(word: str) -> None:
    assert is_chrome(f"（{word} 某某）")


@pytest.mark.parametrize("line", ["2026-02-26", "2026-01-31 07:00:44", "10:02", "】", "——", "|"])
def test_furniture_by_shape(line: str) -> None:
    assert is_chrome(line)


@pytest.mark.parametrize("sign", SHAPES["heading"]["closing"])
def test_a_closing_sign_makes_no_heading(sign: str) -> None:
    assert not is_heading("工业平稳增长" + sign)
    assert not is_heading(f"工业“平稳增长{sign}”")


def test_headings_are_short() -> None:
    longest = SHAPES["heading"]["longest"]
    assert is_heading("长" * longest)
    assert not is_heading("长" * (longest + 1))
    assert is_heading("工业“平稳增长”")


@pytest.mark.parametrize("word", SHAPES["heading"]["appendices"])
def test_appendices(word: str) -> None:
    assert opens_appendix(word)


@pytest.mark.parametrize("number", range(len(MARKERS["marker"])))
def test_markers(number: int) -> None:
    row = MARKERS["marker"][number]
    assert row["at"] in {"line", "sentence", "clause"}
    pattern = row["marker"]
    for written, sign in (("{han}", "三"), ("{digits}", "3"), ("[（(]", "（"), ("[）)]", "）")):
        pattern = pattern.replace(written, sign)
    for written, sign in (("[①-⑳]", "③"), ("[.．、)）]", "."), ("[.．]", ".")):
        pattern = pattern.replace(written, sign)
    marker = pattern.split("|")[0]
    after = "2026" if row.get("doubtful") else "，" if "，" in row.get("after", "") else "甲"
    found = find_markers(f"\n{marker}{after}")
    assert [(mark.text, mark.row.kind) for mark in found] == [(marker, row["kind"])]


def test_word_ordinals_have_a_row() -> None:
    patterns = "|".join(row["marker"] for row in MARKERS["marker"]).split("|")
    assert set(MARKERS["words"]) <= set(patterns)


def test_alternatives_prefer_the_longest() -> None:
    match = re.match(alternatives(["问", "问题", "a.b"]), "问题")
    assert match is not None
    assert match[0] == "问题"
