"""The tables that a ledger in a database is made of, and the revision they have."""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text, UniqueConstraint

HEAD = "0006"  # the newest revision in migrations/versions

NAME = String(200).with_variant(String(200, collation="C"), "postgresql")  # sorts by code point, as SQLite does

METADATA = MetaData()
RECORD = Table(
    "record",
    METADATA,
    Column("sequence", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=True),
    Column("table_name", NAME, nullable=False),
    Column("id", NAME, nullable=False),
    Column("version", Integer, nullable=False),
    Column("recorded_at", NAME, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("content", Text, nullable=False),
    Column("chain", String(64), nullable=False),
    UniqueConstraint("table_name", "id", "version"),
    sqlite_autoincrement=True,
)
"""Every version of every row: ``version`` counts from 1 per id, ``recorded_at`` never falls as ``sequence`` rises."""

LINE = Table(
    "line",
    METADATA,
    Column("sequence", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=False),
    Column("table_name", NAME, nullable=False),
    Column("id", NAME, nullable=False),
    Column("since", NAME, nullable=False),
    Column("terms", Text, nullable=False),
    Column("numbers", LargeBinary, nullable=False),
    Column("under", LargeBinary, nullable=False),
)
"""What an entry of a shelf is found by, under the entry's sequence; made from it, so that it can be made again."""

POINTER = Table(
    "pointer",
    METADATA,
    Column("table_name", NAME, primary_key=True),
    Column("key", NAME, primary_key=True),
    Column("id", NAME, primary_key=True),
)
"""Which rows any version of which names an id; made from the entries, as the lines."""

PACK = Table(
    "pack",
    METADATA,
    Column("table_name", NAME, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)
"""The first lines of a shelf's table in columns, by the ten thousands; made from the lines, to be read in one go."""

LINES_BY_TABLE = Index("line_by_table", LINE.c.table_name, LINE.c.sequence)

REVISION = Table("alembic_version", METADATA, Column("version_num", String(32), primary_key=True))
"""The revision of the tables; kept where Alembic keeps it."""
