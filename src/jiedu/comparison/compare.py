"""Two readings → what moved, what is new, what is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.comparison.figures import compare_figures
from jiedu.comparison.measures import compare_measures
from jiedu.comparison.phrases import compare_phrases
from jiedu.comparison.programmes import compare_programmes
from jiedu.comparison.sentences import compare_sentences
from jiedu.model import Comparison

if TYPE_CHECKING:
    from jiedu.model import Reading


def compare(old: Reading, new: Reading) -> Comparison:
    """Compare two releases of one kind.

    Args:
        old: the release that was published first.
        new: the later one.

    Returns:
        What changed from the one to the other, each list with the heaviest first; spans count
        code points of the text of the release they are of.
    """
    return Comparison(
        old.release,
        new.release,
        compare_figures(old.release, old.observations, new.release, new.observations),
        compare_measures(old, new),
        compare_programmes(old, new),
        compare_phrases(old.release, new.release),
        compare_sentences(old.release, new.release),
    )
