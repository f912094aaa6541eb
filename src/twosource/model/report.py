"""One published item as received; never changed."""

from dataclasses import dataclass
from typing import Literal

Form = Literal["saved text", "html", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The bytes of one item and where they came from.

    ``id`` is a hash of the raw content, ``sha256`` the digest of the bytes received. ``form`` says how ``content`` is
    to be read: ``saved text`` is a page saved as text, furniture and all; ``html`` a page; ``text`` the running text
    of an input row, whose offsets others rely on. ``encoding`` is the one told with the bytes (None: to be detected).
    ``fields`` are the further fields of an input row (name and value as JSON text, sorted by name), kept as they
    came.
    """

    id: str
    sha256: str
    content: bytes
    form: Form
    encoding: str | None = None
    input_id: str | None = None
    url: str | None = None
    path: str | None = None
    title: str | None = None
    published: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
