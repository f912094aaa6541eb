"""The index of words in a database: FTS5 where SQLite has it, an inverted index in PostgreSQL, else plain text.

All three hold the same words under the sequence of their entry and give the same answers.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from twosource.store.words import words

FTS5 = "CREATE VIRTUAL TABLE found USING fts5(words, content='', tokenize='unicode61')"
PLAIN = "CREATE TABLE found (rowid INTEGER PRIMARY KEY, words TEXT NOT NULL)"
POSTGRES = (
    "CREATE TABLE found (sequence BIGINT PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX found_words ON found USING gin (words)",
)


def make_index(connection: Connection) -> None:
    """Make the index, empty."""
    if connection.dialect.name == "postgresql":
        for statement in POSTGRES:
            connection.exec_driver_sql(statement)
        return
    try:
        connection.exec_driver_sql(FTS5)
    except OperationalError:
        connection.exec_driver_sql(PLAIN)


def index(connection: Connection, entries: Iterable[tuple[int, str]]) -> None:
    """Add the words (with spaces between) of entries by their sequence; entries without words are left out."""
    rows = [{"sequence": sequence, "words": told} for sequence, told in entries if told]
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        added = "INSERT INTO found VALUES (:sequence, array_to_tsvector(string_to_array(:words, ' ')))"
        connection.execute(text(added), rows)
    else:
        connection.execute(text("INSERT INTO found (rowid, words) VALUES (:sequence, :words)"), rows)


def matching(connection: Connection, wanted: str) -> tuple[str, dict[str, str]] | None:
    """Return a query for the sequences of entries with all the words, and its parameters; None without a word."""
    told = words(wanted)
    if not told:
        return None
    if connection.dialect.name == "postgresql":
        return "SELECT sequence FROM found WHERE words @@ CAST(:q AS tsquery)", {
            "q": " & ".join(f"{w}:*" for w in told)
        }
    if _is_fts5(connection):
        return "SELECT rowid FROM found WHERE found MATCH :q", {"q": " AND ".join(f'"{word}"*' for word in told)}
    tests = " AND ".join(f"(' ' || words) LIKE :w{number}" for number in range(len(told)))
    return f"SELECT rowid FROM found WHERE {tests}", {f"w{n}": f"% {word}%" for n, word in enumerate(told)}  # noqa: S608 - only names of parameters are put in


def _is_fts5(connection: Connection) -> bool:
    made = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'found'").scalar()
    return "fts5" in str(made)
