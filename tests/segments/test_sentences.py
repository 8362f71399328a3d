"""Sentences: where one ends, and what is kept whole."""

from __future__ import annotations

import pytest

from jiedu.segments import segment
from jiedu.segments.sentences import LONGEST

CASES = [
    ("", []),
    (" \n\t\u3000\n", []),
    ("产量增长。出口下降！", ["产量增长。", "出口下降！"]),
    ("怎么看？有何打算?", ["怎么看？", "有何打算?"]),
    ("出口增长；进口下降;顺差扩大", ["出口增长；", "进口下降;", "顺差扩大"]),
    ("标题\n正文没有句号", ["标题", "正文没有句号"]),
    ("真的吗？！当然。", ["真的吗？！", "当然。"]),
    ("\u3000\u3000增长3.8%。 \u3000收入2.5万元。", ["增长3.8%。", "收入2.5万元。"]),
    ("比重为1.5.版本V2.0不分。", ["比重为1.5.版本V2.0不分。"]),
    # pairs are kept whole
    ("推进“稳增长；调结构”工作。好。", ["推进“稳增长；调结构”工作。", "好。"]),
    ("印发《方案（试行；2023）》。好。", ["印发《方案（试行；2023）》。", "好。"]),
    ("增长（其中出口增长；进口下降）较快。", ["增长（其中出口增长；进口下降）较快。"]),
    ("面向“谁来用？怎么用？”的问题。", ["面向“谁来用？怎么用？”的问题。"]),
    # a stop before the closing mark ends the sentence, closing mark and all
    ("他说：“产量回升。”出口也回升。", ["他说：“产量回升。”", "出口也回升。"]),
    ("他说：“产量回升。出口回升。”好。", ["他说：“产量回升。出口回升。”", "好。"]),
    ("他问：“如何回升？”，没有人答。", ["他问：“如何回升？”，没有人答。"]),
    ("（外层“内层。”还在外层。）好。", ["（外层“内层。”还在外层。）好。"]),
    # signs without a partner
    (
        "缺少后引号“产量增长。出口下降。\n下一行。",
        ["缺少后引号“产量增长。", "出口下降。", "下一行。"],
    ),
    ("缺少前引号。”出口下降。", ["缺少前引号。”", "出口下降。"]),
    ("错位（一“二）三。四”五。", ["错位（一“二）三。", "四”五。"]),
    ('直引号"一；二"合在一起。三。', ['直引号"一；二"合在一起。', "三。"]),
    ('只有一个"直引号。三。', ['只有一个"直引号。', "三。"]),
    ("半角(一；二)与全角（三；四)混用。五。", ["半角(一；二)与全角（三；四)混用。", "五。"]),
    # an address is no prose
    ("见https://example.org/a?b=1;c=2。好。", ["见https://example.org/a?b=1;c=2。", "好。"]),
    # a label is no part of what is said
    ("记者：为何？\n张建：需求增长。", ["记者：", "为何？", "张建：", "需求增长。"]),
    # a cell of a table's row stands alone, with its brackets
    (
        "指标\t6月末（万个\t增速%）\n5G基站\t293.7",
        ["指标", "6月末（万个", "增速%）", "5G基站", "293.7"],
    ),
    # line ends of every kind
    ("一\r\n二\r三\u2028四\v五", ["一", "二", "三", "四", "五"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in segment(text).sentences] == expected


@pytest.mark.parametrize("sign", "“”（）《》\"'。；\n1一 ")
def test_long_runs_of_one_sign_leave_no_character_out(sign: str) -> None:
    text = sign * 100_000
    covered = sum(len(span) for span in segment(text).sentences)
    assert covered == len(text.strip())


def test_many_openers_and_closers_of_other_pairs() -> None:
    text = "“" * 50_000 + "）" * 50_000
    assert sum(map(len, segment(text).sentences)) == 100_000


def test_a_sentence_without_end_is_cut_at_a_pause() -> None:
    clause = "规模以上工业增加值同比增长3.8%，"
    spans = segment(clause * 1_000).sentences
    assert all(len(span) <= LONGEST for span in spans)
    assert {span.start % len(clause) for span in spans} == {0}
    assert sum(map(len, spans)) == len(clause) * 1_000
