"""The text before a numeral, read from the right: bound, verb of growth, subject."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from jiedu.extraction.lexemes import TailKind, tail_sizes, tail_words
from jiedu.model import Bound

# bound once: this is the innermost loop of the extraction
_WORDS = tail_words()
_SIZES = tail_sizes()
_NONE: tuple[int, ...] = ()
_VERBS = {TailKind.UP, TailKind.DOWN, TailKind.TO}


class Tail(NamedTuple):
    """What the words before a numeral say.

    Attributes:
        subject: the text that is left in front of them.
        verb: the verb of growth, or ``""``.
        kind: up, down or to a level; ``None`` without a verb.
        bound: the bound said before the numeral, or ``None``.
    """

    subject: str
    verb: str
    kind: TailKind | None
    bound: Bound | None


@lru_cache(maxsize=16384)  # a phrase is asked for its tail by each question about it
def read_tail(left: str) -> Tail:
    """Strip linking words from the right until a word that is none of them.

    Args:
        left: the text between the last boundary and the numeral, without words of time.
    """
    end = len(left)
    verb, kind, bound = "", None, None
    while end > 0:
        for size in _SIZES.get(left[end - 1], _NONE):
            found = _WORDS.get(left[end - size : end]) if size <= end else None
            if found is not None:
                break
        else:
            break
        if found.kind is TailKind.STOP:
            break
        if found.kind in _VERBS:
            nominal = kind is TailKind.TO and verb == "达到" and found.kind is not TailKind.TO
            if kind is not None and not nominal and verb not in {"提速", "加快"}:
                break
            verb, kind = left[end - size : end], found.kind
        elif found.kind is TailKind.BOUND and bound is None and kind is None:
            bound = found.bound
        end -= size
    return Tail(left[:end], verb, kind, bound)
