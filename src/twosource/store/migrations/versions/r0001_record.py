"""The first tables: every version of every row, told apart by table, id and version."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the table of entries."""
    name = sa.String(200).with_variant(sa.String(200, collation="C"), "postgresql")
    op.create_table(
        "record",
        sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("table_name", name, nullable=False),
        sa.Column("id", name, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("recorded_at", name, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.UniqueConstraint("table_name", "id", "version"),
        sqlite_autoincrement=True,
    )
