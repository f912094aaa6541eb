"""Signs that two claims of one report tell of two happenings, or of one, and what they come to."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from twosource.link.layout import layout
from twosource.link.sameness import apartness, signs, weights
from twosource.model import Article, Block, Claim, DateRange, Group, Place, Span

from .conftest import State, Write

Town = Callable[..., Place]
FIRST, SECOND = "two men", "six women"


def day(text: str, wording: str | None = None) -> DateRange:
    return DateRange(earliest=text, latest=text, precision="day", text=wording)


@pytest.fixture
def pair(write: Write, state: State) -> Callable[..., tuple[Any, Claim, Claim]]:
    """Build the layout and two claims of paragraphs; fields of the first and of the second."""

    def build(
        *paragraphs: str, first: dict[str, Any] | None = None, second: dict[str, Any] | None = None
    ) -> tuple[Any, Claim, Claim]:
        told = write("r", *paragraphs)
        return layout(told), state(told, FIRST, **(first or {})), state(told, SECOND, **(second or {}))

    return build


WORDS = [
    ("In Velma two men died. In another attack six women died.", "another happening named here"),
    ("In Velma two men died. Meanwhile, six women died.", "another happening named here"),
    ("In Velma two men died. A separate car bomb went off. There six women died.", "another happening named between"),
    ("In Velma two men died. It was also reported that six women died.", "told besides"),
    ("In Velma two men died. Finally, six women died.", "told besides"),
    ("In Velma two men died. Another six women died.", "more people"),
    ("In Velma two men died. Weeks ago six women died.", "older"),
    ("In Velma two men died. Because of the attack six women died.", "called back"),
    ("In Velma two men and six women died.", "same sentence"),
    ("In Velma a bombing killed two men. A kidnapping of six women came to light.", "other kind"),
]


@pytest.mark.parametrize(("text", "sign"), WORDS)
def test_the_words_around_claims_are_signs(pair: Callable[..., Any], text: str, sign: str) -> None:
    assert sign in signs(*pair(text))
    assert signs(*pair("In Velma two men died. Rain fell. There six women died.")) == []


def test_within_one_sentence_words_say_nothing_more(pair: Callable[..., Any]) -> None:
    assert signs(*pair("In Velma two men died, and elsewhere another six women, it was also said.")) == [
        "same sentence"
    ]


def test_the_words_before_the_first_claim_say_nothing(pair: Callable[..., Any]) -> None:
    assert (
        signs(*pair("Another attack and a separate one were told of. Here two men died. There six women died.")) == []
    )


def test_the_words_behind_the_second_claim_say_nothing(pair: Callable[..., Any]) -> None:
    assert signs(*pair("Here two men died. There six women died. Another attack followed elsewhere.")) == []


DAYS = [
    (day("2031-05-06", "Tuesday"), day("2031-05-01", "May 1"), "earlier day, both told here"),
    (day("2031-05-06"), day("2031-05-01", "May 1"), "earlier day, one told here"),
    (day("2031-05-06"), day("2031-05-01"), "earlier day, not told here"),
    (day("2031-05-01", "May 1"), day("2031-05-06", "Tuesday"), "later day, both told here"),
    (day("2031-05-06", "Tuesday"), day("2031-05-05", "Monday"), "day after or before, both told here"),
    (day("2031-05-06", "Tuesday"), day("2031-05-06", "Tuesday"), "same day told"),
]


@pytest.mark.parametrize(("a", "b", "sign"), DAYS)
def test_days_are_signs(pair: Callable[..., Any], a: DateRange, b: DateRange, sign: str) -> None:
    text = "In Velma two men died. There six women died."
    assert signs(*pair(text, first={"date": a}, second={"date": b})) == [sign]


def test_a_day_measured_from_another_happenings_is_a_sign(pair: Callable[..., Any]) -> None:
    text = "In Velma two men died. There six women died."
    first = {"date": day("2031-05-06", "Tuesday")}
    told = signs(*pair(text, first=first, second={"date": day("2031-05-05", "the day before")}))
    assert told == ["day measured from another", "day after or before, both told here"]
    again = day("2031-05-05", "the day before")
    assert signs(*pair(text, first={"date": again}, second={"date": again})) == ["same day told"]


def test_a_later_death_may_be_of_the_same_happening(write: Write, state: State) -> None:
    told = write("r", "A baker died on Tuesday. There six women fell.")
    death = state(told, "A baker died", date=day("2031-05-06", "Tuesday"))
    others = state(told, SECOND, date=day("2031-05-01", "May 1"))
    assert signs(layout(told), death, others) == ["later day, both told here"]


def test_the_reports_day_or_the_day_after_it_is_no_sign(pair: Callable[..., Any]) -> None:
    text = "In Velma two men died. There six women died."
    for other in ("2031-05-06", "2031-05-05"):
        assert signs(*pair(text, first={"date": day("2031-05-06")}, second={"date": day(other, "then")})) == []
    assert signs(*pair(text, second={"date": day("2031-05-06", "Tuesday")})) == []


def test_places_are_signs_by_where_they_are_named(pair: Callable[..., Any], place: Town) -> None:
    velma, sarvan = place("Velma", text="Velma"), place("Sarvan", 12.0, text="Sarvan")
    where = {"first": {"place": velma}, "second": {"place": sarvan}}
    assert signs(*pair("In Velma two men died. In Sarvan six women died.", **where)) == ["other town, both told here"]
    assert signs(*pair("Here two men died. In Sarvan six women died.", **where)) == ["other town, one told here"]
    assert signs(*pair("Here two men died. There six women died.", **where)) == ["other town, not told here"]
    again = {"first": {"place": velma}, "second": {"place": velma}}
    assert signs(*pair("In Velma two men died. In Velma six women died.", **again)) == ["same place told"]
    assert signs(*pair("In Velma two men died. There six women died.", **again)) == []


def test_a_near_town_and_a_wider_place_are_no_signs(pair: Callable[..., Any], place: Town) -> None:
    velma = place("Velma", text="Velma")
    for other in (place("Sarvan", 10.1, text="Sarvan"), place("Sarvan", 12.0, text="Sarvan", precision="admin1")):
        told = pair("In Velma two men died. In Sarvan six women died.", first={"place": velma}, second={"place": other})
        assert signs(*told) == []


def test_a_place_that_no_gazetteer_knows_is_told_from_another_by_its_name(
    pair: Callable[..., Any], place: Town
) -> None:
    text = "In Velma two men died. In Sarvan six women died."
    somewhere, land = {"country": "ML", "precision": "country"}, {"precision": "admin1"}
    velma, sarvan = (
        place("Velma", text="Velma", **somewhere),
        place("Sarvan", 12.0, text="Sarvan", country="ML", **land),
    )
    told = {"first": {"place": velma}, "second": {"place": sarvan}}
    assert signs(*pair(text, **told)) == ["other name, both told here"]
    assert signs(*pair(text.replace("In Sarvan", "There"), **told)) == []
    mali = place("Mali", text="Sarvan", **somewhere)
    assert signs(*pair(text, first={"place": velma}, second={"place": mali})) == []


def test_people_are_signs(pair: Callable[..., Any]) -> None:
    def found(first: dict[str, Any], second: dict[str, Any]) -> list[str]:
        return signs(*pair("In Velma two men died. There six women died.", first=first, second=second))

    one, other = (Group(text=name, names=(name,)) for name in ("Karl Brandt", "Ana Reyes"))
    assert found({"group": one}, {"group": other}) == ["somebody else killed"]
    assert found({"group": one}, {"group": other, "measure": "injured"}) == ["somebody else named"]
    assert found({}, {"group": other}) == []
    assert found({"group": one}, {"group": Group(text="Brandt", names=("Brandt",))}) == ["same person"]
    assert found({"group": Group(text="two bakers")}, {"group": Group(text="the bakers")}) == ["same people"]
    assert found({"group": Group(text="two men")}, {"group": Group(text="two men")}) == []
    assert found({"low": 6}, {"low": 6}) == ["same count"]
    assert found({"low": 1}, {"low": 1}) == []
    assert found({"low": 6}, {"low": 6, "measure": "injured"}) == []
    assert found({}, {"pattern": "passive, definite"}) == ["definite"]
    assert found({}, {"part_of": "c-r-9"}) == ["part"]


def test_a_deed_named_with_its_victim_is_a_sign(write: Write, state: State) -> None:
    told = write("r", "Two men died. It answered the murder of Ana Reyes. Reyes's body lay in Velma.")
    ana = Group(text="Ana Reyes", names=("Ana Reyes",))
    first = state(told, "Two men")
    deed = state(told, "murder of Ana Reyes", pattern="noun of", group=ana)
    body = state(told, "Reyes's body", pattern="possessive", group=ana)
    assert signs(layout(told), first, deed) == ["named with a deed"]
    assert signs(layout(told), first, body) == []
    assert signs(layout(told), deed, replace(deed, id="again", span=body.span)) == ["same person"]


def test_a_total_and_its_part_are_of_one_happening(pair: Callable[..., Any]) -> None:
    of, first, second = pair("In Velma two men died. There six women died.", second={"part_of": "c-r-9"})
    assert (first.id, signs(of, first, second)) == ("c-r-9", ["part"])


APART = [
    # a round-up: a town of its own is enough
    (("In Velma two men died.", "In Sarvan six women died."), None, True),
    # background of an older day, in the same town
    (("In Velma two men died on Tuesday.", "Days ago, on May 1, six women died."), "2031-05-01", True),
    # the older day alone may be a slip, and so may the later day of those who die of wounds
    (("In Velma two men died on Tuesday.", "On May 1 six women died."), "2031-05-01", False),
    (("In Velma two men died on Tuesday.", "On May 9 six women died."), "2031-05-09", False),
    # but for what binds the second to the first
    (("In Velma two men died on Tuesday.", "The attack came days ago, on May 1: six women died."), "2031-05-01", False),
    # another one named is not enough: "another six were injured"
    (("In Velma two men died.", "In another attack six women died."), None, False),
]


@pytest.mark.parametrize(("told", "second_day", "expected"), APART)
def test_signs_are_weighed_together(
    pair: Callable[..., Any], place: Town, told: tuple[str, str], second_day: str | None, *, expected: bool
) -> None:
    velma, sarvan = place("Velma", text="Velma"), place("Sarvan", 12.0, text="Sarvan")
    first = {"date": day("2031-05-06", "Tuesday"), "place": velma}
    second = {"date": day(second_day, "May") if second_day else None, "place": sarvan if "Sarvan" in told[1] else velma}
    assert (apartness(*pair(*told, first=first, second=second)) >= weights().least) is expected


def test_under_another_heading_the_place_is_the_items_own(state: State, place: Town) -> None:
    text = "In Velma two men died.\nNews\nThere six women died."
    heading = Block(span=Span(23, 27), kind="heading")
    told = Article(id="r", sha256="", text=text, blocks=(heading,))
    first = state(told, FIRST, place=place("Tamar", 14.0))
    second = state(told, SECOND, place=place("Sarvan", 12.0))
    assert signs(layout(told), first, second) == ["other town, one told here"]


def test_every_sign_that_is_weighed_is_known_by_a_test() -> None:
    tested = {sign for _, sign in WORDS} | {sign for *_, sign in DAYS}
    tested |= {f"later day, {told} told here" for told in ("one", "not")}
    tested |= {f"other town, {told} told here" for told in ("both", "one", "not")}
    tested |= {
        "same place told",
        "other name, both told here",
        "day measured from another",
        "somebody else named",
        "somebody else killed",
        "named with a deed",
        "same people",
        "same person",
        "same count",
        "definite",
        "part",
    }
    assert tested == {*weights().signs}
