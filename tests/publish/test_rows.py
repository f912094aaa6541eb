"""Every table has the field names that other programs rely on, in their order, and only plain values."""

import json
from typing import Any

import msgspec
import pytest

from twosource.model import Holdings
from twosource.publish.rows import table_rows

CONTRACT = {
    "reports": "id input_id url path sha256 outlet title byline dateline published modified language credits "
    "copy_group discarded text",
    "statements": "id report source cue target direct speaker stance",
    "claims": "id report event statement measure low high wording group actor date place speaker cue stance span "
    "quote alignment",
    "events": "id title type date place actors figures reports claims copy_groups links",
    "copies": "id reports",
    "rejects": "id source stage reason detail",
    "annotations": "report names times places numbers",
}
FIGURE = "measure group low best high agreement voices speakers origins outlets reports claims_for claims_against rule"


def _is_plain(value: Any) -> bool:
    if isinstance(value, dict):
        return all(isinstance(key, str) and _is_plain(inner) for key, inner in value.items())
    if isinstance(value, list):
        return all(_is_plain(inner) for inner in value)
    return value is None or type(value) in {str, int, float, bool}


@pytest.mark.parametrize("table", CONTRACT)
def test_a_row_opens_with_the_fields_of_the_contract(ledger: Holdings, table: str) -> None:
    rows = table_rows(ledger)[table]
    names = CONTRACT[table].split()
    assert rows
    assert all(list(row)[: len(names)] == names for row in rows)


def test_a_figure_opens_with_the_fields_of_the_contract(ledger: Holdings) -> None:
    figure = table_rows(ledger)["events"][0]["figures"][0]
    assert list(figure)[: len(FIGURE.split())] == FIGURE.split()
    assert figure["explanation"]


def test_rows_hold_plain_values_only(ledger: Holdings) -> None:
    assert all(_is_plain(row) for rows in table_rows(ledger).values() for row in rows)


def test_a_row_equals_what_its_json_reads_back_as(ledger: Holdings) -> None:
    rows = table_rows(ledger)
    assert json.loads(msgspec.json.encode(rows)) == rows


def test_a_report_names_its_copy_group_and_keeps_unknown_fields(ledger: Holdings) -> None:
    reports = {row["id"]: row for row in table_rows(ledger)["reports"]}
    assert reports["r-courier"]["copy_group"] == "copies-1"
    assert reports["r-herald"]["copy_group"] is None
    assert reports["r-courier"]["fields"] == {"desk": {"name": "foreign", "rank": 2}, "note": "not json"}


def test_spans_and_unknown_values_are_told_as_the_contract_says(ledger: Holdings) -> None:
    claims = {row["id"]: row for row in table_rows(ledger)["claims"]}
    assert claims["claim-title"]["low"] == 14
    assert claims["claim-title"]["high"] is None
    assert set(claims["claim-title"]["span"]) == {"start", "end"}
    assert claims["claim-front"]["speaker"] == {
        "text": "The Free Coast Front",
        "name": "Free Coast Front",
        "kind": "armed group",
        "via": ["Port Almar Herald"],
    }


def test_annotations_carry_values_and_no_tokens(ledger: Holdings) -> None:
    row = table_rows(ledger)["annotations"][0]
    assert "tokens" not in row
    assert {"earliest", "latest", "precision", "value", "span"} <= set(row["times"][0])
    assert {"latitude", "longitude", "geonames_id", "country", "name", "span"} <= set(row["places"][0])


def test_there_is_no_annotations_table_unless_the_run_kept_them() -> None:
    assert "annotations" not in table_rows(Holdings(rule="default"))
