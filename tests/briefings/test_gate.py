"""The gate lets no digit through that is not cited or computed in sight."""

from __future__ import annotations

from datetime import date

import pytest

from jiedu.briefings.composing import unsupported
from jiedu.model import (
    Briefing,
    Bullets,
    Grid,
    Language,
    Note,
    Paragraph,
    Span,
    Words,
    WordsKind,
)

SENTENCE = "上半年，5G基站达到293.7万个，同比增长3.8%，下降27.4%，三成企业受益，比上月284.4万个多。"
NOTE = Note(
    "a",
    "2023年发布",
    "某部",
    date(2023, 7, 20),
    Span(0, 50),
    SENTENCE,
    periods=("2023-01/2023-06",),
)
LINES = [
    # the words, their kind, whether they pass
    ("293.7万个", WordsKind.FIGURE, True),
    ("2.937 million", WordsKind.FIGURE, True),
    ("2,937,000", WordsKind.FIGURE, True),
    ("−27.4%", WordsKind.FIGURE, True),
    ("30%", WordsKind.FIGURE, True),
    ("293.8万个", WordsKind.FIGURE, False),
    ("同比增长3.8%", WordsKind.QUOTE, True),
    ("同比增长3.9%", WordsKind.QUOTE, False),
    ("同比增加3.8%", WordsKind.QUOTE, False),
    ("5G基站", WordsKind.TEXT, True),
    ("12个基站", WordsKind.TEXT, False),
    ("没有数字", WordsKind.TEXT, True),
    ("2023年1—6月", WordsKind.PERIOD, True),
    ("2023年1—7月", WordsKind.PERIOD, True),  # the period that comes next
    ("2023年7月20日", WordsKind.PERIOD, True),
    ("2023年发布", WordsKind.TEXT, True),
    ("2022年1—6月", WordsKind.PERIOD, False),
    ("293.7−284.4=9.3", WordsKind.SUM, True),
    ("293.7−284.4=9.2", WordsKind.SUM, False),
    ("293.7−284.5=9.2", WordsKind.SUM, False),
    ("(293.7万个 ÷ 284.4万个 − 1) × 100 = 3.27", WordsKind.SUM, True),
    ("+9.3万个", WordsKind.SUM, False),  # a result without its sum
    ("另有 58 个", WordsKind.COUNT, True),
]


def briefing(*blocks: Paragraph | Bullets | Grid) -> Briefing:
    day = date(2023, 7, 20)
    return Briefing("题", "关于", Language.ZH, blocks, (NOTE,), "出处", "题", "a", day)


@pytest.mark.parametrize(("words", "kind", "passes"), LINES)
def test_lines(words: str, kind: WordsKind, passes: bool) -> None:
    line = (Words(words, kind, (1,)),)
    expected = [] if passes else [words]
    assert unsupported(briefing(Paragraph(line))) == expected
    assert unsupported(briefing(Bullets((line,)))) == expected


def test_a_row_shares_its_notes_and_its_sums() -> None:
    row = (
        (Words("293.7", WordsKind.FIGURE, (1,)),),
        (Words("+9.3", WordsKind.SUM),),
        (Words("293.7−284.4=9.3", WordsKind.SUM),),
    )
    assert unsupported(briefing(Grid("表", ("", "", ""), (row,), (1, 1, 1)))) == []


def test_a_note_of_another_line_supports_nothing() -> None:
    cited, bare = (Words("3.8%", WordsKind.FIGURE, (1,)),), (Words("3.8%", WordsKind.FIGURE),)
    assert unsupported(briefing(Bullets((cited, bare)))) == ["3.8%"]
