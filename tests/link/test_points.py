"""What all tell and what only one tells."""

from twosource.link.points import points
from twosource.model import Actor, Span, Speaker, Statement

from .conftest import State, Write


def said(report: str, quote: str, speaker: str) -> Statement:
    return Statement(
        id=f"s-{report}-{quote[:9]}", report=report, source=None, cue=None, target=(), direct=True, quote=quote,
        speaker=Speaker(text=speaker, name=speaker), stance="asserted",
    )  # fmt: skip


def act(state: State, write: Write, report: str, quote: str, actor: str | None = None) -> object:
    by = Actor(name=actor, text=actor) if actor else None
    return state(write(report, quote), quote, measure="act", actor=by)


def test_two_reports_of_the_same_mourning_make_one_point(write: Write, state: State) -> None:
    first = state(
        write("a", "announced two days of national mourning"), "announced two days of national mourning", measure="act"
    )
    words = "declared two days of national mourning for the fallen ferrymen"
    second = state(write("b", words), words, measure="act")
    (point,) = points([first, second], [])
    assert point.reports == ("a", "b")
    assert point.claims == tuple(sorted((first.id, second.id)))


def test_what_only_one_report_tells_stands_with_it(write: Write, state: State) -> None:
    words = "supplied around 30-60% of Sarvan's fuel"
    fuel = state(write("a", words), words, measure="act")
    mourning = state(
        write("b", "declared two days of national mourning"), "declared two days of national mourning", measure="act"
    )
    assert [point.reports for point in points([fuel, mourning], [])] == [("b",), ("a",)]


def test_a_statement_and_an_act_of_the_same_content_join(write: Write, state: State) -> None:
    words = "closed the bridge at Sarvan to lorries"
    claim = state(write("a", words), words, measure="act")
    (point,) = points([claim], [said("b", "The bridge at Sarvan is closed to lorries", "Ilo Brandt")])
    assert (point.claims, len(point.statements)) == ((claim.id,), 1)


def test_the_same_words_from_other_mouths_stay_apart() -> None:
    words = "the raid on Sarvan was a violation of the truce"
    assert len(points([], [said("a", words, "Ilo Brandt"), said("b", words, "Tamsin Orr")])) == 2
    assert len(points([], [said("a", words, "Ilo Brandt"), said("b", words, "Mayor Brandt")])) == 1


def test_another_number_is_another_point(write: Write, state: State) -> None:
    texts = ["declared three days of mourning in 1999", "declared nine weeks of curfew in 2024"]
    claims = [state(write(str(n), text), text, measure="act") for n, text in enumerate(texts)]
    assert len(points(claims, [])) == 2


def test_what_the_figures_hold_is_no_point(write: Write, state: State) -> None:
    told = write("a", "14 ferrymen of Sarvan were killed")
    statement = said("a", told.text.strip(), "Ilo Brandt")
    count = state(told, "14 ferrymen of Sarvan were killed", low=14, high=14, statement=statement.id)
    assert points([count], [statement]) == ()


def test_remnants_are_no_points() -> None:
    assert points([], [said("a", "In Xanadia", "Ilo Brandt"), said("a", "", "Ilo Brandt")]) == ()


def test_thousands_of_copies_give_one_point() -> None:
    words = "the ferry station at Sarvan will never open again"
    (point,) = points([], [said(f"{n:04}", words, "Ilo Brandt") for n in range(3000)])
    assert len(point.reports) == 3000


def test_spans_do_not_matter_for_order(write: Write, state: State) -> None:
    texts = ["closed the bridge at Sarvan", "opened the dam of Velma", "burned the granary of Quell"]
    claims = [state(write(str(n), text), text, measure="act", date=None) for n, text in enumerate(texts)]
    assert points(claims, []) == points(claims[::-1], [])
    assert claims[0].span == Span(0, len(texts[0]))
