"""Speakers without a name: in copies of one text they are one voice, and the same words are the same people."""

from tests.reconcile.test_reconcile import article, claim, copies, everybody

DAYS = [article("r1", "Courier"), article("r2", "Herald")]


def test_anonymous_speakers_of_one_copy_group_are_one_voice() -> None:
    told = [claim("a", "r1", 6, speaker="an official"), claim("b", "r2", 6, speaker="a witness")]
    figure = everybody(told, DAYS, (copies("r1", "r2"),))
    assert (figure.voices, figure.agreement) == (1, "echoed")


def test_officials_without_a_name_in_two_reports_may_be_the_same_ones() -> None:
    told = [claim("a", "r1", 6, speaker="an official"), claim("b", "r2", 6, speaker="an official")]
    assert everybody(told, DAYS).voices == 1


def test_an_official_and_a_witness_of_two_origins_are_two_voices() -> None:
    told = [claim("a", "r1", 6, speaker="an official"), claim("b", "r2", 6, speaker="a witness")]
    assert everybody(told, DAYS).voices == 2
