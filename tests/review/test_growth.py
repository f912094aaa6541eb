"""How a figure grew, told from the versions of its event alone."""

from dataclasses import replace

from twosource.model import Event, Figure
from twosource.review import growth

FIGURE = Figure(
    id="f-1", event="e-1", measure="killed", group=None, low=2, best=2, high=2, agreement="single", voices=1,
    speakers=(), origins=(), outlets=(), reports=("r-1",), claims_for=("c-1",), claims_against=(), rule="default",
    explanation="",
)  # fmt: skip
EVENT = Event(
    id="e-1", title="", type=None, date=None, place=None, actors=(), reports=("r-1",), claims=("c-1",),
    copy_groups=(), links=(), figures=(FIGURE,),
)  # fmt: skip
MORE = replace(EVENT, reports=("r-1", "r-2"), figures=(replace(FIGURE, best=3, high=3),))


def test_a_change_names_the_reports_that_came_in() -> None:
    changes = growth(FIGURE, [("monday", EVENT), ("tuesday", MORE)])
    assert [(one.moment, one.figure and one.figure.best) for one in changes] == [("monday", 2), ("tuesday", 3)]
    assert [one.causes for one in changes] == [("report r-1 came in",), ("report r-2 came in",)]


def test_a_version_with_the_same_figure_is_no_change() -> None:
    assert len(growth(FIGURE, [("monday", EVENT), ("tuesday", replace(EVENT, title="Other"))])) == 1


def test_a_decision_on_the_event_and_a_report_that_went_out_are_told() -> None:
    changes = growth(FIGURE, [("monday", MORE), ("tuesday", replace(EVENT, decisions=("d-1",)))])
    assert changes[1].causes == ("report r-2 went out", "decision d-1")


def test_a_change_without_a_visible_cause_says_so() -> None:
    judged = replace(EVENT, figures=(replace(FIGURE, best=None, low=None, high=None),))
    assert "counted otherwise" in growth(FIGURE, [("monday", EVENT), ("tuesday", judged)])[1].causes[0]


def test_a_figure_that_went_with_its_event_is_gone() -> None:
    assert growth(FIGURE, [("monday", EVENT), ("tuesday", None)])[1].figure is None
