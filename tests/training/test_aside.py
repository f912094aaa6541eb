"""The training program tells whose claims are the incident's by name, age and number; the rest teaches nothing."""

import pytest
from training.aside import is_own

from twosource.extract.people.individuals import Person
from twosource.model import Claim, Span

GOLD = {"killed": 1, "injured": 0, "participants": [
    {"name": "Niles Okoro", "age": 17, "gender": "Male", "status": "Killed"}]}  # fmt: skip


def claim(low: int) -> Claim:
    return Claim(id="c1", report="a1", measure="killed", span=Span(0, 1), quote="x", stance="asserted", pattern="p",
                 low=low, high=low)  # fmt: skip


def person(names: tuple[str, ...] = (), age: str | None = None, gender: str | None = None) -> Person:
    return Person(
        names=names,
        age=age,
        gender=gender,
        back=False,
        another=False,
        noun="man",
        status=None,
        sentence=0,
        at=0,
        role=None,
        speaker=None,
    )


@pytest.mark.parametrize(
    ("told", "own"),
    [
        (person(names=("Okoro",)), True),
        (person(names=("Ana Petrak",)), False),
        (person(age="17"), True),
        (person(age="44"), False),
        (person(gender="female"), False),
        (person(gender="male"), None),
    ],
)
def test_a_person_is_known_by_name_age_or_gender(told: Person, *, own: bool | None) -> None:
    assert is_own(claim(1), told, GOLD) is own


@pytest.mark.parametrize(("low", "own"), [(1, True), (5, False)])
def test_a_number_above_the_total_is_anothers(low: int, *, own: bool) -> None:
    assert is_own(claim(low), None, GOLD) is own
