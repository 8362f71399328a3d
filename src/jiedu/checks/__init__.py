"""Observations → findings: each claim that can be recomputed, one rule a module."""

from jiedu.checks.book import Book, key_of
from jiedu.checks.run import check_text, wanted_keys

__all__ = ["Book", "check_text", "key_of", "wanted_keys"]
