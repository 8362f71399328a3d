"""A briefing → a file of each form."""

from jiedu.briefings.writing.write import ENDINGS, write_briefing

__all__ = ["ENDINGS", "write_briefing"]
