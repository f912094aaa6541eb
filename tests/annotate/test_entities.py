"""The names decoded here are those that spaCy's own walk from token to token finds."""

import pytest
from spacy.tokens import Doc

from twosource.annotate.entities import Entities
from twosource.annotate.parse import load_parser

TEXTS = (
    "On Monday, 3 March, Colonel Ana Ruiz of the National Police of Venezuela told Riva Daily that 12 people died.",
    "The United Nations High Commissioner for Refugees, Omar Haddad, flew from New York to Port Salo on Tuesday night.",
    "Riva",
    "He paid $4.5 million, about 20 percent of it in Euros, for the Golden Harvest Hotel at 12 Long Street in Salo.",
    "AT LEAST 14 DEAD IN SALO MARKET BLAST\n\n  The Red Crescent said so   . Maria\nLopez's son, Ivan, is 12",
    "",
    "nobody came and nothing was said",
)


@pytest.fixture(scope="module")
def decoded() -> list[list[tuple[int, int, str]]]:
    return Entities(load_parser().get_pipe("ner"))(parsed(TEXTS))


def parsed(texts: tuple[str, ...]) -> list[Doc]:
    return list(load_parser().pipe(texts, disable=["ner"]))


def test_names_are_those_that_spacy_finds(decoded: list[list[tuple[int, int, str]]]) -> None:
    whole = load_parser().pipe(TEXTS)
    assert decoded == [[(name.start, name.end, name.label_) for name in doc.ents] for doc in whole]


def test_names_of_one_and_of_several_words_are_found(decoded: list[list[tuple[int, int, str]]]) -> None:
    sizes = {after - first for names in decoded for first, after, _ in names}
    assert {1, 2} < sizes


def test_a_text_alone_has_the_names_it_has_beside_others(decoded: list[list[tuple[int, int, str]]]) -> None:
    entities = Entities(load_parser().get_pipe("ner"))
    assert [entities(parsed((text,)))[0] for text in TEXTS if text] == [
        n for n, t in zip(decoded, TEXTS, strict=True) if t
    ]


def test_no_text_has_no_names() -> None:
    entities = Entities(load_parser().get_pipe("ner"))
    assert entities(parsed(("",))) == [[]]
    assert entities([]) == []
