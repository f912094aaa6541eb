"""The wall between the ledger and where it is kept: a few verbs over rows that are only ever added."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from twosource.model import Found, Query
from twosource.model.query import ShelfName

Row = dict[str, Any]
"""A JSON object with an ``id``: text of 1 to 200 characters, none of them a control character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One version of one row as it is kept, in the order of writing.

    ``content`` is JSON with sorted keys, ``sha256`` the digest of its bytes; ``chain`` is the digest over this entry
    and the chain of the one before, so that no entry can be changed, removed or put between others unnoticed.
    """

    table: str
    id: str
    version: int
    recorded_at: str
    sha256: str
    content: str
    chain: str


class Store(Protocol):
    """Rows in named tables; nothing is ever changed or removed; every store gives the same answers.

    A row whose id is new, or whose content differs from the latest under its id, is added as the next version. The
    same content again adds nothing. Content is compared as JSON: a tuple and a list of the same items are equal.
    """

    def append(self, table: str, rows: Iterable[Row], recorded_at: str) -> int:
        """Add the rows, all of them or, where anything fails, none; return how many versions are new.

        Args:
            table: the name of the table, as an id; it need not exist.
            rows: read once; the same id may come several times, later ones being later versions.
            recorded_at: when, ISO 8601 with a zone. A time before the latest one held is recorded as that one: two
                programs whose clocks differ must not change the past.

        Raises:
            UsageError: a row without a usable id, content that is not JSON, or a time without a zone.
            StoreError: the store refused; nothing was added.
        """
        ...

    def commit(self, tables: Mapping[str, Iterable[Row]], recorded_at: str, turn: str) -> int:
        """Add the rows of several tables as ``append`` does, all at once; ``turn`` names the table of turns.

        Raises:
            TurnTakenError: an id of the table of turns is held already; nothing was added.
            UsageError, StoreError: as ``append``.
        """
        ...

    def rows(self, table: str, as_of: str | None = None, ids: Iterable[str] | None = None) -> Iterator[Row]:
        """Yield the latest version of each id, in the order of the ids (code points); none for an unknown table.

        Args:
            table: the name of the table.
            as_of: ISO 8601 with a zone; versions recorded after it are left out. None: now.
            ids: those wanted; the cost is theirs, not the table's. None: all.

        Raises:
            UsageError: a time without a zone.
            StoreError: the store cannot be read.
        """
        ...

    def last(self, table: str, as_of: str | None = None) -> Row | None:
        """Return the latest version of the row with the greatest id, None where the table was empty.

        Raises:
            UsageError: a time without a zone.
            StoreError: the store cannot be read.
        """
        ...

    def naming(self, keys: Iterable[str], *tables: str) -> tuple[str, ...]:
        """Return the ids of rows of some tables any version of which names one of the keys, sorted.

        Which fields of which tables name others stands in ``store/pointer.py``.

        Raises:
            StoreError: the store cannot be read.
        """
        ...

    def beginning(self, table: str, start: str) -> Iterator[tuple[str, str]]:
        """Yield each key that begins so and is named by a row, any version of it, with that row's id, in order.

        Raises:
            StoreError: the store cannot be read.
        """
        ...

    def find(self, query: Query, as_of: str | None = None) -> Found:
        """Return the page of a shelf that answers a query; the past costs what the present does.

        Raises:
            UsageError: a query that cannot be read, or a time without a zone.
            StoreError: the store cannot be read.
        """
        ...

    def shelved(self, shelf: ShelfName, as_of: str | None = None) -> bool:
        """Tell whether a shelf was kept, at a time or now: older programs kept none.

        Raises:
            UsageError: a time without a zone.
            StoreError: the store cannot be read.
        """
        ...

    def versions(self, table: str, row_id: str) -> Iterator[tuple[str, Row]]:
        """Yield every version of one row, the oldest first, with the time (ISO 8601 in UTC) it was recorded.

        Raises:
            StoreError: the store cannot be read.
        """
        ...

    def search(self, words: str, as_of: str | None = None) -> Iterator[tuple[str, str]]:
        """Yield table and id of each row whose latest version has all the words, or longer ones that begin so.

        Case, accents and punctuation do not matter. Which texts of a row are searched stands in ``store/words.py``.

        Raises:
            UsageError: a time without a zone.
            StoreError: the store cannot be read.
        """
        ...

    def log(self) -> Iterator[Entry]:
        """Yield every version of every row in the order of writing.

        Raises:
            StoreError: the store cannot be read.
        """
        ...

    def extend(self, entries: Iterable[Entry]) -> int:
        """Add entries that another store's ``log`` gave, to a store that is empty; return how many.

        Raises:
            UsageError: the store holds rows.
            StoreError: the store refused; nothing was added.
        """
        ...

    def unlike(self) -> tuple[str, ...]:
        """Return, in words, what stands beside the entries and does not say what they say; none where all is well.

        Raises:
            StoreError: the store cannot be read.
        """
        ...

    def remake(self) -> None:
        """Make what stands beside the entries anew from them.

        Raises:
            StoreError: the store refused; what stood there still stands.
        """
        ...

    def state(self) -> str:
        """Return the chain after the last entry: it tells one state of the ledger from every other.

        Raises:
            StoreError: the store cannot be read.
        """
        ...

    def tables(self) -> tuple[str, ...]:
        """Return the names of the tables that hold rows, sorted."""
        ...

    def sharing(self) -> AbstractContextManager[None]:
        """Let the questions that this thread asks within the context share what it takes to ask: a connection.

        Pages of shelves are of the moment of the first of them; all else is answered as of now.
        """
        ...

    def together(self) -> AbstractContextManager[None]:
        """Let the questions that this thread asks within the context be answered as of one moment, by one connection.

        What the thread itself writes meanwhile is seen from then on, and so is what others wrote until then.
        """
        ...

    def rest(self) -> None:
        """Let go of every connection until the next question; what is in memory stays, and may be shared by forking."""
        ...

    def close(self) -> None:
        """Let go of the file or server; the store cannot be used afterwards."""
        ...
