"""What a release's text was taken out of: a page, a PDF file, a Word document.

Revision ID: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table; releases of before have nothing in it."""
    op.create_table(
        "originals",
        sa.Column("release_key", sa.Integer(), sa.ForeignKey("releases.key"), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("release_key"),
    )
