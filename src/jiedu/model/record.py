"""One figure as a flat row: what is exported, imported and compared across sources."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from jiedu.model.observation import Bound, Measure, Observation, Status


@dataclass(frozen=True, slots=True)
class Record:
    """One figure with its source, whether read from a text or from a table.

    Attributes:
        release: the id of its release, or of the table it was imported with.
        published: the day the world could know it.
        start: where the numeral starts in the release's text, in code points; ``None`` for a
            table's figure, which has no text.
        end: where the numeral ends, likewise.
        indicator: what is measured, in words of the source.
        indicator_id: the catalogue's id, or ``None`` where it is not sure.
        measure: the kind of statement.
        value: signed, in base units (万, 亿 multiplied out); per cent as percentages.
        unit: ``%``, ``pp``, ``倍``, or the unit without its magnitude; empty where none is said.
        bound: how the true value stands to ``value``.
        period: ISO 8601, inclusive, or ``None``.
        basis: what a change is compared with, or ``None``.
        status: actual, target or forecast.
        region: the region it is about, or ``None`` for the country.
        speaker: who says it, where the text names them.
        confidence: how likely all slots are right, from 0 to 1.
        rule: what read it.
        text: the numeral as written.
        sentence: the sentence that says it, or the place in the table.
    """

    release: str
    published: date
    start: int | None
    end: int | None
    indicator: str
    indicator_id: str | None
    measure: Measure
    value: Decimal
    unit: str
    bound: Bound
    period: str | None
    basis: str | None
    status: Status
    region: str | None
    speaker: str | None
    confidence: float | None
    rule: str
    text: str
    sentence: str


FIELDS = tuple(field.name for field in fields(Record))
"""The fields of a record, in the order in which every row has them."""


@dataclass(frozen=True, slots=True)
class Table:
    """An imported table of figures.

    Attributes:
        id: the name of its file without the ending.
        title: its heading, or the name of the file.
        published: the day the world could know it.
        sha256: the digest of the file's bytes.
        records: its figures, in the order of the file.
        publisher: who published it, where known.
        url: where it was found, where known.
    """

    id: str
    title: str
    published: date
    sha256: str
    records: tuple[Record, ...]
    publisher: str | None = None
    url: str | None = None


def record_of(found: Observation, release: str, published: date, sentence: str) -> Record:
    """An observation of a text as a record.

    Args:
        found: the figure.
        release: the id of its release.
        published: when that was published.
        sentence: the characters of ``found.sentence``.
    """
    return Record(
        release=release,
        published=published,
        start=found.span.start,
        end=found.span.end,
        indicator=found.indicator,
        indicator_id=found.indicator_id,
        measure=found.measure,
        value=found.value,
        unit=found.unit,
        bound=found.bound,
        period=found.period,
        basis=found.basis,
        status=found.status,
        region=found.region,
        speaker=found.speaker,
        confidence=found.confidence,
        rule=found.rule,
        text=found.text,
        sentence=sentence,
    )
