"""The most specific place that the reports support."""

from collections.abc import Callable

from twosource.link.where import combined_place
from twosource.model import Place

from .conftest import State, Write

Town = Callable[..., Place]
COUNTRY = Place(name="Xanadia", country="XA", precision="country", latitude=9.0, longitude=9.0)


def test_a_town_stands_before_its_country(write: Write, state: State, place: Town) -> None:
    told = write("r", "a b c")
    claims = [state(told, "a", place=COUNTRY), state(told, "b", place=COUNTRY), state(told, "c", place=place("Velma"))]
    found = combined_place([claims])
    assert found is not None
    assert (found.name, found.latitude) == ("Velma", 10.0)


def test_a_town_that_hardly_anyone_names_does_not(write: Write, state: State, place: Town) -> None:
    told = write("r", "a b c d e f")
    claims = [state(told, word, place=COUNTRY) for word in "abcde"] + [state(told, "f", place=place("Velma"))]
    assert combined_place([claims]) == COUNTRY


def test_each_report_has_one_vote(write: Write, state: State, place: Town) -> None:
    wordy, others = write("r", "a b c"), [write("s", "a"), write("t", "a")]
    many = [state(wordy, word, place=place("Sarvan")) for word in "abc"]
    assert combined_place([many, *([state(one, "a", place=place("Velma"))] for one in others)]) == place("Velma")


def test_history_and_unplaced_claims_give_no_place(write: Write, state: State, place: Town) -> None:
    told = write("r", "a b")
    claims = [state(told, "a"), state(told, "b", place=place("Velma"), scope="historical")]
    assert combined_place([claims]) is None


def test_a_place_unknown_to_the_gazetteer_is_better_than_none(write: Write, state: State) -> None:
    camp = Place(name="Camp Nine", text="Camp Nine")
    assert combined_place([[state(write("r", "a"), "a", place=camp)]]) == camp


def test_a_quarter_that_no_gazetteer_knows_does_not_hide_the_town(write: Write, state: State, place: Town) -> None:
    quarter = Place(name="West Side", text="West Side")
    claims = [[state(write(r, "a"), "a", place=quarter)] for r in "rst"] + [
        [state(write("u", "a"), "a", place=place("Velma"))]
    ]
    found = combined_place(claims)
    assert found is not None
    assert found.name == "Velma"


def test_arrests_elsewhere_do_not_move_the_happening(write: Write, state: State, place: Town) -> None:
    told = write("r", "a b c d e f")
    arrests = [state(told, word, measure="captured", place=place("Sarvan")) for word in "abcd"]
    found = combined_place([[*arrests, state(told, "e", place=place("Velma")), state(told, "f", place=place("Velma"))]])
    assert found is not None
    assert found.name == "Velma"
