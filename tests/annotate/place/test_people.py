"""The names of people are no towns, wherever in a name and in a report they stand."""

import pytest

from twosource.annotate.place.context import Mention, PlaceContext
from twosource.annotate.place.locate import find_places
from twosource.model import Span


def _mention(text: str, name: str, label: str) -> Mention:
    start = text.rindex(name)
    return Mention(span=Span(start, start + len(name)), label=label)


def _places(text: str, *mentions: Mention) -> set[str]:
    return {place.span.of(text) for place in find_places(text, mentions, PlaceContext())}


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("The strike killed Sanaa Omar Reyes (24).", "Sanaa", "Omar Reyes"),
        ("Among the dead were Florence Ines Berg and a boy.", "Florence", "Ines Berg"),
        ("Neighbours mourned Salem Hammam Darwan.", "Salem", "Hammam Darwan"),
    ],
)
def test_a_first_name_taken_for_a_town_belongs_to_the_person_behind_it(text: str, first: str, rest: str) -> None:
    assert _places(text, _mention(text, first, "GPE"), _mention(text, rest, "PERSON")) == set()


def test_a_title_stands_between_a_town_and_its_mayor() -> None:
    text = "Dayton Mayor Ana Ruiz spoke."
    assert _places(text, _mention(text, "Dayton", "GPE"), _mention(text, "Mayor Ana Ruiz", "PERSON")) == {"Dayton"}


def test_a_line_ends_between_a_town_and_a_person() -> None:
    text = "Dayton\nAna Ruiz spoke."
    assert _places(text, _mention(text, "Dayton", "GPE"), _mention(text, "Ana Ruiz", "PERSON")) == {"Dayton"}


def test_two_letters_of_a_name_take_no_city_away() -> None:
    text = "La Toya Berg was hurt. LA police came."
    assert _places(text, _mention(text, "La Toya Berg", "PERSON"), _mention(text, "LA", "GPE")) == {"LA"}


def test_a_first_name_told_of_again_alone_is_no_town() -> None:
    text = "The blast killed Florence Berg and two others. Friends said that Florence had been a nurse."
    assert _places(text, _mention(text, "Florence Berg", "PERSON"), _mention(text, "Florence", "GPE")) == set()


def test_a_town_that_bears_a_first_name_is_a_town_behind_a_preposition() -> None:
    text = "The blast killed Florence Berg and two others. She had lived in Florence."
    spans = _mention(text, "Florence", "GPE")
    assert _places(text, _mention(text, "Florence Berg", "PERSON"), spans) == {"Florence"}


def test_a_country_that_is_a_first_name_stays_a_country() -> None:
    text = "Jordan Berg flew home. Troops left Jordan on Friday."
    assert _places(text, _mention(text, "Jordan Berg", "PERSON"), _mention(text, "Jordan", "GPE")) == {"Jordan"}


def test_the_name_of_a_family_is_no_town_where_a_member_bears_it() -> None:
    text = "Shells hit the Dayton family home. A cousin, Abu Karim Dayton, was hurt."
    spans = Span(text.index("Dayton"), text.index("Dayton") + 6), Span(text.rindex("Dayton"), text.rindex("Dayton") + 6)
    assert _places(text, *(Mention(span=span, label="GPE") for span in spans)) == set()


def test_paradise_is_no_town_but_where_its_state_is_told() -> None:
    text = "May God make you dwell in Paradise."
    assert _places(text, _mention(text, "Paradise", "GPE")) == set()
    text = "Three people were shot in Paradise, California."
    assert "Paradise" in _places(text, _mention(text, "Paradise", "GPE"), _mention(text, "California", "GPE"))
