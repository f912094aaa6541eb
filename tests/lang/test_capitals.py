"""Capitals have their names and points, those that the gazetteer finds."""

import pytest

from twosource.annotate.place.gazetteer import load_gazetteer, lookup
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


@pytest.mark.parametrize("iso", sorted(countries()))
def test_a_capital_is_the_town_that_the_gazetteer_takes_for_it(iso: str) -> None:
    capital = capital_of(iso)
    seat = next(load_gazetteer().capital(iso, "seat"), None)
    assert (capital is None) == (seat is None)
    if capital is not None:
        (town,) = [c for c in lookup(capital.name) if c.country == iso and c.capital]
        assert (town.name, town.admin1, town.geonames_id) == (capital.name, capital.admin1, capital.geonames_id)
        assert (town.latitude, town.longitude) == pytest.approx((capital.latitude, capital.longitude), abs=6e-5)
