"""Pointers from each figure to its event, so that a figure's history is told without reading the ledger."""

from alembic import op

from twosource.store.derived import derive_again

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the lines and pointers of all entries anew."""
    derive_again(op.get_bind())
