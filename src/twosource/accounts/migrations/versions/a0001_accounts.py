"""Accounts, sessions, tokens of programs, attempts to log in, and the audit."""

import sqlalchemy as sa
from alembic import op

revision = "a0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    _people()
    op.create_table(
        "account_attempt",
        sa.Column("sequence", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("account", sa.String(64), nullable=False, index=True),
        sa.Column("address", sa.String(64), nullable=False, index=True),
        sa.Column("at", sa.String(27), nullable=False),
    )
    op.create_table(
        "account_audit",
        sa.Column("sequence", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("who", sa.String(64), nullable=False),
        sa.Column("what", sa.String(40), nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("address", sa.String(64), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("account_audit_who", "account_audit", ["who"])


def _people() -> None:
    op.create_table(
        "account",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("password", sa.Text, nullable=False),
        sa.Column("is_disabled", sa.Boolean, nullable=False),
        sa.Column("made_at", sa.String(27), nullable=False),
        sa.Column("changed_at", sa.String(27), nullable=False),
    )
    op.create_table(
        "account_session",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("account", sa.String(64), nullable=False, index=True),
        sa.Column("began_at", sa.String(27), nullable=False),
        sa.Column("seen_at", sa.String(27), nullable=False),
    )
    op.create_table(
        "account_token",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("id", sa.String(16), nullable=False, unique=True),
        sa.Column("account", sa.String(64), nullable=False, index=True),
        sa.Column("label", sa.String(100), nullable=False),
        sa.Column("made_at", sa.String(27), nullable=False),
        sa.Column("ends_at", sa.String(27), nullable=False),
    )
