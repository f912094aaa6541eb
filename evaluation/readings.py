"""Rows in, Readings out: each report goes through the row-wise stages once, on all cores, and is kept.

Readings may be kept in a folder between runs. They lie under the digest of the package's own files, so that what
another version of the code read is never scored.
"""

import hashlib
import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import twosource
from twosource import annotate, pipeline
from twosource.collect.rows import report_from_row
from twosource.config import Settings
from twosource.engine import engine_for
from twosource.intake import Earlier
from twosource.model import Holdings, Reading, Report

ALONE = Settings(workers=1)
FIELDS = ("id", "url", "title", "published", "text")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where readings are kept (None: nowhere) and how many processes read."""

    folder: Path | None = None
    workers: int = 2


def readings(rows: Sequence[Mapping[str, object]], shelf: Shelf) -> list[Reading]:
    """Return the reading of each row, in order; nothing of a row but ``FIELDS`` is read."""
    reports = [report_from_row({name: row.get(name) for name in FIELDS}, ALONE.limits) for row in rows]
    found = {report.id: kept for report in reports if (kept := _kept(shelf, report)) is not None}
    missing = list({report.id: report for report in reports if report.id not in found}.values())
    with engine_for(shelf.workers if missing else 1, annotate.load_models) as engine:
        for read in engine.map(partial(pipeline.read, settings=ALONE), missing):
            found[read.reading.report] = read.reading
            _keep(shelf, read.reading)
    return [found[report.id] for report in reports]


def ledger(read: Sequence[Reading], *, one_event: bool, rule: str = "default") -> Holdings:
    """Return what a run over reports already read holds, in this process.

    It is the way a kept ledger's reports take, so the figures are those of a run over the rows themselves.
    """
    return pipeline.run([], Settings(workers=1, one_event=one_event, rule=rule), _silent, Earlier(readings=tuple(read)))


@cache
def code_digest() -> str:
    """Return the digest of all files of the package, its word lists and models included."""
    digest = hashlib.sha256()
    home = Path(twosource.__file__).parent
    for path in sorted(p for p in home.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        digest.update(path.relative_to(home).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _kept(shelf: Shelf, report: Report) -> Reading | None:
    path = _path(shelf, report.id)
    if path is None or not path.exists():
        return None
    kept = pickle.loads(path.read_bytes())  # noqa: S301 - written by this module, under this code's own digest
    return kept if isinstance(kept, Reading) else None


def _keep(shelf: Shelf, reading: Reading) -> None:
    path = _path(shelf, reading.report)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_bytes(pickle.dumps(reading, protocol=pickle.HIGHEST_PROTOCOL))
        fresh.replace(path)


def _path(shelf: Shelf, report: str) -> Path | None:
    return None if shelf.folder is None else shelf.folder / code_digest()[:16] / f"{report}.pickle"


def _silent(_stage: str, _done: int) -> None:
    """Tell nobody."""
