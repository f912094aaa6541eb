"""Armed groups are named in texts, and each has one country."""

from collections import Counter

import pytest

from twosource.lang.armed_groups import groups_named
from twosource.lang.places import countries
from twosource.lang.reading import lexicon


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Tamil Tigers fired.", ["LK"]),
        ("THE FMLN [FARABUNDO MARTI NATIONAL LIBERATION FRONT] FIRED.", ["SV", "SV"]),
        ("The Tigray People’s Liberation Front fired.", ["ET"]),
        ("Renamo's men fired on Abu Sayyaf.", ["MZ", "PH"]),
        ("The Pakistani Taliban fired on the Afghan Taliban.", ["PK", "AF"]),
        ("A distant farc, an elna and Mai-Main fired.", []),
        ("", []),
    ],
)
def test_a_group_is_known_by_its_name_and_the_longer_name_counts(text: str, found: list[str]) -> None:
    assert [iso for _, iso in groups_named(text)] == found


@pytest.mark.parametrize("name", ["Taliban", "Houthi", "Al-Shabaab", "Boko Haram", "Lord's Resistance Army", "PKK"])
def test_a_group_that_strikes_in_several_countries_tells_of_none(name: str) -> None:
    assert list(groups_named(f"The {name} fighters fired.")) == []


def test_where_a_name_starts_is_told() -> None:
    assert list(groups_named("Then Abu Sayyaf came.")) == [(5, "PH")]


def test_each_group_fights_in_one_country_that_is_known() -> None:
    table = lexicon("en/armed_groups")
    assert {iso for kind in table.values() for iso in kind} <= set(countries())
    for kind in table.values():
        names = Counter(name.lower() for row in kind.values() for name in row)
        assert [name for name, count in names.items() if count > 1] == []
