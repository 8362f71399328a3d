"""Clauses → observations."""

from jiedu.extraction.explain import explain
from jiedu.extraction.observe import observe

__all__ = ["explain", "observe"]
