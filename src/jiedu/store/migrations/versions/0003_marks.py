"""The index of words of a server: the searched texts, and marks of up to three characters.

Revision ID: 0003
"""

from __future__ import annotations

from alembic import op

from jiedu.store.index import make_index

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make a server's index anew; a file's is as it was."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        op.drop_table("release_grams", if_exists=True)
        make_index(connection)
