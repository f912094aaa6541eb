"""A ledger's log as one file and back: what a backup is, the same whatever the ledger is kept in."""

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from twosource.errors import SourceError
from twosource.store.store import Entry


def pack(entries: Iterable[Entry], path: Path) -> int:
    """Write entries to a file of gzipped JSON Lines and return how many; the file appears whole or not at all.

    Raises:
        SourceError: the file cannot be written, or exists.
    """
    draft = path.with_name(f".{path.name}.part")
    written = 0
    try:
        if path.exists():
            raise SourceError(f"{path} exists; a backup overwrites nothing: name a new file.")
        with draft.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as file:
            for entry in entries:
                file.write(msgspec.json.encode(entry) + b"\n")
                written += 1
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise SourceError(f"Cannot write {path}: {error}; name a file that can be written.") from error
    return written


def unpack(path: Path) -> Iterator[Entry]:
    """Yield the entries of a file that ``pack`` wrote.

    Raises:
        SourceError: the file cannot be read, or is none.
    """
    try:
        with gzip.open(path, "rb") as file:
            for line in file:
                yield msgspec.json.decode(line, type=Entry)
    except (OSError, EOFError, msgspec.MsgspecError) as error:
        raise SourceError(f"Cannot read the backup {path}: {error}; name a file of 'twosource backup'.") from error
