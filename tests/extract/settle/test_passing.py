"""Deeds of a report that only speaks of them are none of a happening of its own; what it tells as done is."""

from collections.abc import Callable
from typing import Any

import pytest

from twosource.annotate import annotate
from twosource.clean import clean
from twosource.collect import collect
from twosource.config import Limits
from twosource.extract import extract
from twosource.extract.settle.passing import evidence
from twosource.extract.tree import Tree
from twosource.model import Report

SPEECH = (
    "We are a party of peace and we want a dialogue with our brothers. I say to you that our country must not be ruled "
    "by those who attack our villages. We will never accept what they want. Our people know who we are "
    "and what we believe.\n\n"
    "We ask that you join us. Our government says that it wants talks. The army attacks the unions. We will "
    "defend our rights, and we hope that you will help us."
)
NEWS = (
    "A bomb exploded outside a bank in Nairobi, Kenya, on Tuesday. The attack damaged two shops. Police "
    "cordoned off the street. The explosion was heard two kilometres away."
)


def scopes(read: Callable[..., Any], text: str) -> set[str]:
    deeds = ("act: ASSAULT", "act: attack told", "act: accused", "act: stated")
    return {claim.scope for claim in read(text)[2] if claim.pattern in deeds}


def test_deeds_of_a_speech_are_no_happening_of_its_own(read: Callable[..., Any]) -> None:
    assert scopes(read, SPEECH) == {"elsewhere"}


def test_deeds_told_as_done_are(read: Callable[..., Any]) -> None:
    assert scopes(read, NEWS) == {"event"}


def test_where_people_fell_nothing_is_marked(read: Callable[..., Any]) -> None:
    claims = read(f"{SPEECH}\n\nThey killed two teachers in Riva.")[2]
    assert "elsewhere" not in {claim.scope for claim in claims}


def test_other_acts_are_left_as_they_are(read: Callable[..., Any]) -> None:
    claims = read(f"{SPEECH}\n\nThe party rejected the offer of the ministers.")[2]
    assert {claim.scope for claim in claims if claim.pattern == "act: REJECT"} == {"event"}


@pytest.mark.parametrize(
    "zero",
    ["They did not kill two teachers in Riva.", "Nobody was killed in Riva.", "Two teachers were not killed in Riva."],
)
def test_who_is_denied_to_have_fallen_is_nobody_to_weigh(read: Callable[..., Any], zero: str) -> None:
    assert scopes(read, f"{SPEECH}\n\n{zero}") == {"elsewhere"}


def test_whom_they_aimed_at_is_a_reader_s_to_weigh(read: Callable[..., Any]) -> None:
    assert "elsewhere" not in scopes(read, f"{SPEECH}\n\nThey attacked two teachers in Riva.")


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("A bomb has exploded outside a bank.", "all lead happens", 1.0),
        ("A bank was bombed in Velma.", "all lead happens", 1.0),
        ("A bomb would have exploded outside a bank.", "all lead happens", 0.0),
        ("A bomb explodes outside a bank.", "all lead happens", 0.0),
        ("A bomb exploded in Nairobi, Kenya, on Tuesday.", "any local", 1.0),
        ("A bomb exploded in Kenya on Tuesday.", "any local", 0.0),
        ("A bomb exploded in Kenya on Tuesday.", "any the day before", 1.0),
        ("The party rejected the offer of the ministers.", "any lead", 0.0),
    ],
)
def test_evidence_is_what_was_done_where_and_when(text: str, name: str, value: float) -> None:
    report = next(iter(collect([{"id": "1", "text": text, "published": "2031-05-07"}], Limits())))
    assert isinstance(report, Report)
    article = clean(report, Limits())
    annotations = annotate(article)
    found = evidence(Tree(article, annotations), extract(article, annotations)[1])
    assert found.get(name, 0.0) == value
