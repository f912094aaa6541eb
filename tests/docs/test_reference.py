"""The reference is what code and data say, and the answers shown are the program's."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docs.build import MADE, REFERENCE, ROOT, answered
from docs.making.rejects import reasons
from docs.making.shown import examples
from docs.making.tables import TABLES, columns_of

from twosource.model import Decision, Figure, Judgement, Toponym
from twosource.publish import table_rows

NOTE = Decision(id="d-1", verb="note", subjects=(), who="ann", when="2031-05-06T10:00:00Z", why="seen", value="ask")


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_page_of_the_reference_is_what_the_code_says(name: str) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == MADE[name](), "run `make docs`"


def test_the_reference_holds_no_page_that_nothing_makes() -> None:
    assert sorted(path.name for path in REFERENCE.iterdir()) == sorted(MADE)


def test_the_answers_shown_are_those_the_program_gives() -> None:
    pages = answered()
    stale = [_name(path) for path, text in pages.items() if path.read_text(encoding="utf-8") != text]
    assert ROOT / "README.md" in pages
    assert stale == [], "run `make docs`"


def test_the_columns_told_are_those_a_run_writes() -> None:
    holdings = replace(examples().holdings, judgements=(Judgement(decision=NOTE, status="in force"),))
    tables: dict[str, list[dict[str, Any]]] = table_rows(holdings)
    assert list(tables) == list(TABLES)
    for name, rows in tables.items():
        assert list(rows[0]) == list(columns_of(TABLES[name][0])), name
    figures = [figure for event in tables["events"] for figure in event["figures"]]
    assert list(figures[0]) == list(columns_of(Figure))
    places = [place for row in tables["annotations"] for place in row["places"]]
    assert set(places[0]) == set(columns_of(Toponym))


def test_a_reject_of_the_examples_has_a_reason_that_is_explained() -> None:
    found = {reject.reason for reject in examples().rejects}
    assert found
    assert found <= reasons()
