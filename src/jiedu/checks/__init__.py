"""Observations → findings: each claim that can be recomputed, one rule a module."""

from jiedu.checks.book import Book
from jiedu.checks.run import RULES, Wanted, check_text, wanted
from jiedu.checks.verdicts import MARKS, VERDICTS_ZH

__all__ = ["MARKS", "RULES", "VERDICTS_ZH", "Book", "Wanted", "check_text", "wanted"]
