"""Words around a name call it a place: divisions, quarters, settlements."""

import pytest

from twosource.annotate.place.called import called_places, is_quarter
from twosource.annotate.place.context import Mention, PlaceContext
from twosource.annotate.place.locate import find_places
from twosource.model import Span

HERE = PlaceContext()


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Two died in Northern Chalatenango Department, El Salvador.", ["Chalatenango Department"]),
        ("Two died in Ilobasco, Cabanas Department.", ["Cabanas Department"]),
        ("Two died in Valle del Cauca department.", ["Valle del Cauca department"]),
        ("The Fire Department and the Antioquia Department of Health sent men.", []),
        ("The Christian Department sent men.", []),
        ("The Broward Department sent men.", []),
        ("Two died in the Orla neighborhood.", ["Orla"]),
        ("Two died in Velma's Orla and San Brin neighborhoods.", ["Orla", "San Brin"]),
        ("Two bombs went off in two Velma neighborhoods.", []),
        ("Two died in the Cuban neighborhood, the Christian neighborhood and the Black neighborhood.", []),
        ("Every neighborhood mourned.", []),
        ("Two died in Ciudad Barrios.", []),
        ("Two died in the village of Tilga Orla.", ["Tilga Orla"]),
        ("Two died in the village of Black.", []),
    ],
)
def test_words_around_a_name_call_it_a_place(text: str, called: list[str]) -> None:
    assert [span.of(text) for span in called_places(text)] == called


@pytest.mark.parametrize(("name", "expected"), [("Orla", True), ("Brin", True), ("Velma", False)])
def test_each_of_several_neighborhoods_is_a_quarter(name: str, expected: bool) -> None:  # noqa: FBT001 - a table
    text = "Two died in the Orla, Tilga and Brin neighborhoods of Velma."
    assert is_quarter(text, Span(text.index(name), text.index(name) + len(name))) is expected


def test_several_neighborhoods_of_a_town_are_no_quarter_of_its_name() -> None:
    text = "Bombs went off in two Velma neighborhoods."
    assert not is_quarter(text, Span(text.index("Velma"), text.index(" neighborhoods")))


def test_a_department_is_a_place_where_it_is_taken_for_a_body() -> None:
    text = "Two died in Cabanas Department."
    (found,) = find_places(text, [Mention(span=Span(12, 30), label="ORG")], HERE)
    assert (found.place.name, found.place.country, found.place.precision) == ("Cabañas", "SV", "admin1")


def test_a_department_takes_the_place_of_its_bare_name() -> None:
    text = "Two died in Chalatenango Department."
    (found,) = find_places(text, [Mention(span=Span(12, 24), label="GPE")], HERE)
    assert found.span.of(text) == "Chalatenango Department"


@pytest.mark.parametrize(
    ("text", "country", "precision"),
    [
        ("Two died in Lima, in the Miraflores neighborhood.", "PE", "town"),
        ("Two died in Lima, in the Oruk neighborhood.", "PE", "admin1"),
        ("Two died in Nairobi, in the Dayton neighborhood.", "KE", "admin1"),
    ],
)
def test_a_quarter_lies_by_a_town_of_the_report(text: str, country: str, precision: str) -> None:
    name = text.partition(" neighborhood")[0].rpartition(" ")[2]
    town = text.partition(",")[0].rpartition(" ")[2]
    mentions = [Mention(span=Span(text.index(n), text.index(n) + len(n)), label="GPE") for n in (name, town)]
    found = {t.span.of(text): t.place for t in find_places(text, mentions, HERE)}[name]
    assert (found.name, found.country, found.precision) == (name, country, precision)


def test_a_quarter_without_a_town_is_nowhere() -> None:
    text = "Two died in the Dayton neighborhood."
    (found,) = find_places(text, [Mention(span=Span(16, 22), label="GPE")], HERE)
    assert (found.place.name, found.place.country) == ("Dayton", None)


def test_an_unknown_village_lies_by_the_town_named_next_to_it() -> None:
    text = "Two died in the village of Orukta, near Nairobi."
    found = {t.span.of(text): t.place for t in find_places(text, [Mention(span=Span(40, 47), label="GPE")], HERE)}
    assert (found["Orukta"].country, found["Orukta"].precision) == ("KE", "admin1")
