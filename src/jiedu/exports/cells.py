"""The values of a record as the cells of a file.

Three rules hold in every form. Decimals are written digit by digit, without an exponent. Half a
surrogate pair, which no encoding can hold, becomes U+FFFD. In forms that a spreadsheet opens, a
text that it could take for a formula gets one apostrophe in front, as does a text that begins
with an apostrophe: whoever takes one apostrophe off again has the text back.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum

from jiedu.exports.failures import ExportError
from jiedu.lexicon import plain_digits

_UNPAIRED = re.compile("[\ud800-\udfff]")
_FORMULA = frozenset("=+-@\t\r\n'＝＋－＠")
"""What a formula can begin with, after OWASP; some spreadsheets take the full-width signs too."""


def digits(value: Decimal) -> str:
    """A decimal digit by digit, without needless noughts.

    Raises:
        ExportError: where it is no number.
    """
    if not value.is_finite():
        raise ExportError(f"{value} is no figure", hint="leave it out, or mend its source")
    return plain_digits(value)


def encodable(text: str) -> str:
    """A text that every encoding of Unicode can hold."""
    return _UNPAIRED.sub("\ufffd", text)


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in _FORMULA and text else text


def cell(value: object) -> str:
    """A value of a record as the text of a cell; ``None`` is empty.

    The codes of ``measure``, ``bound`` and ``status`` are written as they are: no spreadsheet
    makes a formula of a lone sign.
    """
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return digits(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return guarded(encodable(value))
    if isinstance(value, date):
        return value.isoformat()
    return repr(value)
