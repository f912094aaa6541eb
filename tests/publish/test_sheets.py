"""CSV for spreadsheets: what the tables say, one line an event or a figure; hostile text is no formula."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from twosource import Ledger
from twosource.publish.rows import table_rows
from twosource.publish.sheets import event_sheet, figure_sheet


def _read(lines: Iterator[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(lines), newline="")))


def _event(**changed: Any) -> dict[str, Any]:
    figure: dict[str, Any] = {
        **dict.fromkeys(("group", "low", "best", "high", "grade")),
        "id": "f-1",
        "event": "e-1",
        "measure": "killed",
        "agreement": "single",
        "voices": 1,
        **{key: [] for key in ("speakers", "origins", "outlets", "reports", "claims_for", "claims_against")},
        "rule": "default",
        "explanation": "One report says so.",
    }
    event = {"id": "e-1", "title": "Raid", "type": None, "date": None, "place": None, "actors": [], "figures": [figure]}
    return {**event, "reports": ["r-1"], "claims": [], **changed}


def _column(rows: Iterable[dict[str, str]], name: str) -> list[str]:
    return [row[name] for row in rows]


def test_every_event_has_one_line_with_its_figures(examples_ledger: Ledger) -> None:
    events = table_rows(examples_ledger.holdings)["events"]
    told = _read(event_sheet(events))
    assert _column(told, "id") == [event["id"] for event in events]
    for event, line in zip(events, told, strict=True):
        killed = next((f for f in event["figures"] if f["measure"] == "killed" and f["group"] is None), None)
        assert line["killed_best"] == ("" if killed is None or killed["best"] is None else str(killed["best"]))


def test_every_figure_has_one_line_groups_included(examples_ledger: Ledger) -> None:
    events = table_rows(examples_ledger.holdings)["events"]
    told = _read(figure_sheet(events))
    assert _column(told, "id") == [figure["id"] for event in events for figure in event["figures"]]
    assert any(line["group_text"] for line in told)


def test_what_is_not_known_is_an_empty_cell_and_nought_is_nought() -> None:
    event = _event()
    event["figures"][0]["best"] = 0
    told = _read(event_sheet([event]))[0]
    assert (told["killed_low"], told["killed_best"], told["injured_best"]) == ("", "0", "")


def test_text_that_would_run_as_a_formula_is_text() -> None:
    told = _read(event_sheet([_event(title='=HYPERLINK("http://evil.example")')]))[0]
    assert told["title"] == '\'=HYPERLINK("http://evil.example")'


def test_commas_quotes_and_line_ends_in_a_title_stay_in_their_cell() -> None:
    title = 'Raid, "the worst"\nin years'
    assert _column(_read(event_sheet([_event(title=title)])), "title") == [title]


def test_half_a_surrogate_pair_can_be_written() -> None:
    "".join(event_sheet([_event(title="Raid \ud800")])).encode("utf-8")
