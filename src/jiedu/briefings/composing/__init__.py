"""Material → a briefing: what is said, in which order, and where each figure stands."""

from jiedu.briefings.composing.compose import compose
from jiedu.briefings.composing.gate import unsupported

__all__ = ["compose", "unsupported"]
