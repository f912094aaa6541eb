"""What is remembered of words is what spaCy's own ruler and lemmatizer say of them, word by word."""

from collections.abc import Iterator

import pytest
from spacy.tokens import Doc, Token

from twosource.annotate.parse import load_parser
from twosource.annotate.word_classes import Word, WordClasses

SAID = (
    "The mayor of Riva said that five nurses had been killed and that she hadn't seen the gunmen, who were hiding.",
    "There were two dead, there's no doubt; let's go, he's gotten them out of it, but I ain't sure what she's got.",
    "  Doin' well, \n\n the U.S. colonel's men fired 12 shots at us on Monday; who'd have thought it'll be over soon?",
    "y'all gonna see: gotta leave - that is, 3.5 kg (the best, worse than ours) - because of THE dogs' barking.",
    "",
)


@pytest.fixture(scope="module")
def asked() -> WordClasses:
    return WordClasses(load_parser())


def parsed(text: str) -> Doc:
    return load_parser()(text, disable=["attribute_ruler", "lemmatizer", "ner"])


def as_spacy_says(text: str) -> list[Word]:
    whole = load_parser()(text, disable=["ner"])
    return [Word(token.lemma_.lower(), token.pos_, token.tag_, token.dep_) for token in whole]


@pytest.mark.parametrize("text", SAID)
def test_words_are_what_the_ruler_and_the_lemmatizer_say(asked: WordClasses, text: str) -> None:
    assert asked(parsed(text)) == as_spacy_says(text)


@pytest.mark.parametrize("text", SAID)
def test_words_met_before_are_read_the_same_again(asked: WordClasses, text: str) -> None:
    asked(parsed(text))
    assert asked(parsed(text)) == as_spacy_says(text)


def test_rules_across_several_words_are_heeded(asked: WordClasses) -> None:
    said = {token.text: word.pos for token, word in words_of(asked, "There were three wounded guards, they were men.")}
    assert said["wounded"] != said["were"]
    first, second = (word.pos for token, word in words_of(asked, "There is one, it is here.") if token.text == "is")
    assert (first, second) == ("VERB", "AUX")


def words_of(asked: WordClasses, text: str) -> Iterator[tuple[Token, Word]]:
    doc = parsed(text)
    return zip(doc, asked(doc), strict=True)


def test_a_full_memory_begins_anew_with_the_same_words(asked: WordClasses, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.annotate.word_classes.MOST", 10)
    for text in SAID:
        assert asked(parsed(text)) == as_spacy_says(text)
