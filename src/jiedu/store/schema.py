"""The tables of the store. Rows are added, never changed."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 1
"""The version of the schema; a store of a newer one is not opened."""

metadata = MetaData()

releases = Table(
    "releases",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("title", String, nullable=False),
    Column("published", Date, nullable=False),
    Column("ingested", DateTime, nullable=False),
    Column("publisher", String),
    Column("region", String),
    Column("url", String),
    Column("text", Text, nullable=False),
    UniqueConstraint("id", "version"),
    UniqueConstraint("id", "sha256"),
)
"""One row for each version of a release; the newest version is what views show."""

observations = Table(
    "observations",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("release_key", ForeignKey("releases.key"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("indicator", String, nullable=False, index=True),
    Column("indicator_id", String, index=True),
    Column("measure", String, nullable=False),
    Column("value", String, nullable=False),
    Column("unit", String, nullable=False),
    Column("bound", String, nullable=False),
    Column("period", String),
    Column("basis", String),
    Column("status", String, nullable=False),
    Column("text", String, nullable=False),
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
    Column("speaker", String),
    Column("region", String),
    Column("confidence", Float),
    Column("rule", String, nullable=False),
)
"""The figures of a release's version; values are decimals written out, so that they are exact."""

Index("observations_by_series", observations.c.indicator, observations.c.measure)
