"""Lines of shelves and pointers, beside the entries that they are made from; what ends an upgrade fills them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the two tables."""
    name = sa.String(200).with_variant(sa.String(200, collation="C"), "postgresql")
    op.create_table(
        "line",
        sa.Column(
            "sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True, autoincrement=False
        ),
        sa.Column("table_name", name, nullable=False),
        sa.Column("id", name, nullable=False),
        sa.Column("since", name, nullable=False),
        sa.Column("terms", sa.Text, nullable=False),
        sa.Column("numbers", sa.LargeBinary, nullable=False),
        sa.Column("under", sa.LargeBinary, nullable=False),
    )
    op.create_index("line_by_table", "line", ["table_name", "sequence"])
    op.create_table(
        "pointer",
        sa.Column("table_name", name, primary_key=True),
        sa.Column("key", name, primary_key=True),
        sa.Column("id", name, primary_key=True),
    )
