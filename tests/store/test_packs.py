"""A large shelf is kept in columns too; whatever is wrong with that, the lines tell the same."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from twosource.model import EventEntry, Found, Query
from twosource.store import SHELVED, SqlStore, open_store

MANY = 10_050
NEXT = "2031-10-02T08:00:00Z"
QUERIES = (
    Query(),
    Query(sort="title", descending=False, limit=3),
    Query(words="bravo", type="bombing"),
    Query(at_least=90, sort="killed"),
    Query(rule="ucdp", at_most=3),
    Query(place="CH"),
)


def _row(number: int, killed: int) -> dict[str, Any]:
    toll = {"low": killed, "best": killed, "high": None, "agreement": "single", "voices": 1}
    entry = {
        "id": f"e-{number:016x}",
        "title": f"{('Alpha', 'Bravo')[number % 2]} {number}",
        "type": ("bombing", "shelling")[number % 3 == 0],
        "date": {"earliest": f"2031-05-{number % 28 + 1:02}", "latest": f"2031-06-{number % 28 + 1:02}"}
        | {"precision": "range"},
        "place": {"name": f"Town {number % 40}", "country": "CH", "latitude": number % 40, "longitude": number % 7},
        "actors": [],
        "killed": toll,
        "injured": None,
        "captured": None,
        "reports": 1,
        "outlets": ["Courier"],
        "claims": 1,
    }
    under = {"ucdp": [[killed % 5, killed % 5, killed % 5, "single", 1], None, None]}
    return {"id": entry["id"], "record": {"entry": entry, "under": under}}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of so many events that its shelf is worth a pack; a few of them came twice, one went."""
    file = tmp_path_factory.mktemp("packs") / "ledger.db"
    with closing(open_store(str(file))) as store:
        store.append(SHELVED["events"], (_row(number, number % 100) for number in range(MANY)), "2031-10-01T08:00:00Z")
        store.append(SHELVED["events"], (_row(number, 99) for number in range(20)), NEXT)
        store.append(SHELVED["events"], [{"id": f"e-{30:016x}", "record": None}], NEXT)
    return file


@pytest.fixture
def file(made: Path, tmp_path: Path) -> Path:
    """The ledger, for one test."""
    return Path(shutil.copy(made, tmp_path / "ledger.db"))


def _best(found: Found, wanted: str) -> int | None:
    entry = next(one for one in found.entries if one.id == wanted)
    return entry.killed.best if isinstance(entry, EventEntry) and entry.killed else None


def _told(file: Path) -> list[Found]:
    with closing(open_store(str(file))) as store:
        return [store.find(query, as_of) for as_of in (None, "2031-10-01T09:00:00Z") for query in QUERIES]


def _packs(file: Path) -> int:
    with closing(sqlite3.connect(file)) as other:
        return int(other.execute("SELECT count(*) FROM pack").fetchone()[0])


def test_the_second_start_reads_a_pack_and_tells_the_same(file: Path) -> None:
    assert _packs(file) == 0
    from_lines = _told(file)
    assert _packs(file) == 1
    with closing(sqlite3.connect(file)) as other:  # without its lines only the pack can tell
        other.execute("UPDATE line SET terms = '', numbers = zeroblob(length(numbers))")
        other.commit()
    assert _told(file) == from_lines
    assert from_lines[0].total == MANY - 1


def _cut(content: bytes) -> bytes:
    return content[:-1]


def _bent(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


def _empty(_content: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("damage", [_cut, _bent, _empty])
def test_a_damaged_pack_is_passed_over_and_made_again(file: Path, damage: Callable[[bytes], bytes]) -> None:
    from_lines = _told(file)
    with closing(sqlite3.connect(file)) as other:
        (kept,) = other.execute("SELECT content FROM pack").fetchone()
        other.execute("UPDATE pack SET content = ?", (damage(kept),))
        other.commit()
    assert _told(file) == from_lines
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("SELECT content FROM pack").fetchone() == (kept,)


def test_what_is_recorded_after_a_pack_is_found_at_once(file: Path) -> None:
    _told(file)
    with closing(open_store(str(file))) as reader, closing(open_store(str(file))) as writer:
        assert reader.find(QUERIES[0]).total == MANY - 1
        writer.append(SHELVED["events"], [_row(MANY, 5), _row(1, 7), {"id": f"e-{2:016x}", "record": None}], NEXT)
        found = reader.find(Query(sort="title", limit=MANY))
        assert found.total == MANY - 1
        assert {one.id for one in found.entries} >= {f"e-{MANY:016x}"}
        assert _best(found, f"e-{1:016x}") == 7
        assert reader.find(Query(rule="ucdp", at_least=4)).total == writer.find(Query(rule="ucdp", at_least=4)).total


@pytest.fixture
def locked(file: Path) -> Iterator[Path]:
    """The ledger while another program writes to it."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield file
        other.execute("ROLLBACK")


def test_nobody_waits_for_a_pack_to_be_kept(locked: Path) -> None:
    with closing(open_store(str(locked))) as store:
        assert store.find(QUERIES[0]).total == MANY - 1
    assert _packs(locked) == 0


def test_lines_made_anew_leave_no_old_pack(file: Path) -> None:
    from_lines = _told(file)
    with closing(sqlite3.connect(file)) as other:
        other.execute("UPDATE alembic_version SET version_num = '0003'")
        other.execute("ALTER TABLE pack RENAME TO old_pack")
        other.commit()
    with closing(SqlStore(str(file))):
        assert _packs(file) == 0
    assert _told(file) == from_lines
