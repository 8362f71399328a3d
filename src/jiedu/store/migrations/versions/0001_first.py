"""The first schema: releases and their figures.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "releases",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("published", sa.Date, nullable=False),
        sa.Column("ingested", sa.DateTime, nullable=False),
        sa.Column("publisher", sa.String),
        sa.Column("region", sa.String),
        sa.Column("url", sa.String),
        sa.Column("text", sa.Text, nullable=False),
        sa.UniqueConstraint("id", "version"),
        sa.UniqueConstraint("id", "sha256"),
    )
    op.create_table(
        "observations",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column(
            "release_key", sa.Integer, sa.ForeignKey("releases.key"), nullable=False, index=True
        ),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("indicator", sa.String, nullable=False, index=True),
        sa.Column("indicator_id", sa.String, index=True),
        sa.Column("measure", sa.String, nullable=False),
        sa.Column("value", sa.String, nullable=False),
        sa.Column("unit", sa.String, nullable=False),
        sa.Column("bound", sa.String, nullable=False),
        sa.Column("period", sa.String),
        sa.Column("basis", sa.String),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("sentence_start", sa.Integer, nullable=False),
        sa.Column("sentence_end", sa.Integer, nullable=False),
        sa.Column("speaker", sa.String),
        sa.Column("region", sa.String),
        sa.Column("confidence", sa.Float),
        sa.Column("rule", sa.String, nullable=False),
    )
    op.create_index("observations_by_series", "observations", ["indicator", "measure"])
