"""A database in, its tables in the present revision out: made where there are none, migrated where they are older."""

from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select

from twosource.errors import StoreError
from twosource.log import logger
from twosource.store.derived import AT_ONCE, derive_again
from twosource.store.finding import make_index
from twosource.store.schema import HEAD, METADATA, RECORD, REVISION

FIRST = "0001"  # what a ledger has that was made before revisions were written down
MANY = 20_000  # entries between two tellings: some 5 s
MIGRATIONS = Path(__file__).parent / "migrations"


def revision(connection: Connection, where: str) -> str | None:
    """Return the revision of a ledger's tables, None where there are none.

    Raises:
        StoreError: there is such a table, but of another program.
    """
    tables = inspect(connection)
    if not tables.has_table(RECORD.name):
        return None
    if not {column["name"] for column in tables.get_columns(RECORD.name)} >= {"sequence", "table_name", "content"}:
        way_out = "it holds a table `record` of another program: name another file or database"
        raise StoreError(f"Cannot use the ledger {where}: {way_out}.", way_out)
    told = connection.scalar(select(REVISION.c.version_num)) if tables.has_table(REVISION.name) else None
    return told or FIRST


def upgraded(connection: Connection, where: str) -> None:
    """Bring the tables to the present revision; the caller holds the writers' lock and commits.

    Raises:
        StoreError: the ledger was made by a newer version of the program.
    """
    found = revision(connection, where)
    if found is None:
        METADATA.create_all(connection)
        make_index(connection)
        connection.execute(insert(REVISION).values(version_num=HEAD))
    elif found > HEAD:
        way_out = f"it has the revision {found}; this version of Twosource knows {HEAD}: install a newer one"
        raise StoreError(f"Cannot use the ledger {where}: {way_out}.", way_out)
    elif found < HEAD:
        _migrate(connection, found)
        derive_again(connection, lambda done, whole: _tell(where, done, whole))


def _tell(where: str, done: int, whole: int) -> None:
    """Tell how far an upgrade is; of small ledgers nothing, they take less than a second."""
    if whole >= MANY and (done == whole or done % MANY < AT_ONCE):
        logger.info(
            "The ledger %s is brought to revision %s: %s of %s entries.", where, HEAD, f"{done:,}", f"{whole:,}"
        )


def _migrate(connection: Connection, found: str) -> None:
    from alembic import command  # noqa: PLC0415 - costs 0.2 s, needed by older ledgers alone
    from alembic.config import Config  # noqa: PLC0415 - the same

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    if not inspect(connection).has_table(REVISION.name):
        command.stamp(config, found)
    command.upgrade(config, HEAD)
