"""Agencies are found by name, mark and domain, and their data are whole."""

import pytest

from twosource.lang.agencies import agencies, agencies_in, agencies_in_credit, agency_named, agency_of_domain


def test_there_are_many_agencies_and_each_has_a_name() -> None:
    assert len(agencies()) >= 60
    assert all(agency.names and agency.name == agency.names[0] for agency in agencies())


def test_no_name_and_no_domain_belongs_to_two() -> None:
    names = [name.casefold() for agency in agencies() for name in agency.names]
    domains = [domain for agency in agencies() for domain in agency.domains]
    assert len(names) == len(set(names))
    assert len(domains) == len(set(domains))


@pytest.mark.parametrize(
    ("credit", "key"),
    [
        ("AP", "ap"),
        ("The Associated Press", "ap"),
        ("Reuters Staff", "reuters"),
        ("dpa", "dpa"),
        ("Agence France-Presse", "afp"),
        ("WAFA", "wafa"),
        ("CNN Wire", "cnn"),
        ("Norvik Post", None),
    ],
)
def test_a_whole_credit_names_its_agency(credit: str, key: str | None) -> None:
    agency = agency_named(credit)
    assert (agency.id if agency else None) == key


def test_marks_count_in_credits_only() -> None:
    text = "The AP and Agence France-Presse were there; the PA system failed."
    assert [mention.agency.id for mention in agencies_in(text)] == ["afp"]
    assert [mention.agency.id for mention in agencies_in_credit("AP/PA")] == ["ap", "pa"]


def test_a_longer_name_is_not_taken_for_a_shorter_one() -> None:
    assert [mention.agency.id for mention in agencies_in("Australian Associated Press reported")] == ["aap"]


def test_a_site_belongs_to_its_agency() -> None:
    agency = agency_of_domain("www.reuters.com")
    assert agency is not None
    assert agency.id == "reuters"
    assert agency_of_domain("notreuters.com") is None
