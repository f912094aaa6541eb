"""Capitals have their names and points."""

from twosource.lang.capitals import capital_of, capitals
from twosource.lang.places import countries
from twosource.lang.reading import lexicon


def test_a_capital_has_its_point() -> None:
    capital = capital_of("SV")
    assert capital is not None
    assert (capital.name, round(capital.latitude), round(capital.longitude)) == ("San Salvador", 14, -89)


def test_a_country_without_a_point_for_its_capital_has_none() -> None:
    assert capital_of("AQ") is None
    assert capital_of("PW") is None


def test_each_capital_is_of_a_country_known_and_is_named() -> None:
    assert set(lexicon("capitals")) <= set(countries())
    assert {"Bogotá", "Damascus", "Melekeok"} <= capitals()
