"""The types that cross a stage: frozen, validated, comparable."""

from __future__ import annotations

import dataclasses
from datetime import date
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiedu import model
from jiedu.model import CHANGES, Measure, Release, Role, Span, Status, Turn, digest

TYPES = [
    thing
    for thing in vars(model).values()
    if isinstance(thing, type) and dataclasses.is_dataclass(thing)
]
WORDS = [
    thing
    for thing in vars(model).values()
    if isinstance(thing, type) and issubclass(thing, StrEnum)
]


# these do not say which module they are of
CONSTANTS = {"ASSISTED", "CHANGES", "FIELDS", "FINDING_FIELDS", "LEDGER_FIELDS", "Block", "Line"}


def test_everything_public_is_listed() -> None:
    visible = {
        name
        for name, thing in vars(model).items()
        if getattr(thing, "__module__", "").startswith("jiedu.model") or name in CONSTANTS
    }
    assert visible == set(model.__all__)


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_types_are_frozen_and_slotted(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(kind)


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_spans_are_never_optional(kind: type) -> None:
    for field in dataclasses.fields(kind):
        if field.name == "span":
            assert field.type == "Span"
            assert field.default is dataclasses.MISSING


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: kind.__name__)
def test_words_are_written_as_the_guide_writes_them(kind: type[StrEnum]) -> None:
    assert all(str(word) == word.value == word.value.strip() for word in kind)


def test_a_frozen_value_cannot_change() -> None:
    turn = Turn(Span(0, 2), Role.ANSWER, "某人")
    with pytest.raises(dataclasses.FrozenInstanceError):
        turn.speaker = "他人"  # type: ignore[misc]
    assert turn == Turn(Span(0, 2), Role.ANSWER, "某人")
    assert len({turn, Turn(Span(0, 2), Role.ANSWER, "某人")}) == 1


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_no_span_runs_backwards(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


@given(st.text(), st.data())
def test_a_span_covers_its_code_points(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Span(start, end)
    assert span.of(text) == text[start:end]
    assert len(span) == len(span.of(text))


def test_spans_are_in_the_order_of_the_text() -> None:
    assert sorted([Span(3, 4), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(3, 4)]


def test_offsets_count_code_points() -> None:
    assert Span(1, 2).of("𠮷利率") == "利"


def test_a_digest_names_the_content() -> None:
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest("") == empty
    assert digest("增长3.8%") != digest("增长3.9%")
    assert len(digest("\ud800")) == 64  # text that is broken has an identity, too


def test_a_release_carries_its_text_untouched() -> None:
    text = "  标题\r\n正文 "
    release = Release("a", "标题", date(2023, 7, 20), text, digest(text))
    assert release.text == text
    assert (release.publisher, release.region, release.url) == (None, None, None)


def test_levels_shares_and_ranks_have_no_basis() -> None:
    rest = set(Measure) - CHANGES
    assert rest == {Measure.LEVEL, Measure.SHARE, Measure.CONTRIBUTION, Measure.RANK}


def test_statuses() -> None:
    assert set(Status) == {"actual", "target", "forecast"}
