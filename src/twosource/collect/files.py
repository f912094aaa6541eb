"""Names of files and folders come in; every regular file below them goes out in sorted order, or why it cannot."""

import stat
from collections.abc import Iterator
from pathlib import Path

from twosource.collect.item import Refusal

_Identity = tuple[int, int]


def files_below(name: Path) -> Iterator[Path | Refusal]:
    """Yield ``name`` itself, or the files of the folder ``name`` and of its folders, sorted by name.

    Hidden files and folders (a leading dot) below a folder are passed over; a named folder without any other file is
    refused, so that it is not passed over in silence. Pipes, devices and sockets are refused
    unopened, so that nothing can block; a folder that links back to one above it is refused once.
    """
    found = _walk(name, frozenset())
    yield next(found, refusal(name, "empty", "the folder holds no file"))
    yield from found


def _walk(path: Path, above: frozenset[_Identity]) -> Iterator[Path | Refusal]:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            yield from _folder(path, (status.st_dev, status.st_ino), above)
        elif stat.S_ISREG(status.st_mode):
            yield path
        else:
            yield refusal(path, "not a file", "a pipe, device or socket; only regular files are read")
    except OSError as error:
        yield refusal(path, "unreadable path", f"the path cannot be read: {error.strerror or error}")


def _folder(path: Path, identity: _Identity, above: frozenset[_Identity]) -> Iterator[Path | Refusal]:
    if identity in above:
        yield refusal(path, "link loop", "the folder links back to one that holds it")
        return
    for entry in sorted(path.iterdir()):
        if not entry.name.startswith("."):
            yield from _walk(entry, above | {identity})


def refusal(path: Path, reason: str, detail: str) -> Refusal:
    """Return why the file at ``path`` was refused."""
    return Refusal(source=shown(path), reason=reason, detail=detail)


def shown(path: Path) -> str:
    """Return the path as it is printed: POSIX slashes, bytes that are no text as U+FFFD."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
