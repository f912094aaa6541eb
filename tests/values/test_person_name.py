"""Which names may be one person's, however they are spelled."""

import pytest

from twosource.values.person_name import may_be_one

ONE = [
    ("Muhammad Harun", "Mohamed Haroun"),
    ("Abdel Rahman Sadiq", "Abdulrahman Sadiq"),
    ("Abd al-Rahman Sadiq", "Abdelrahman Omar Sadiq"),
    ("Saad Allah Harun", "Saadallah Harun"),
    ("Niles Okoro", "Niles T. Okoro"),
    ("Niles T. Okoro", "Niles Theodore Okoro"),
    ("Okoro", "Niles Okoro"),
    ("Niles", "Niles Okoro"),
    ("Umm Khalil", "Um Khalil Harun"),
    ("Harun", "Sadiq Harun"),
    ("Nazir Harun", "Nathir Sadiq Harun"),
    ("Moaz Harun", "Mouath Harun"),
    ("Kawthar Harun", "Kautar Harun"),
    ("Sadiq Fathi Nayef Harun", "Sadiq Abu Omar Harun"),
]
TWO = [
    ("Lina Harun", "Lana Harun"),
    ("Tomas Riedl", "Jan Riedl"),
    ("Omar Harun", "Sadiq Omar Harun"),
    ("Niles Okoro", "Niles Horak"),
    ("Niles T. Okoro", "Niles Henry Okoro"),
    ("Khalil Harun", "Umm Khalil Harun"),
    ("Abu Khalil", "Khalil"),
    ("Omar", "Sadiq Harun Abu Omar"),
    ("Omar", "Sadiq Harun Abu al-Omar"),
    ("Sadiq Harun Abu Omar", "Sadiq Halim Abu Omar"),
    ("Zahra Harun", "Tara Harun"),
]


@pytest.mark.parametrize(("name", "other"), ONE)
def test_spellings_and_short_forms_are_one(name: str, other: str) -> None:
    assert may_be_one(name, other)
    assert may_be_one(other, name)


@pytest.mark.parametrize(("name", "other"), TWO)
def test_relatives_and_namesakes_are_two(name: str, other: str) -> None:
    assert not may_be_one(name, other)
