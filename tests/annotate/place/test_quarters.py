"""A quarter named like a town elsewhere is told from it: called so, a city's, or of the city it was filed from."""

import pytest

from twosource.annotate.place.context import Mention, PlaceContext
from twosource.annotate.place.locate import find_all_places
from twosource.model import Span


def _states(text: str, name: str, title: str = "", url: str = "") -> list[str | None]:
    """The state or province of a name where it stands in the text and in the title, None without one."""
    at = text.find(name)
    mentions = [Mention(span=Span(at, at + len(name)), label="GPE")] if at >= 0 else []
    found = find_all_places(text, mentions, PlaceContext(title=title, url=url))
    wording = zip((text, title), found, strict=True)
    return [t.place.admin1 for own, places in wording for t in places if t.span.of(own) == name]


@pytest.mark.parametrize(
    ("text", "name", "states"),
    [
        # called a quarter, if only for short
        ("CHICAGO — A man was shot in the Pullman neighborhood. Police came to Pullman.", "Pullman", ["Illinois"] * 2),
        ("CHICAGO — Two died in the West Pullman neighborhood. Shots were heard in Pullman.", "Pullman", ["Illinois"]),
        ("Two died in the South Chicago neighborhood. Shots were heard in Chicago.", "Chicago", ["Illinois"]),
        # two of them bear each other no witness
        (
            "CHICAGO — Two died in the Pullman and Cheney neighborhoods. They lived in Pullman and in Cheney.",
            "Pullman",
            ["Illinois"] * 2,
        ),
        # a country's name too
        ("MINNEAPOLIS — Two died in the Jordan neighborhood. Shots were heard in Jordan.", "Jordan", ["Minnesota"] * 2),
        # the town a report was filed from is none of its own
        (
            "PULLMAN — Two died in the Pullman neighborhood. Shots were heard in Pullman.",
            "Pullman",
            ["Washington"] * 2,
        ),
        # a city's
        ("Two were hurt in Wichita's Old Town. People fled Old Town.", "Old Town", [None]),
        # of the city it was filed from, with towns of the name in several states
        ("KANSAS CITY, Mo. — Four people were hurt in Westport.", "Westport", ["Missouri"]),
        ("KANSAS CITY, Mo. — Four people were hurt in Westport, Connecticut.", "Westport", ["Connecticut"]),
        (
            "KANSAS CITY, Mo. — Four were hurt in Westport. A man of Bridgeport, Connecticut died.",
            "Westport",
            ["Connecticut"],
        ),
        ("JOPLIN, Mo. — Four people were hurt in Westport.", "Westport", ["Connecticut"]),  # no city
        # a town near the city, one whose name no other town of the country has, and a city are themselves
        ("KANSAS CITY, Mo. — Four people were hurt in Eastmont.", "Eastmont", ["Washington"]),
        ("MEMPHIS, Tenn. — Five people were shot in Raleigh.", "Raleigh", ["North Carolina"]),
        ("CHICAGO — Two people were hurt in Joliet.", "Joliet", ["Illinois"]),
        ("KANO, Nigeria — Gunmen killed four farmers in Zurmi.", "Zurmi", ["Zamfara"]),
        # from a capital the whole country is told of
        ("BOGOTA, Colombia — Two farmers were killed in San Carlos.", "San Carlos", ["Córdoba"]),
        # a capital is no quarter, whoever calls a part of it its neighborhood
        ("Two people died in the Baghdad neighborhood. Shots were heard in Baghdad.", "Baghdad", ["Baghdād"] * 2),
    ],
)
def test_quarters_are_told_from_towns_elsewhere(text: str, name: str, states: list[str | None]) -> None:
    assert _states(text, name) == states


def test_a_quarter_of_the_text_is_one_in_the_title() -> None:
    text = "CHICAGO — A man was killed in the Austin neighborhood."
    assert "Texas" not in _states(text, "Austin", title="One killed in Austin shooting")


def test_a_town_near_the_city_of_the_outlet_is_itself() -> None:
    text = "A boy was hurt at a park in Enfield."
    assert _states(text, "Enfield", url="https://www.necn.com/news/1") == ["Connecticut"]


def test_the_city_of_the_outlet_holds_quarters_but_is_known_less_well() -> None:
    text = "Four people were hurt on a corner in Homewood."
    mention = Mention(span=Span(text.index("Homewood"), len(text) - 1), label="GPE")
    context = PlaceContext(url="https://www.wtae.com/news/1")
    place = find_all_places(text, [mention], context)[0][0].place
    assert (place.name, place.admin1, place.precision) == ("Homewood", "Pennsylvania", "admin1")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Two were shot in Southwest Philadelphia.", ["Philadelphia"]),
        ("Two were shot on Brentwood Road NE. Police came.", []),
        ("Two were shot in Omaha, NE.", ["Omaha", "Nebraska"]),
    ],
)
def test_points_of_the_compass_are_no_places(text: str, places: list[str]) -> None:
    names = [name for name in ("Southwest Philadelphia", "Omaha", "NE") if name in text]
    mentions = [Mention(span=Span(text.index(n), text.index(n) + len(n)), label="GPE") for n in names]
    assert [t.place.name for t in find_all_places(text, mentions, PlaceContext())[0]] == places


@pytest.mark.parametrize(
    ("url", "state"), [("http://www.kmbc.com/1", "Missouri"), ("http://www.paper.example.com/1", "Washington")]
)
def test_a_local_outlet_among_places_of_its_state_tells_of_no_lone_namesake_far_away(url: str, state: str) -> None:
    text = "Four people were hurt in Eastmont, police of Liberty, Missouri, said."
    assert _states(text, "Eastmont", url=url) == [state]
