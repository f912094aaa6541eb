"""Countries, their people and governments."""

import pytest

from twosource.lang.places import (
    adjective_of,
    countries,
    country_name,
    country_of_demonym,
    government_of,
    regions,
    seat_country,
    world_outline,
)


@pytest.mark.parametrize(
    ("word", "iso"),
    [
        ("Cuban", "CU"),
        ("Cubans", "CU"),
        ("American", "US"),
        ("U.S.", "US"),
        ("US", "US"),
        ("us", None),
        ("Venezuelan", "VE"),
        ("Israelis", "IL"),
        ("Palestinian", "PS"),
        ("British", "GB"),
        ("nigerien", "NE"),
        ("Martian", None),
    ],
)
def test_country_of_a_demonym(word: str, iso: str | None) -> None:
    assert country_of_demonym(word) == iso


def test_governments_are_named_by_the_adjective() -> None:
    assert government_of("CU") == "Cuban government"
    assert government_of("US") == "U.S. government"
    assert (country_name("CU"), adjective_of("CU")) == ("Cuba", "Cuban")
    assert (country_name("QQ"), adjective_of("QQ")) == ("QQ", None)


def test_seats_stand_for_their_country() -> None:
    assert seat_country("Kremlin") == seat_country("the Kremlin") == "RU"
    assert seat_country("Springfield") is None


def test_every_country_has_a_point_on_earth_and_an_adjective() -> None:
    assert len(countries()) == 250
    assert all(-90 <= c.latitude <= 90 and -180 <= c.longitude <= 180 and c.adjective for c in countries().values())


def test_no_demonym_is_claimed_by_two_countries() -> None:
    words = [word for c in countries().values() for word in {c.adjective, *c.people}]
    assert sorted({w for w in words if words.count(w) > 1}) == []


def test_regions_lie_in_known_countries() -> None:
    assert {r.country for r in regions()} - {None} <= set(countries())


def test_the_outline_closes_its_rings() -> None:
    rings = [ring for country in world_outline().values() for ring in country]
    assert set(world_outline()) <= set(countries())
    assert all(ring[:2] == ring[-2:] for ring in rings)
    assert all(len(ring) >= 8 and len(ring) % 2 == 0 for ring in rings)
