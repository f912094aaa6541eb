"""Local outlets have home towns, each named once."""

from collections import Counter

from twosource.lang.outlets import home_of
from twosource.lang.reading import lexicon


def test_a_local_paper_has_a_home() -> None:
    assert home_of("chicagotribune.com") == ("Chicago", "Illinois")
    assert home_of("sports.chicagotribune.com") == ("Chicago", "Illinois")


def test_an_unknown_site_has_none() -> None:
    assert home_of("com") is None
    assert home_of("velmanews.example") is None
    assert home_of(None) is None


def test_no_host_has_two_homes() -> None:
    hosts = Counter(host for row in lexicon("outlets")["homes"].values() for host in row)
    assert [host for host, count in hosts.items() if count > 1] == []
