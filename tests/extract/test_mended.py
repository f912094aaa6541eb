"""Constructions that a parser of American news misreads: passives cut by an adverbial, "shot dead" behind a rank."""

from collections.abc import Callable
from typing import Any

import pytest

from twosource.annotate import annotate
from twosource.extract.mended import mended
from twosource.model import Article, Block, Span

CASES = [
    ("Ten workers were on Friday arrested in Riva.", "captured", 10),
    ("Some 80 party workers were on Wednesday taken into custody, police said.", "captured", 80),
    ("Four traders were in the early hours of Monday kidnapped near Dorvale.", "captured", 4),
    ("Three farmers were yesterday killed by gunmen.", "killed", 3),
    ("Six soldiers were on Thursday night killed in an ambush.", "killed", 6),
    ("Two men were late on Sunday shot dead by police.", "killed", 2),
    ("A constable shot dead a trader in Riva.", "killed", 1),
    ("On 4 March 12 soldiers were killed in an ambush near Dorvale.", "killed", 12),
    ("On 4th March two soldiers were killed in an ambush near Dorvale.", "killed", 2),
    ("Travellers said that on 23 September 28 bodies of farmers were found near Dorvale.", "killed", 28),
    ("The police said on 2 May 14 people were hurt.", "injured", 14),
    ("Travellers said that on Monday 28 corpses of alleged farmers were found near Dorvale.", "killed", 28),
]


@pytest.mark.parametrize(("text", "measure", "number"), CASES)
def test_who_it_befell_is_read(read: Callable[..., Any], text: str, measure: str, number: int) -> None:
    assert [(c.measure, c.low) for c in read(text)[2] if c.measure != "act"] == [(measure, number)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Karel and Anna's son Tom Riedl was killed.", 1),
        ("Karel Riedl and Anna Kovar's daughter was found dead.", 1),
        ("Karel and Anna's son has died.", 1),
        ("Edit Riedl, Karel and Anna's third daughter, was also killed.", 1),
        ("Karel Riedl and Anna's son were killed.", 2),
        ("Karel Riedl and his neighbour's son were killed.", 2),
    ],
)
def test_of_two_owners_of_one_who_died_neither_did(read: Callable[..., Any], text: str, number: int) -> None:
    claims = [c for c in read(text)[2] if c.measure == "killed" and c.part_of is None]
    assert [c.low for c in claims] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "The roads were on Sunday full of people.",
        "They were among the guests taken home.",
        "The shops are of wood, built by hand.",
    ],
)
def test_nothing_is_read_into_a_state(read: Callable[..., Any], text: str) -> None:
    assert [c for c in read(text)[2] if c.measure != "act"] == []


def test_who_shot_somebody_dead_did_it(read: Callable[..., Any]) -> None:
    (claim,) = [c for c in read("A constable shot dead a trader in Riva.")[2] if c.measure == "killed"]
    assert claim.actor.text == "A constable"


@pytest.mark.parametrize(
    "text",
    [
        "Also at the scene were two nurses, accompanied by guards.",
        "The nurses were at the scene, accompanied by guards.",
        "It is unclear if they were killed.",
        "The ground is bloodied and burnt.",
        "He is heartbroken and he is gone.",
        "The shot dead were buried on Friday.",
        "Each shot dead on the street was counted.",
        "Police found a man shot dead in a car.",
        "The man who was shot dead was a baker.",
        "On March 12 soldiers were killed near Dorvale.",
        "Flight 12 passengers were hurt.",
        "Karel Riedl and Anna's son were killed.",
        "Karel Riedl and his son was killed.",
        "Karel, Ivan and Anna's son was killed.",
    ],
)
def test_other_sentences_stay_as_the_parser_read_them(text: str) -> None:
    block = Block(span=Span(0, len(text)), kind="paragraph")
    tokens = annotate(Article(id="r", sha256="", text=text, blocks=(block,))).tokens
    assert tuple(mended(tokens)) == tokens
