"""Text and bytes in, a whole file out: what a reader finds is the old file or the new one, never a part."""

import os
import re
from contextlib import suppress
from pathlib import Path

from twosource.errors import SourceError

LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def scrubbed(text: str) -> str:
    """Return the text with U+FFFD for every half of a surrogate pair."""
    return LONE_SURROGATE.sub("\ufffd", text)


def write_whole(path: Path, content: bytes) -> Path:
    """Write the bytes beside ``path`` and move them there, so that a reader sees the old file or the new one.

    Raises:
        SourceError: the file cannot be written.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_synced(draft, content)
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise SourceError(f"cannot write {path}: {error}; name a folder that can be written") from error
    return path


def _write_synced(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
