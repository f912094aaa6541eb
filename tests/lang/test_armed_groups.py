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
        ("The Lord’s Resistance Army fired.", ["UG"]),
        ("Renamo's men fired on Boko Haram.", ["MZ", "NG"]),
        ("The Pakistani Taliban fired.", ["PK"]),
        ("The Taliban fired.", ["AF"]),
        ("A distant farc, an elna and Mai-Main fired.", []),
        ("", []),
    ],
)
def test_a_group_is_known_by_its_name_and_the_longer_name_counts(text: str, found: list[str]) -> None:
    assert [iso for _, iso in groups_named(text)] == found


def test_where_a_name_starts_is_told() -> None:
    assert list(groups_named("Then Boko Haram came.")) == [(5, "NG")]


def test_each_group_fights_in_one_country_that_is_known() -> None:
    table = lexicon("en/armed_groups")
    assert {iso for kind in table.values() for iso in kind} <= set(countries())
    for kind in table.values():
        names = Counter(name.lower() for row in kind.values() for name in row)
        assert [name for name, count in names.items() if count > 1] == []
