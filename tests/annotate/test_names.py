"""Names of one report are linked: a surname stands for the full name, an abbreviation for what it is spelled out as."""

from collections.abc import Callable

import pytest

from twosource.annotate import annotate
from twosource.model import Article, Block, Name, Span

Names = Callable[[str], dict[str, Name]]


@pytest.fixture(scope="session")
def names() -> Names:
    """Read a text of one paragraph; the last mention of each wording is kept."""

    def found(text: str) -> dict[str, Name]:
        blocks = (Block(span=Span(0, len(text)), kind="paragraph"),)
        read = annotate(Article(id="r", sha256="", text=text, blocks=blocks, published="2031-05-07")).names
        assert all(name.span.of(text) == name.text for name in read)
        return {name.text: name for name in read}

    return found


def test_a_surname_is_the_person_named_in_full(names: Names) -> None:
    found = names(
        "President Nicolás Arvelo was flown to Bern on Monday. Arvelo said nothing. Police guarded Arvelo's wife."
    )
    assert (found["Arvelo"].kind, found["Arvelo"].canonical) == ("person", "Nicolás Arvelo")


def test_the_fullest_form_stands_for_all(names: Names) -> None:
    found = names("Anna Maria Kolar spoke on Monday. Later Anna Kolar left. Kolar is the mayor of Bern.")
    assert {name.canonical for name in found.values() if name.kind == "person"} == {"Anna Maria Kolar"}


def test_a_form_with_accents_is_preferred(names: Names) -> None:
    found = names("Nicolas Arvelo spoke in Bern. Nicolás Arvelo then left the town. Arvelo is 62.")
    assert {name.canonical for name in found.values() if name.kind == "person"} == {"Nicolás Arvelo"}


def test_a_title_and_a_possessive_are_no_part_of_a_name(names: Names) -> None:
    found = names("Mr. Ivan Petrak lives in Bern. Ivan Petrak's brother was killed on Monday.")
    assert {name.text for name in found.values() if name.kind == "person"} == {"Ivan Petrak"}


def test_two_persons_stay_two(names: Names) -> None:
    found = names("Ivan Petrak met Anna Kolar in Bern on Monday. Petrak thanked Kolar.")
    assert found["Petrak"].canonical == "Ivan Petrak"
    assert found["Kolar"].canonical == "Anna Kolar"


@pytest.mark.parametrize(
    "opening",
    [
        "Men of the Free Delta Front attacked Bern.",
        "The Free Delta Front attacked Bern.",
    ],
)
def test_an_abbreviation_is_the_body_spelled_out(names: Names, opening: str) -> None:
    found = names(f"{opening} The FDF said on Monday that its men had left.")
    assert found["FDF"].canonical.endswith("Free Delta Front")


def test_a_town_stays_a_place(names: Names) -> None:
    found = names("Two people were killed in Bern on Monday, said Ivan Petrak.")
    assert (found["Bern"].kind, found["Bern"].canonical) == ("place", "Bern")


def test_a_name_that_the_report_knows_as_a_place_is_nobodys(names: Names) -> None:
    read = names("HYDE PARK, Chicago - A man was shot in Hyde Park on Monday. Hyde Park police said he lived.")
    assert {name.kind for name in read.values() if "Park" in name.text or "PARK" in name.text} <= {
        "place",
        "organisation",
    }
