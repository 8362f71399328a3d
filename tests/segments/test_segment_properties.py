"""What holds for every text, however odd."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiedu.model import Role, Structure
from jiedu.segments import segment

PIECES = st.sampled_from(
    [*"。！？；，：:\n\r\t \u3000“”《》（）()[]【】\"'.0159一二十是第①", "记者：", "张建国：",
     "问：", "答：", "主持人：", "首先", "其次", "最后", "（一）", "一、", "1.", "一是", "二是",
     "产量增长", "附件", "来源：", "https://example.org/?a=1"]
)  # fmt: skip
PROSE = st.lists(PIECES, max_size=60).map("".join)


def check(text: str, found: Structure) -> None:
    covered = 0
    for span in found.sentences:
        assert not text[covered : span.start].strip()
        assert span.of(text) == span.of(text).strip() != ""
        covered = span.end
    assert not text[covered:].strip()
    for turn in found.turns:
        assert turn.span.of(text) == turn.span.of(text).strip() != ""
        assert turn.speaker is None or turn.role is not Role.HEADING
        assert turn.speaker is None or turn.speaker in text
    for point in found.points:
        assert point.span.of(text) == point.marker
        assert point.level >= 1
    for things in (found.sentences, [t.span for t in found.turns], [p.span for p in found.points]):
        assert all(one.end <= other.start for one, other in pairwise(things))
        assert all(span.end <= len(text) for span in things)


@given(PROSE)
@settings(max_examples=400, deadline=None)
def test_prose(text: str) -> None:
    check(text, segment(text))


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text(text: str) -> None:
    check(text, segment(text))


HOSTILE = ["“", "（", "”", "0", "\n", "\r", " ", "\n ", "一", "一是", "，一是", "记者：",
           "记者：\n", "张：", "1.", "1.\n", "\n1.1", "。” ", "[", "[\n", "（一）\n", "：",
           "甲", "A ", "甲\n", "首先", "\n首先", "https://", "问：答：",
           "。答：", "·", "张·"]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_of_a_hundred_thousand_characters(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    check(text, segment(text))
