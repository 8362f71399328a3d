"""Observations → findings: each claim that can be recomputed, one rule a module."""

from jiedu.checks.book import Book
from jiedu.checks.run import RULES, Wanted, check_text, wanted

__all__ = ["RULES", "Book", "Wanted", "check_text", "wanted"]
