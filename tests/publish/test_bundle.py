"""A ledger as one archive: every table, two sheets, the page and what was asked; the same bytes each time."""

import io
import zipfile
from dataclasses import replace

from twosource.model import Holdings
from twosource.publish.bundle import bundle
from twosource.publish.page import page
from twosource.publish.rows import table_rows
from twosource.publish.tables import encoded_lines


def _archive(ledger: Holdings) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(b"".join(bundle(ledger, ("Asked for: all.",)))))


def test_it_holds_the_tables_and_the_page_as_they_are_written(ledger: Holdings) -> None:
    with _archive(ledger) as archive:
        assert archive.testzip() is None
        for name, rows in table_rows(ledger).items():
            assert archive.read(f"{name}.jsonl") == encoded_lines(rows)
        assert archive.read("index.html").decode() == page(ledger)
        assert {"events.csv", "figures.csv"} <= set(archive.namelist())


def test_it_tells_what_was_asked_and_the_rule(ledger: Holdings) -> None:
    with _archive(ledger) as archive:
        told = archive.read("about.txt").decode()
    assert told.startswith("Asked for: all.\n")
    assert f"Rule of the figures: {ledger.rule}," in told


def test_the_same_holdings_give_the_same_bytes(ledger: Holdings) -> None:
    assert b"".join(bundle(ledger, ())) == b"".join(bundle(ledger, ()))


def test_a_large_one_comes_in_pieces(ledger: Holdings) -> None:
    texts = (replace(one, id=f"{one.id}{at}") for one in ledger.articles for at in range(4000))
    pieces = [len(piece) for piece in bundle(replace(ledger, articles=tuple(texts)), ())]
    assert max(pieces) < sum(pieces) / 2
