"""Indices that find figures of some periods, for checks, in place of those without periods.

Revision ID: 0005
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make both indices anew, with the period behind what they had."""
    for name, column in (
        ("observations_by_id", "indicator_id"),
        ("observations_by_name", "name_key"),
    ):
        op.drop_index(name, "observations")
        op.create_index(name, "observations", [column, "measure", "period"])
