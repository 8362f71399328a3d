"""The tables of the store. Rows are added, never changed.

Two clocks stand on every source: ``published``, when the world could know it, and ``ingested``,
when this store did. What a stage computed hangs on a reading: one release's version as one
extractor read it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

REVISION = "0006"
"""The newest migration; a store of a later one is not opened."""

metadata = MetaData()


def _source_columns() -> tuple[Column[Any], ...]:
    """What a version of a release and one of an imported table have in common."""
    return (
        Column("key", Integer, primary_key=True),
        Column("id", String, nullable=False),
        Column("version", Integer, nullable=False),
        Column("sha256", String(64), nullable=False),
        Column("title", String, nullable=False),
        Column("published", Date, nullable=False),
        Column("ingested", DateTime, nullable=False),
        Column("publisher", String),
        Column("url", String),
    )


def _source_keys() -> tuple[UniqueConstraint, ...]:
    return UniqueConstraint("id", "version"), UniqueConstraint("id", "sha256")


def _figure_columns() -> tuple[Column[Any], ...]:
    """What a text's figure and a table's have in common; values are decimals written out."""
    return (
        Column("name_key", ForeignKey("names.key"), nullable=False),
        Column("indicator_id", String),
        Column("measure", String, nullable=False),
        Column("value", String, nullable=False),
        Column("unit", String, nullable=False),
        Column("bound", String, nullable=False),
        Column("period", String),
        Column("basis", String),
        Column("status", String, nullable=False),
        Column("text", String, nullable=False),
        Column("speaker", String),
        Column("region", String),
        Column("confidence", Float),
        Column("rule", String, nullable=False),
    )


releases = Table(
    "releases",
    metadata,
    *_source_columns(),
    Column("region", String),
    Column("text", Text, nullable=False),
    *_source_keys(),
)
"""One row for each version of a release; the newest version is what views show."""

Index("releases_by_day", releases.c.published, releases.c.key)

originals = Table(
    "originals",
    metadata,
    Column("release_key", ForeignKey("releases.key"), primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("media_type", String, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)
"""What a version's text was taken out of: its bytes, packed by zlib, and their digest unpacked."""

readings = Table(
    "readings",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("release_key", ForeignKey("releases.key"), nullable=False),
    Column("extractor", String, nullable=False),
    Column("ingested", DateTime, nullable=False),
    UniqueConstraint("release_key", "extractor"),
)
"""A release's version as an extractor read it; all by one extractor are one run."""

Index("readings_by_run", readings.c.extractor)

turns = Table(
    "turns",
    metadata,
    Column("reading_key", ForeignKey("readings.key"), primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("end", Integer, nullable=False),
    Column("role", String, nullable=False),
    Column("speaker", String),
)
"""Stretches of speech, without their labels."""

points = Table(
    "points",
    metadata,
    Column("reading_key", ForeignKey("readings.key"), primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("end", Integer, nullable=False),
    Column("marker", String, nullable=False),
    Column("level", Integer, nullable=False),
)
"""Enumerated items."""

names = Table(
    "names",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("plain", String, nullable=False, index=True),
)
"""What figures are called in the texts, each once; ``plain`` leaves filling words out."""

observations = Table(
    "observations",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("reading_key", ForeignKey("readings.key"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
    *_figure_columns(),
)
"""The figures of a reading."""

Index("observations_by_reading", observations.c.reading_key, observations.c.start)
_MEASURED = (observations.c.measure, observations.c.period)
Index("observations_by_id", observations.c.indicator_id, *_MEASURED)
Index("observations_by_name", observations.c.name_key, *_MEASURED)

commitments = Table(
    "commitments",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("reading_key", ForeignKey("readings.key"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("action", String, nullable=False),
    Column("object", String, nullable=False),
    Column("owner", String),
    Column("deadline", String),
    Column("targets", String, nullable=False),
    Column("instrument", String),
    Column("speaker", String),
)
"""The measures of a reading; ``targets`` are the starts of numerals, told apart by spaces."""

Index("commitments_by_reading", commitments.c.reading_key, commitments.c.start)

findings = Table(
    "findings",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("observation_key", ForeignKey("observations.key"), nullable=False, index=True),
    Column("rule", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("low", String),
    Column("high", String),
    Column("reason", String, nullable=False),
    Column("ingested", DateTime, nullable=False),
)
"""Checked claims."""

finding_evidence = Table(
    "finding_evidence",
    metadata,
    Column("finding_key", ForeignKey("findings.key"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("observation_key", ForeignKey("observations.key")),
    Column("record_key", ForeignKey("reference_records.key")),
)
"""The figures that a finding rests on, of texts or of tables."""

outcomes = Table(
    "outcomes",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("commitment_key", ForeignKey("commitments.key"), nullable=False, index=True),
    Column("target", Integer),
    Column("state", String, nullable=False),
    Column("percent", String),
    Column("reason", String, nullable=False),
    Column("ingested", DateTime, nullable=False),
)
"""What became of commitments, as it was found each time; the newest row is what views show."""

outcome_evidence = Table(
    "outcome_evidence",
    metadata,
    Column("outcome_key", ForeignKey("outcomes.key"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("release_key", ForeignKey("releases.key"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)
"""The sentences that an outcome rests on."""

judgements = Table(
    "judgements",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("release", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("target", Integer),
    Column("ruling", String, nullable=False),
    Column("evidence_release", String, nullable=False),
    Column("evidence_start", Integer, nullable=False),
    Column("evidence_end", Integer, nullable=False),
    Column("evidence_sentence", String, nullable=False),
    Column("state", String),
    Column("note", String, nullable=False),
    Column("made", DateTime, nullable=False),
)
"""What people decided about links; they name places in texts, so that no new reading loses them."""

reference_tables = Table("reference_tables", metadata, *_source_columns(), *_source_keys())
"""Imported official tables, with their source."""

reference_records = Table(
    "reference_records",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("table_key", ForeignKey("reference_tables.key"), nullable=False, index=True),
    Column("release", String, nullable=False),
    Column("published", Date, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("sentence", String, nullable=False),
    *_figure_columns(),
)
"""The figures of imported tables: reference series."""

Index("records_by_id", reference_records.c.indicator_id, reference_records.c.measure)
Index("records_by_name", reference_records.c.name_key, reference_records.c.measure)
