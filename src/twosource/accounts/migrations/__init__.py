"""Alembic's environment and the revisions of the tables of accounts, the oldest first in ``versions``."""
