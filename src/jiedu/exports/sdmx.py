"""A figure as an observation of SDMX: the dataflow ``JIEDU:FIGURES(1.0.0)``.

| column | what it holds |
| --- | --- |
| STRUCTURE, STRUCTURE_ID, ACTION | ``dataflow``, ``JIEDU:FIGURES(1.0.0)``, ``I`` (information) |
| FREQ | CL_FREQ, by the period's own length; ``_O`` for a span that is no calendar unit |
| REF_AREA | ``CN``; ISO 3166-2 for a province; GB/T 2260 for a city; else the region's name |
| INDICATOR | the catalogue's id; where it is not sure, the source's words |
| MEASURE | ``measure`` |
| BASIS | ``basis``; ``_Z`` (does not apply) or ``_U`` (unknown) where there is none |
| UNIT_MEASURE | ISO 4217 for money, ``PT`` for per cent, else the unit; ``_Z``, ``_U`` likewise |
| STATUS | ``status`` |
| TIME_PERIOD | the period, see ``jiedu.exports.times`` |
| OBS_VALUE | the value in units of 10 to the power of UNIT_MULT, exactly |
| OBS_STATUS | CL_OBS_STATUS: ``A`` for an actual figure, ``F`` for a forecast and for a target |
| UNIT_MULT | 4, 8 or 12 where the source says 万, 亿 or 万亿, else 0 |
| DECIMALS | how many decimals OBS_VALUE has |
| TITLE | ``indicator``, the source's words |
| BOUND, SPEAKER, CONFIDENCE | as in the other forms |
| SOURCE, PUBLISHED | the release, and the day it was published |
| COMMENT_OBS | the sentence |

Sources: the field guide of SDMX-CSV 2.0 for the order of the columns and ACTION; the cross-domain
code lists CL_FREQ 2.1, CL_OBS_STATUS 2.2 and CL_UNIT_MULT 1.1 (1.0 has no 8 for 亿) for their
columns; the guidelines for code lists for ``_O``, ``_U`` and ``_Z``. SDMX has no list of its own
for UNIT_MEASURE: ``PT`` is that of IAEG-SDGs:CL_UNIT_MEASURE; percentage points stay ``pp``.

FREQ to TIME_PERIOD are the dimensions. Two releases that speak of one thing give two rows of one
key, of which a database of SDMX keeps the last.
"""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jiedu.catalogue import RegionLevel, region_of
from jiedu.exports.cells import digits
from jiedu.exports.times import sdmx_time
from jiedu.model import CHANGES, Measure

if TYPE_CHECKING:
    from jiedu.model import Record

DATAFLOW = "JIEDU:FIGURES(1.0.0)"
_COUNTRY = "CN"
_UNKNOWN = "_U"
_NOT_APPLICABLE = "_Z"
_MAGNITUDE = re.compile(r"(?<=[\d一二三四五六七八九十百千两])(?:万亿|亿|万)")

COLUMNS = (
    "STRUCTURE",
    "STRUCTURE_ID",
    "ACTION",
    "FREQ",
    "REF_AREA",
    "INDICATOR",
    "MEASURE",
    "BASIS",
    "UNIT_MEASURE",
    "STATUS",
    "TIME_PERIOD",
    "OBS_VALUE",
    "OBS_STATUS",
    "UNIT_MULT",
    "DECIMALS",
    "TITLE",
    "BOUND",
    "SPEAKER",
    "CONFIDENCE",
    "SOURCE",
    "PUBLISHED",
    "COMMENT_OBS",
)
"""The columns in the order of the SDMX-CSV field guide: dimensions, measure, attributes."""


@cache
def _codes() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "data" / "sdmx.toml").read_text("utf-8"))


def observation(record: Record) -> tuple[object, ...] | None:
    """A figure in the order of ``COLUMNS``, or ``None`` where it has no period.

    Args:
        record: the figure.
    """
    time = sdmx_time(record.period)
    if time is None:
        return None
    value, multiplier = _scaled(record)
    return (
        "dataflow",
        DATAFLOW,
        "I",
        time.frequency,
        _area(record.region),
        record.indicator_id or record.indicator,
        record.measure,
        record.basis or (_UNKNOWN if record.measure in CHANGES else _NOT_APPLICABLE),
        _unit(record),
        record.status,
        time.period,
        value,
        _codes()["observation_status"][record.status],
        multiplier,
        len(digits(value).partition(".")[2]),
        record.indicator,
        record.bound,
        record.speaker,
        record.confidence,
        record.release,
        record.published,
        record.sentence,
    )


def _area(name: str | None) -> str:
    if name is None:
        return _COUNTRY
    region = region_of(name)
    if region is None:
        return name
    if region.level is RegionLevel.PROVINCE:
        return str(_codes()["areas"][region.code[:2]])
    return region.code


def _unit(record: Record) -> str:
    if not record.unit:
        return _NOT_APPLICABLE if record.measure is Measure.RANK else _UNKNOWN
    return str(_codes()["units"].get(record.unit, record.unit))


def _scaled(record: Record) -> tuple[Decimal, int]:
    """The value in the magnitude that the source says it in, and its power of ten.

    Only the exponent is shifted, so that the two give the value back whatever the words are.
    """
    found = _MAGNITUDE.search(record.text)
    if found is None:
        return record.value, 0
    power: int = _codes()["magnitudes"][found.group()]
    sign, figures, exponent = record.value.as_tuple()
    if not isinstance(exponent, int):  # no number: its writer refuses it
        return record.value, 0
    return Decimal((sign, figures, exponent - power)), power
