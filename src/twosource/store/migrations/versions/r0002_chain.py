"""A chain of digests over all entries, an index of words, and each standing record told by a row of its own.

Before, one row named everything that stood; a past time is answered from the present layout only as far back as this
revision was made, and nothing that was recorded before is lost.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from twosource.store.chain import START, link
from twosource.store.finding import index, make_index
from twosource.store.words import words_of

revision = "0002"
down_revision = "0001"
OLD_STATE = "state"


def upgrade() -> None:
    """Add the chain and the index, fill both, and write what stands."""
    with op.batch_alter_table("record", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("chain", sa.String(64), nullable=False, server_default=""))
    connection = op.get_bind()
    make_index(connection)
    record = sa.Table("record", sa.MetaData(), autoload_with=connection)
    _write(connection, record, list(_standing(connection, record)))
    before = START
    for row in connection.execute(sa.select(record).order_by(record.c.sequence)).all():
        before = link(before, (row.table_name, row.id, str(row.version), row.recorded_at, row.sha256))
        connection.execute(record.update().where(record.c.sequence == row.sequence).values(chain=before))
        index(connection, [(row.sequence, words_of(row.table_name, json.loads(row.content)))])
    with op.batch_alter_table("record", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.alter_column("chain", server_default=None)


def _standing(connection: sa.Connection, record: sa.Table) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a row for each report that stands, and an empty record for each row that stands no more."""
    query = sa.select(record.c.content).where(record.c.table_name == OLD_STATE).order_by(record.c.version.desc())
    state = json.loads(connection.scalar(query.limit(1)) or "{}")
    for report in state.get("readings", ()):
        yield "standing", {"id": report, "record": {"reading": report}}
    for table in ("events", "copies"):
        names = sa.select(record.c.id).where(record.c.table_name == table).distinct()
        for gone in sorted(set(connection.scalars(names)) - set(state.get(table, ()))):
            yield table, {"id": gone, "record": None}
    if state:
        run = {"number": 1, "rule": state.get("rule", "default"), "program": "", "reports": [], "decisions": []}
        yield "runs", {"id": "00000001", "record": run}


def _write(connection: sa.Connection, record: sa.Table, rows: list[tuple[str, dict[str, Any]]]) -> None:
    moment = connection.scalar(sa.select(sa.func.max(record.c.recorded_at)))
    for table, row in rows:
        held = sa.select(sa.func.max(record.c.version)).where(record.c.table_name == table, record.c.id == row["id"])
        content = json.dumps(row, sort_keys=True, separators=(",", ":"))
        connection.execute(
            record.insert().values(
                table_name=table,
                id=row["id"],
                version=(connection.scalar(held) or 0) + 1,
                recorded_at=moment,
                sha256=hashlib.sha256(content.encode("ascii")).hexdigest(),
                content=content,
                chain="",
            )
        )
