"""Names find their places whatever their spelling."""

import pytest

from twosource.annotate.place.candidate import Candidate
from twosource.annotate.place.fold import fold, fold_column, transcriptions, variants
from twosource.annotate.place.gazetteer import load_gazetteer, lookup


def _first(name: str) -> Candidate:
    return lookup(name)[0]


@pytest.mark.parametrize("name", ["Bogota", "Bogotá", "BOGOTÁ", "bogota"])
def test_case_and_accents_do_not_matter(name: str) -> None:
    assert (_first(name).name, _first(name).country) == ("Bogotá", "CO")


@pytest.mark.parametrize(("one", "other"), [("St. Louis", "Saint Louis"), ("Port-au-Prince", "Port au Prince")])
def test_saint_and_hyphens_do_not_matter(one: str, other: str) -> None:
    assert {c.geonames_id for c in lookup(one)} == {c.geonames_id for c in lookup(other)}


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Kenya", "country", "KE"),
        ("the Netherlands", "country", "NL"),
        ("Borno state", "admin1", "NG"),
        ("Anbar province", "admin1", "IQ"),
        ("County Wicklow", "admin1", "IE"),
        ("Platte County", "admin2", "US"),
        ("Darfur", "region", "SD"),
        ("Caracas", "town", "VE"),
        ("Kiev", "town", "UA"),
        ("Ohio", "admin1", "US"),
        ("Tex.", "admin1", "US"),
        ("Kremlin", "region", "RU"),
    ],
)
def test_kinds_of_places_are_known(name: str, kind: str, country: str) -> None:
    assert (kind, country) in {(c.kind, c.country) for c in lookup(name)}


def test_short_country_names_are_read_by_case() -> None:
    assert _first("US").kind == "country"
    assert all(c.kind != "country" for c in lookup("us"))


def test_an_unknown_name_has_no_place() -> None:
    assert lookup("Qwxyzville") == ()


def test_the_most_peopled_comes_first() -> None:
    people = [c.population for c in lookup("Springfield")]
    assert people == sorted(people, reverse=True)
    assert len(people) > 10


def test_divisions_lie_amid_their_towns() -> None:
    county = next(c for c in lookup("Montgomery County") if c.admin1 == "Ohio")
    assert county.latitude == pytest.approx(39.75, abs=0.3)
    assert county.longitude == pytest.approx(-84.3, abs=0.3)


def test_towns_know_their_divisions() -> None:
    dayton = _first("Dayton")
    ohio = next(c for c in lookup("Ohio") if c.kind == "admin1")
    assert dayton.admin1 == "Ohio"
    assert dayton.division == ohio.division


def test_only_the_largest_town_of_a_capitals_name_is_the_capital() -> None:
    capitals = [c for c in lookup("Washington") if c.capital]
    assert [c.admin1 for c in capitals] == ["District of Columbia"]


@pytest.mark.parametrize("name", ["D.C.", "Washington, D.C.", "DC"])
def test_nicknames_of_the_capital_never_mean_the_state(name: str) -> None:
    assert {c.admin1 for c in lookup(name)} == {"District of Columbia"}


def test_unlike_old_names_are_kept_of_the_largest_towns_only() -> None:
    assert "Mumbai" in {c.name for c in lookup("Bombay")}
    assert "Huntsville" not in {c.name for c in lookup("Twickenham")}


def test_the_gazetteer_is_read_once() -> None:
    assert load_gazetteer() is load_gazetteer()


def test_folding_a_column_is_folding_each_name() -> None:
    names = ["São Paulo", "Łódź", "Sana’a", "Port-Louis", "Ærø"]
    assert fold_column("\n".join(names)).split("\n") == [fold(name) for name in names]
    assert fold("Łódź") == "lodz"


def test_variants_and_transcriptions() -> None:
    assert "saint louis" in variants("st louis")
    assert "gambia" in variants("the gambia")
    assert {"hodeida", "al hodeidah"} <= set(transcriptions("hodeidah"))


def test_no_name_is_no_place() -> None:
    assert lookup("") == ()
    assert lookup("-") == ()
