"""Readings by extractor, turns and points, names, commitments, findings, outcomes, tables, index.

Revision ID: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from jiedu.store.index import make_index
from jiedu.store.names import plain_name

revision = "0002"
down_revision = "0001"

_EXTRACTOR = "before runs were told apart"
_KEPT = (
    'start, "end", indicator_id, measure, value, unit, bound, period, basis, status, text,'
    " sentence_start, sentence_end, speaker, region, confidence, rule"
)


def upgrade() -> None:
    """Make the tables, and give each figure its reading and its name."""
    connection = op.get_bind()
    for index in ("series", "indicator", "indicator_id", "release_key"):
        name = "observations_by_series" if index == "series" else f"ix_observations_{index}"
        op.drop_index(name, table_name="observations")
    op.rename_table("observations", "old_observations")
    _make_tables()
    connection.execute(
        sa.text(
            "INSERT INTO readings (release_key, extractor, ingested)"
            " SELECT key, :extractor, ingested FROM releases ORDER BY key"
        ),
        {"extractor": _EXTRACTOR},
    )
    told = connection.execute(sa.text("SELECT DISTINCT indicator FROM old_observations"))
    rows = [{"name": name, "plain": plain_name(name)} for name in told.scalars()]
    if rows:
        connection.execute(sa.text("INSERT INTO names (name, plain) VALUES (:name, :plain)"), rows)
    moved = ", ".join(f"old.{column.strip()}" for column in _KEPT.split(","))
    connection.execute(
        sa.text(
            f"INSERT INTO observations (reading_key, name_key, {_KEPT})"
            f" SELECT readings.key, names.key, {moved} FROM old_observations AS old"
            " JOIN readings ON readings.release_key = old.release_key"
            " JOIN names ON names.name = old.indicator ORDER BY old.key"
        )
    )
    op.drop_table("old_observations")
    if connection.dialect.name == "sqlite":  # the next step makes a server's
        make_index(connection)


def _make_tables() -> None:
    op.create_table(
        "names",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("plain", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("name"),
    )
    op.create_index(("ix_names_plain"), "names", ["plain"], unique=False)
    op.create_table(
        "reference_tables",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("published", sa.Date(), nullable=False),
        sa.Column("ingested", sa.DateTime(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id", "sha256"),
        sa.UniqueConstraint("id", "version"),
    )
    op.create_index("releases_by_day", "releases", ["published", "key"], unique=False)
    op.create_table(
        "readings",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("release_key", sa.Integer(), nullable=False),
        sa.Column("extractor", sa.String(), nullable=False),
        sa.Column("ingested", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_key"],
            ["releases.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("release_key", "extractor"),
    )
    op.create_index("readings_by_run", "readings", ["extractor"], unique=False)
    op.create_table(
        "reference_records",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("table_key", sa.Integer(), nullable=False),
        sa.Column("release", sa.String(), nullable=False),
        sa.Column("published", sa.Date(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("name_key", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.String(), nullable=True),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("bound", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=True),
        sa.Column("basis", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=True),
        sa.Column("speaker", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["name_key"],
            ["names.key"],
        ),
        sa.ForeignKeyConstraint(
            ["table_key"],
            ["reference_tables.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index(
        ("ix_reference_records_table_key"), "reference_records", ["table_key"], unique=False
    )
    op.create_index("records_by_id", "reference_records", ["indicator_id", "measure"], unique=False)
    op.create_index("records_by_name", "reference_records", ["name_key", "measure"], unique=False)
    op.create_table(
        "commitments",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("reading_key", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("object", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=True),
        sa.Column("deadline", sa.String(), nullable=True),
        sa.Column("targets", sa.String(), nullable=False),
        sa.Column("instrument", sa.String(), nullable=True),
        sa.Column("speaker", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reading_key"],
            ["readings.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("commitments_by_reading", "commitments", ["reading_key", "start"], unique=False)
    op.create_table(
        "observations",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("reading_key", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("name_key", sa.Integer(), nullable=False),
        sa.Column("indicator_id", sa.String(), nullable=True),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("bound", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=True),
        sa.Column("basis", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=True),
        sa.Column("region", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["name_key"],
            ["names.key"],
        ),
        sa.ForeignKeyConstraint(
            ["reading_key"],
            ["readings.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("observations_by_id", "observations", ["indicator_id", "measure"], unique=False)
    op.create_index("observations_by_name", "observations", ["name_key", "measure"], unique=False)
    op.create_index(
        "observations_by_reading", "observations", ["reading_key", "start"], unique=False
    )
    op.create_table(
        "points",
        sa.Column("reading_key", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("marker", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_key"],
            ["readings.key"],
        ),
        sa.PrimaryKeyConstraint("reading_key", "start"),
    )
    op.create_table(
        "turns",
        sa.Column("reading_key", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reading_key"],
            ["readings.key"],
        ),
        sa.PrimaryKeyConstraint("reading_key", "start"),
    )
    op.create_table(
        "findings",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("observation_key", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("low", sa.String(), nullable=True),
        sa.Column("high", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("ingested", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["observation_key"],
            ["observations.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index(("ix_findings_observation_key"), "findings", ["observation_key"], unique=False)
    op.create_table(
        "outcomes",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("commitment_key", sa.Integer(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("percent", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("ingested", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment_key"],
            ["commitments.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index(("ix_outcomes_commitment_key"), "outcomes", ["commitment_key"], unique=False)
    op.create_table(
        "finding_evidence",
        sa.Column("finding_key", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("observation_key", sa.Integer(), nullable=True),
        sa.Column("record_key", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["finding_key"],
            ["findings.key"],
        ),
        sa.ForeignKeyConstraint(
            ["observation_key"],
            ["observations.key"],
        ),
        sa.ForeignKeyConstraint(
            ["record_key"],
            ["reference_records.key"],
        ),
        sa.PrimaryKeyConstraint("finding_key", "place"),
    )
    op.create_table(
        "outcome_evidence",
        sa.Column("outcome_key", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("release_key", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["outcome_key"],
            ["outcomes.key"],
        ),
        sa.ForeignKeyConstraint(
            ["release_key"],
            ["releases.key"],
        ),
        sa.PrimaryKeyConstraint("outcome_key", "place"),
    )
