"""The first bytes and the name of a file come in; what kind of content it holds goes out."""

import re
from typing import Literal

from twosource.collect.listing import looks_like_listing

Kind = Literal["saved text", "html", "rows", "listing", "web archive", "gzip", "archive", "binary", "not a report"]

NAMED: dict[str, Kind] = {
    ".txt": "saved text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "rows",
    ".ndjson": "rows",
    ".rss": "listing",
    ".atom": "listing",
    ".warc": "web archive",
    ".gz": "gzip",
    ".zip": "archive",
    ".tar": "archive",
    ".7z": "archive",
    ".rar": "archive",
    ".bz2": "archive",
    ".xz": "archive",
    ".zst": "archive",
}
OTHER_TEXT = frozenset(
    [
        ".md",
        ".rst",
        ".json",
        ".csv",
        ".tsv",
        ".xml",
        ".css",
        ".js",
        ".py",
        ".sh",
        ".toml",
        ".yaml",
        ".yml",
        ".ini",
        ".cfg",
        ".log",
        ".sql",
        ".tex",
        ".bib",
        ".ipynb",
    ]
)
"""Text files that lie beside reports but are none; measured on nothing, chosen by what the names mean."""

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "archive"),
    (b"PK\x05\x06", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"%PDF-", "binary"),
)
_ARCHIVE = re.compile(rb"WARC/\d\.\d+\r?\n")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAGS = re.compile(rb"</?(?:p|div|span|a|meta|article|h[1-6]|br)\b[^<>]*>", re.IGNORECASE)
_CONTROL = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27})


def kind_of_content(head: bytes) -> Kind:
    """Return what the first bytes (at most some thousand) look like."""
    for mark, kind in _MAGIC:
        if head.startswith(mark):
            return kind
    if _ARCHIVE.match(head):
        return "web archive"
    if head.startswith(_WIDE_MARKS):
        return "saved text"
    return "binary" if is_binary(head) else _kind_of_text(head)


def _kind_of_text(head: bytes) -> Kind:
    if looks_like_listing(head):
        return "listing"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b'{"'):
        return "rows"  # rows may hold pages: their tags are counted only where no row opens
    return "html" if looks_like_page(head) or len(_TAGS.findall(head)) > 5 else "saved text"


def is_binary(head: bytes) -> bool:
    """Tell whether the bytes are no text in any byte-wise encoding: a NUL, or one control byte in thirty.

    UTF-16 and UTF-32 hold NUL bytes; they count as text where they open with their mark.
    """
    if head.startswith(_WIDE_MARKS):
        return False
    return b"\0" in head or len(head) - len(head.translate(None, _CONTROL)) > len(head) / 30


def looks_like_page(head: bytes) -> bool:
    """Tell whether the bytes open as an HTML page does, whatever the file is called."""
    return _PAGE.match(head) is not None


def kind_by_name(suffix: str) -> Kind | None:
    """Return what a lower-case file ending (``".txt"``) promises, None where it promises nothing."""
    if suffix in OTHER_TEXT:
        return "not a report"
    return NAMED.get(suffix)
