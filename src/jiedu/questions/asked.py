"""The unit that a question asks for: 多少万个, 用亿元表示, in millions."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from jiedu.lexicon import MAGNITUDES
from jiedu.lexicon.units import unit_table
from jiedu.questions.query import Asked
from jiedu.questions.words import tables


@cache
def _units() -> str:
    words = sorted((*unit_table(), "个百分点", "人次"), key=len, reverse=True)
    return "|".join(map(re.escape, words))


@cache
def _chinese() -> re.Pattern[str]:
    longer = "|".join(tables()["said"]["longer"])
    unit = rf"(?P<scale>[十百千万亿]*)(?P<unit>(?!{longer})(?:{_units()}))?"
    told = rf"(?P<tscale>[十百千万亿]*)(?P<tunit>{_units()})"
    used = told.replace("tscale", "uscale").replace("tunit", "uunit")
    return re.compile(
        rf"了?(?:有|是|为|达|到|共|多?)?(?:多少|几(?=[十百千万亿个家户台辆元亩吨]))(?:{unit})"
        rf"|(?:折合成?|换算成|单位[是为:]?){told}(?![A-Za-z])"
        rf"|[用以按]{used}(?:为单位|来?(?:表示|计算|计|算))"
    )


def asked_in(text: str) -> tuple[Asked | None, str]:
    """The unit a Chinese question asks for, and the question without it.

    What stands on both sides of 多少 grows together: 建成了多少5G基站 is asked of 建成5G基站.

    Args:
        text: in normal form.
    """
    found = None
    for match in _chinese().finditer(text):
        scale = match["scale"] or match["tscale"] or match["uscale"] or ""
        unit = match["unit"] or match["tunit"] or match["uunit"] or ""
        told = match["tunit"] or match["uunit"]
        if (scale or unit) and scale in MAGNITUDES and (found is None or told):
            power = Decimal(10) ** tables()["gate"]["scales"].get(unit.lower(), 0)
            found = Asked(f"{scale}{unit}", MAGNITUDES[scale] * power, _base(unit))
    return found, _chinese().sub("", text)


def _base(unit: str) -> str:
    known = unit_table().get(unit)
    return known[0] if known else unit


def asked_in_english(text: str) -> tuple[Asked | None, str]:
    """The unit an English question asks for, and the question without it.

    Args:
        text: the question.
    """
    table = tables()["english"]
    scales = "|".join(sorted(tables()["gate"]["scales"], key=len, reverse=True))
    units = "|".join(sorted(table["units"], key=len, reverse=True))
    pattern = re.compile(
        rf"\b(?:in|how many)(?: the)? (?:(?P<scale>{scales})s?\b)?"
        rf"(?: ?(?:of )?(?P<unit>{units})\b)?",
        re.I,
    )
    for match in pattern.finditer(text):
        if match["scale"] is None and match["unit"] is None:
            continue
        word = match["scale"] or ""
        power = tables()["gate"]["scales"].get(word.lower(), 0)
        unit = table["units"].get((match["unit"] or "").lower(), "")
        rest = text[: match.start()] + " how many " + text[match.end() :]
        return Asked(word, Decimal(10) ** power, unit), rest
    return None, text
