from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from jiedu.lexicon import normalise
from jiedu.model import Observation, Release, Role, Span, Structure, Turn, digest
from jiedu.pipeline import process

WORDS = st.text(
    "上半年增长3.8%，。占比达5G基站293万个亿元分别和、同比下降较去年“”（）今年将新建第一位从至提高个百分点近超余家\n"
)


def read(text: str) -> tuple[Observation, ...]:
    return process(Release("x", "", date(2023, 7, 20), text, digest(text))).observations


def check(text: str) -> None:
    last = -1
    for found in read(text):
        assert last < found.span.start < found.span.end <= len(text)
        last = found.span.start
        assert found.sentence.start <= found.span.start < found.sentence.end
        assert found.span.of(normalise(text)) in found.text or found.text.startswith(
            found.span.of(text)
        )
        assert found.indicator


@given(WORDS)
@settings(max_examples=400)
def test_figures_lie_in_any_text_of_these_words(text: str) -> None:
    check(text)


@given(st.text(max_size=400))
def test_figures_lie_in_any_text(text: str) -> None:
    check(text)


def test_an_empty_text_has_no_figure() -> None:
    assert read("") == ()


def test_values_are_exact() -> None:
    (found,) = read("5G基站达293.7万个。")
    assert str(found.value * 10) == "29370000.00" or found.value == 2937000


def test_traditional_characters_move_nothing() -> None:
    text = "上半年，規模以上工業增加值同比增長3.8%。"
    (found,) = read(text)
    assert found.span.of(text) == "3.8"
    assert found.indicator == "规模以上工业增加值"


def test_the_speaker_is_the_turns() -> None:
    text = "记者：情况如何？\n李明：上半年电信业务收入增长6.2%。"
    (found,) = read(text)
    assert found.speaker == "李明"


def test_roles_are_known_to_the_reader() -> None:
    turn = Turn(Span(0, 1), Role.HEADING, None)
    assert Structure((turn,), (), ()).turns[0].role is Role.HEADING
