"""Who the people counted are: victims or perpetrators, of which kind, from which country."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TABLE = tomllib.loads((Path(__file__).parent / "group_cases.toml").read_text(encoding="utf-8"))
CASES = [(row["text"], row["groups"]) for row in TABLE["groups"]]


@pytest.mark.parametrize(("text", "groups"), CASES, ids=[text[:60] for text, _ in CASES])
def test_people_are_told_by_role_kind_and_country(read: Callable[..., Any], text: str, groups: list[str]) -> None:
    claims = [c for c in read(text)[2] if c.measure != "act"]
    told = {
        f"{c.measure} {c.low} {c.group.role or '-'} {c.group.status or '-'} {c.group.nationality or '-'}"
        for c in claims
    }
    assert set(groups) <= told


def test_members_are_told_with_their_body(read: Callable[..., Any]) -> None:
    claims = read("The murder of a member of the Free Front shocked the town.")[2]
    assert [c.group.text for c in claims if c.measure == "killed"] == ["a member of the Free Front"]


def test_a_surname_has_the_first_name_before_it(read: Callable[..., Any]) -> None:
    """The tagger often takes the surname alone for a name; it is not that of the relative named last."""
    text = "Karim Haddad fled. Police told of the deaths of a clerk. Heaven Haddad was killed. Mayor Haddad spoke."
    assert [c.group.names for c in read(text)[2] if c.measure == "killed"][-1] == ("Heaven Haddad",)
