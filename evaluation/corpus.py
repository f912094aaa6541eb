"""Corpora on disk in; rows, parts and fingerprints out. Knows nothing of any measure."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

Row = dict[str, Any]
Part = Literal["tuned", "unseen"]
PARTS: tuple[Part, ...] = ("tuned", "unseen")


def rows(path: Path) -> list[Row]:
    """Return the rows of a packed JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def part_of(key: str) -> Part:
    """Return "unseen" for the fifth of the ids that nothing is tuned on, else "tuned"."""
    return "tuned" if _number(key) % 5 else "unseen"


def sample(chosen: Sequence[Row], key: str, most: int | None) -> list[Row]:
    """Return ``most`` rows, always the same ones whatever their order (by the digest of their id); None: all."""
    return sorted(chosen, key=lambda row: _number(row[key]))[:most] if most is not None else list(chosen)


def fingerprint(folder: Path) -> str:
    """Return the SHA-256 over names and bytes of all files of a corpus but its README."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "README.md"):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def f1(right: float, found: float, gold: float) -> float:
    """Return F1 from the number of right, found and gold items; 0 where there are none."""
    return 2 * right / (found + gold) if found + gold else 0.0


def share(hits: Iterable[bool]) -> tuple[float, int]:
    """Return the share of hits and how many there are to hit."""
    kept = list(hits)
    return (sum(kept) / len(kept) if kept else 0.0), len(kept)


def _number(key: str) -> int:
    return int(hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest(), 16)
