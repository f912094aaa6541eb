"""Pointers from each claim to its reading, so that a claim is found by its id, or the beginning of it, alone."""

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Change no table: what ends an upgrade makes lines and pointers anew."""
