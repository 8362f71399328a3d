"""Every row of every data file of the extraction is read."""

from __future__ import annotations

import pytest

from jiedu.extraction import lexemes
from jiedu.extraction.lexemes import pattern, pattern_names, tail_words, words


@pytest.mark.parametrize("name", pattern_names())
def test_every_pattern_compiles_and_matches_no_empty_line(name: str) -> None:
    assert pattern(name).pattern


def test_every_tail_word_is_a_word() -> None:
    assert all(tail_words())
    sizes = lexemes.tail_sizes()
    assert all(len(word) in sizes[word[-1]] for word in tail_words())


@pytest.mark.parametrize(
    "name", ["action", "bare", "predicate", "nounish", "heads", "modifiers", "attributes"]
)
def test_no_word_stands_twice(name: str) -> None:
    rows = words()[name]
    twice = sorted({row for row in rows if rows.count(row) > 1})
    assert twice == []


def test_the_word_patterns_are_built() -> None:
    for build in (
        lexemes.lead_pattern,
        lexemes.trail_pattern,
        lexemes.action_pattern,
        lexemes.after_de_pattern,
        lexemes.predicate_pattern,
        lexemes.head_pattern,
        lexemes.reach_pattern,
        lexemes.own_pattern,
    ):
        assert build().pattern
