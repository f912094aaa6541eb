"""Pointers from each figure to its event, so that a figure's history is told without reading the ledger."""

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Change no table: what ends an upgrade makes lines and pointers anew."""
