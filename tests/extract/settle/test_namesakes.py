"""One person has one name: a surname alone is that of who fell, what somebody is called by is none of another's."""

from collections.abc import Callable
from typing import Any


def test_a_surname_alone_is_the_fallen_persons(read: Callable[..., Any]) -> None:
    text = (
        'Niles Okoro, 14, was killed on Monday. "He was a good boy," his mother Ana Okoro said. '
        "Okoro died at the hospital, police said."
    )
    names = {name for c in read(text)[2] if c.measure == "killed" for name in c.group.names}
    assert names == {"Niles Okoro"}


def people(read: Callable[..., Any], text: str) -> set[str]:
    return {name for c in read(text)[2] if c.measure == "killed" for name in c.group.names}


def test_a_mother_is_not_the_child_she_is_called_by(read: Callable[..., Any]) -> None:
    text = "The dead were Zaki Harun, his wife Umm Khalil Harun, and Nahed Karim. Khalil Harun was killed too."
    assert people(read, text) == {"Zaki Harun", "Umm Khalil Harun", "Nahed Karim", "Khalil Harun"}


def test_who_is_called_by_a_child_is_known_by_it(read: Callable[..., Any]) -> None:
    """Sadiq Harun (Abu Omar) is the one mourned as Abu Omar; his son Omar is somebody else."""
    text = (
        "The dead were Sadiq Harun (Abu Omar), his wife Enas Karim and their son Omar. "
        "A colleague mourned Abu Omar. The dead were taken to the city."
    )
    assert people(read, text) == {"Sadiq Harun", "Enas Karim", "Omar"}


def test_who_is_told_of_by_a_child_first_is_known_by_the_name_beside(read: Callable[..., Any]) -> None:
    text = (
        "My cousin Abu Omar (the late Sadiq Hamid Harun) has passed away. "
        "A friend mourned the martyrdom of Enas Karim and Sadiq Hamid Harun."
    )
    assert people(read, text) == {"Sadiq Hamid Harun", "Enas Karim"}


def test_what_somebody_is_called_by_is_no_part_of_the_name(read: Callable[..., Any]) -> None:
    text = (
        "The dead were Sadiq Hamid Harun (Abu Omar) and Enas Karim (Umm Lina). "
        "A friend mourned his colleague Sadiq Harun “Abu Omar”. A neighbour mourned Umm Lina Harun."
    )
    assert people(read, text) == {"Sadiq Hamid Harun", "Enas Karim"}


def test_people_of_unlike_ages_are_two_however_alike_their_names(read: Callable[..., Any]) -> None:
    text = (
        "The dead were 15-year-old Sadiq Hamid Harun and Enas Karim. "
        "Enas Karim (31) taught here. Sadiq Harun (42) was also killed, with his son Omar Harun."
    )
    assert {"Sadiq Hamid Harun", "Sadiq Harun"} <= people(read, text)


def test_people_of_one_age_may_be_one(read: Callable[..., Any]) -> None:
    text = "The dead were 41-year-old Sadiq Hamid Harun and Enas Karim. Sadiq Harun (42) was killed with his son Omar."
    assert people(read, text) == {"Sadiq Hamid Harun", "Enas Karim", "Omar"}


def test_an_age_told_before_what_somebody_is_tells_people_apart(read: Callable[..., Any]) -> None:
    text = (
        "The dead were the 64-year-old owner of the house Hajj Sadiq Hamid Harun and his wife Enas Karim. "
        "4-year-old Sadiq Harun was also killed."
    )
    assert {"Sadiq Hamid Harun", "Sadiq Harun"} <= people(read, text)


def test_the_age_of_a_wife_is_not_her_husbands(read: Callable[..., Any]) -> None:
    text = (
        "The dead were Sadiq Hamid Harun (31) and Lina Karim. The 22-year-old wife of Sadiq Harun was a nurse. "
        "Sadiq Harun was killed at once."
    )
    assert people(read, text) == {"Sadiq Hamid Harun", "Lina Karim"}
