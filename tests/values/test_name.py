"""Names are compared without accents, case, dots and hyphens, and by their last words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.values.name import folded, is_short_form

SAME = [
    ("Nicolás Arvelo", "NICOLAS ARVELO"),
    ("J.R. O’Hara", "JR OHara"),
    ("J.R. O'Hara", "jr o’hara"),
    ("Anne-Marie  Dahl", "anne marie dahl"),
    ("Straße", "STRASSE"),
    ("Ｋolar", "Kolar"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@given(st.text(max_size=20))
def test_folding_twice_folds_once(name: str) -> None:
    assert folded(folded(name)) == folded(name)


SHORT = [
    ("Arvelo", "Nicolás Arvelo"),
    ("Nicolás Arvelo", "Nicolás Arvelo Moran"),
    ("ARVELO", "Nicolás Arvelo"),
    ("Anna Kolar", "Anna Maria Kolar"),
    ("Anna Kolar", "Anna Kolar"),
    ("van der Berg", "Joost van der Berg"),
    ("Reiner", "Thomas Reiner Jr."),
    ("Thomas Reiner Jr", "Thomas Reiner"),
]
OTHER = [
    ("Nicolás", "Nicolás Arvelo"),
    ("Anna Maria", "Bea Maria Anna"),
    ("Nicolás Arvelo", "Arvelo"),
    ("", "Arvelo"),
    ("Kolar", "Anna Kolarova"),
    ("Maria Kolar", "Anna Kolar"),
]


@pytest.mark.parametrize(("short", "full"), SHORT)
def test_a_shorter_form_is_known(short: str, full: str) -> None:
    assert is_short_form(short, full)


@pytest.mark.parametrize(("short", "full"), OTHER)
def test_what_may_be_another_person_is_no_shorter_form(short: str, full: str) -> None:
    assert not is_short_form(short, full)


@given(st.lists(st.sampled_from(["Anna", "Maria", "Kolar", "de", "la", "Vega"]), min_size=1, max_size=4))
def test_every_ending_of_a_name_is_a_shorter_form(words: list[str]) -> None:
    for start in range(len(words)):
        assert is_short_form(" ".join(words[start:]), " ".join(words))
