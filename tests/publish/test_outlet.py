"""Outlets are named; reports whose outlet is not known are called so and keep apart by their files."""

from dataclasses import replace

from twosource.model import Holdings
from twosource.publish.outlet import LONGEST_MARK, file_mark, named_outlet, outlet_name


def test_an_outlet_is_named_by_itself_or_by_the_host_of_its_address(ledger: Holdings) -> None:
    courier = ledger.articles[0]
    assert named_outlet(courier) == "Sarvania Courier"
    assert outlet_name(replace(courier, outlet=None)) == "courier.example"


def test_an_outlet_that_is_not_known_is_called_so_with_the_file(ledger: Holdings) -> None:
    unnamed = replace(ledger.articles[0], outlet=None, url=None, input_id=None)
    assert named_outlet(unnamed) == ""
    assert outlet_name(replace(unnamed, path="saved/a.txt")) == "unnamed outlet (a.txt)"
    assert outlet_name(replace(unnamed, input_id="7")) == "unnamed outlet (7)"
    assert outlet_name(unnamed) == "unnamed outlet (r-courier)"


def test_two_rows_of_one_file_keep_apart(ledger: Holdings) -> None:
    row = replace(ledger.articles[0], outlet=None, url=None, input_id=None, path="in/rows.jsonl")
    assert outlet_name(row) == "unnamed outlet (rows.jsonl r-courier)"
    assert outlet_name(replace(row, input_id="7")) == "unnamed outlet (rows.jsonl 7)"


def test_a_long_file_name_keeps_its_front_and_its_end(ledger: Holdings) -> None:
    name = "0017_" + "0123456789abcdef" * 4 + ".txt"
    mark = file_mark(replace(ledger.articles[0], path=f"saved/{name}", input_id=None))
    assert len(mark) == LONGEST_MARK
    assert mark.startswith("0017_0123")
    assert mark.endswith("89abcdef.txt")
