"""Records made for the tests of exports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from jiedu.model import Bound, Measure, Record, Status

_PLAIN = Record(
    release="sample",
    published=date(2023, 7, 20),
    start=11,
    end=16,
    indicator="5G基站",
    indicator_id="telecom.5g_base_stations",
    measure=Measure.LEVEL,
    value=Decimal(2937000),
    unit="个",
    bound=Bound.EXACT,
    period="2023-06-30",
    basis=None,
    status=Status.ACTUAL,
    region=None,
    speaker="赵志国",
    confidence=0.98,
    rule="level/named",
    text="293.7万个",
    sentence="截至6月底，5G基站总数达293.7万个。",
)


def record(**slots: Any) -> Record:
    """A plain record, but for the slots given."""
    return replace(_PLAIN, **slots)


# a text that UTF-8 can hold; what it cannot hold has tests of its own
_texts = st.text(st.characters(exclude_categories=["Cs"]))
_named = _texts.filter(bool)
_decimals = st.decimals(allow_nan=False, allow_infinity=False).filter(
    lambda value: -300 < value.adjusted() < 300
)

records = st.builds(
    Record,
    release=_texts,
    published=st.dates(),
    start=st.none() | st.integers(0, 2**40),
    end=st.none() | st.integers(0, 2**40),
    indicator=_texts,
    indicator_id=st.none() | _named,
    measure=st.sampled_from(Measure),
    value=_decimals,
    unit=_texts,
    bound=st.sampled_from(Bound),
    period=st.none() | _named,
    basis=st.none() | _named,
    status=st.sampled_from(Status),
    region=st.none() | _named,
    speaker=st.none() | _named,
    confidence=st.none() | st.floats(0, 1),
    rule=_texts,
    text=_texts,
    sentence=_texts,
)
"""Any records; an empty text stands only where ``None`` cannot."""
