"""Alembic's environment and the revisions of a ledger's tables, the oldest first in ``versions``."""
