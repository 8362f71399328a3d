from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiedu.comparison.pairing import best_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

PLACES = list(product(range(5), range(5)))


def best_sum(scores: Mapping[tuple[int, int], int], left: int = 0, used: int = 0) -> int:
    """The largest sum there is, by trying every choice."""
    if left == 5:
        return 0
    best = best_sum(scores, left + 1, used)
    for right in range(5):
        if not used >> right & 1 and (left, right) in scores:
            rest = best_sum(scores, left + 1, used | 1 << right)
            best = max(best, scores[left, right] + rest)
    return best


@given(st.dictionaries(st.sampled_from(PLACES), st.integers(1, 20), max_size=14))
def test_no_other_choice_is_worth_more(scores: dict[tuple[int, int], int]) -> None:
    pairs = best_pairs(scores)
    assert len({left for left, _ in pairs}) == len({right for _, right in pairs}) == len(pairs)
    assert sum(scores[pair] for pair in pairs) == best_sum(scores)


@pytest.mark.parametrize(
    ("scores", "pairs"),
    [
        ({}, []),
        ({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}, [(0, 1), (1, 0)]),
        ({(0, 0): 0.9, (1, 0): 0.8}, [(0, 0)]),
        ({(0, 0): 0.7, (0, 1): 0.9}, [(0, 1)]),
    ],
)
def test_pairs(scores: dict[tuple[int, int], float], pairs: list[tuple[int, int]]) -> None:
    assert best_pairs(scores) == pairs


def test_a_crowd_is_solved_from_the_highest_score_down() -> None:
    scores = {(left, right): 1.0 + (left == right) for left in range(50) for right in range(50)}
    assert best_pairs(scores) == [(at, at) for at in range(50)]
