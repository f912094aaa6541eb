"""The tables of a team's accounts, and the revision they have; the ledger's own are in ``store/schema.py``."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, MetaData, String, Table, Text

HEAD = "a0001"  # the newest revision in migrations/versions

NUMBER = BigInteger().with_variant(Integer(), "sqlite")
DIGEST = String(64)
NAME = String(64)
TIME = String(27)  # ISO 8601 in UTC in one width, so that the order of texts is the order of times

METADATA = MetaData()
REVISION = Table("account_revision", METADATA, Column("version_num", String(32), primary_key=True))
"""Where Alembic keeps the revision of these tables."""

ACCOUNT = Table(
    "account",
    METADATA,
    Column("name", NAME, primary_key=True),
    Column("role", String(16), nullable=False),
    Column("password", Text, nullable=False),
    Column("is_disabled", Boolean, nullable=False),
    Column("made_at", TIME, nullable=False),
    Column("changed_at", TIME, nullable=False),
)
"""``password`` is an Argon2 hash with its salt and settings."""

SESSION = Table(
    "account_session",
    METADATA,
    Column("digest", DIGEST, primary_key=True),
    Column("account", NAME, nullable=False, index=True),
    Column("began_at", TIME, nullable=False),
    Column("seen_at", TIME, nullable=False),
)
"""``digest`` is the SHA-256 of what the browser holds: a copy of this table opens no session."""

TOKEN = Table(
    "account_token",
    METADATA,
    Column("digest", DIGEST, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("account", NAME, nullable=False, index=True),
    Column("label", String(100), nullable=False),
    Column("made_at", TIME, nullable=False),
    Column("ends_at", TIME, nullable=False),
)

ATTEMPT = Table(
    "account_attempt",
    METADATA,
    Column("sequence", NUMBER, primary_key=True, autoincrement=True),
    Column("account", NAME, nullable=False, index=True),
    Column("address", String(64), nullable=False, index=True),
    Column("at", TIME, nullable=False),
)
"""Attempts to log in that did not succeed (or have not yet); forgotten after an hour."""

AUDIT = Table(
    "account_audit",
    METADATA,
    Column("sequence", NUMBER, primary_key=True, autoincrement=True),
    Column("at", TIME, nullable=False),
    Column("who", NAME, nullable=False),
    Column("what", String(40), nullable=False),
    Column("about", Text, nullable=False),
    Column("address", String(64), nullable=False),
    Index("account_audit_who", "who"),
    sqlite_autoincrement=True,
)
