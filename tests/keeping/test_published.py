"""How an event's figures grew with the reports by the days on which they were published, whenever they were read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from twosource import keeping
from twosource.keeping import Change
from twosource.model import Figure, Holdings
from twosource.review import numbers

Add = Callable[..., Holdings]
Row = dict[str, Any]


@pytest.fixture
def where(tmp_path: Path) -> str:
    """Where a ledger of one's own is kept."""
    return str(tmp_path / "ledger.db")


def killed(where: str) -> tuple[Holdings, Figure]:
    """The part of a ledger about its bombing, with the figure of all killed."""
    event = next(one for one in keeping.kept(where).events if one.type == "bombing")
    told = next(one for one in event.figures if one.measure == "killed" and one.group is None)
    return keeping.only(where, event.id), told


def steps(changes: tuple[Change, ...]) -> list[tuple[str, int | None, int | None]]:
    """Each day with the bounds from then on."""
    return [(one.moment, one.figure.low, one.figure.high) for one in changes if one.figure is not None]


def test_reports_of_one_run_grow_by_their_own_days(add: Add, rows: tuple[Row, Row, Row], where: str) -> None:
    add(where, *rows)
    part, figure = killed(where)
    told = keeping.published(part, (figure,))
    assert steps(told.changes[figure.id]) == [("2031-05-06", 2, 2), ("2031-05-07", 2, 3)]
    assert told.days == ("2031-05-06", "2031-05-07")
    first, second = part.events[0].reports
    assert {cause for one in told.changes[figure.id] for cause in one.causes} == {
        f"report {first} published",
        f"report {second} published",
    }


def test_a_report_that_came_late_stands_on_the_day_it_was_published(
    add: Add, rows: tuple[Row, Row, Row], where: str
) -> None:
    early, later, _ = rows
    add(where, later)
    add(where, early)
    part, figure = killed(where)
    assert steps(keeping.published(part, (figure,)).changes[figure.id])[0] == ("2031-05-06", 2, 2)


def test_the_last_step_is_the_figure_as_it_stands(add: Add, rows: tuple[Row, Row, Row], where: str) -> None:
    early, later, _ = rows
    add(where, early, {**later, "published": None})
    part, figure = killed(where)
    told = keeping.published(part, (figure,))
    assert len(told.undated) == 1
    last = told.changes[figure.id][-1]
    assert (last.moment, numbers(last.figure)) == ("", numbers(figure))
    assert last.causes == (f"report {told.undated[0]} tells no day",)


def test_reports_of_one_day_have_not_grown(add: Add, rows: tuple[Row, Row, Row], where: str) -> None:
    early, later, _ = rows
    add(where, early, {**later, "published": "2031-05-06"})
    part, figure = killed(where)
    told = keeping.published(part, (figure,))
    assert (told.changes, told.days) == ({}, ("2031-05-06",))


def test_of_too_many_claims_no_day_is_worked_out(add: Add, rows: tuple[Row, Row, Row], where: str) -> None:
    add(where, *rows)
    part, figure = killed(where)
    told = keeping.published(part, (figure,), most=len(part.events[0].claims))
    assert (told.changes, told.shown) == ({}, 0)
    assert len(told.days) == 2


def test_a_figure_is_found_by_the_beginning_of_its_id(add: Add, rows: tuple[Row, Row, Row], where: str) -> None:
    add(where, *rows)
    part, figure = killed(where)
    assert keeping.figure_published(where, figure.id[:12]) == keeping.published(part, (figure,)).changes[figure.id]


def test_a_figure_of_reports_of_one_day_has_that_one_step(add: Add, rows: tuple[Row, Row, Row], where: str) -> None:
    early, later, _ = rows
    add(where, early, {**later, "published": "2031-05-06"})
    _, figure = killed(where)
    assert [(one.moment, one.figure) for one in keeping.figure_published(where, figure.id)] == [("2031-05-06", figure)]
