"""What the parser is given so that it reads news: titles written short end no sentence."""

import pytest

from twosource.annotate.parse import load_parser, parse
from twosource.model import Span

TOLD = [
    "According to Sgt. Karl Brandt, three people were injured.",
    "Two deputies were hurt, Capt. Olaf Berg said.",
    "The victims, Pfc. Karl Brandt and Cpl. Olaf Berg, were killed.",
    "DET. Ana Ruiz said that the boy was hurt.",
    "Sgts. Karl Brandt and Olaf Berg were hurt.",
]


@pytest.mark.parametrize("text", TOLD)
def test_a_title_written_short_ends_no_sentence(text: str) -> None:
    assert len(parse(text, [Span(0, len(text))]).sentences) == 1


def test_a_sentence_may_end_with_what_is_no_title() -> None:
    text = "Nobody was hurt at the fort. Karl Brandt fled."
    assert len(parse(text, [Span(0, len(text))]).sentences) == 2


def test_words_are_kept_while_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    vocab = load_parser().vocab

    def told(word: str) -> bool:
        text = f"A {word} was hurt in Riva."
        found = parse(text, [Span(0, len(text))])
        assert found.tokens[1].text == word
        return word in vocab.strings

    assert told("zolverant")
    monkeypatch.setattr("twosource.annotate.parse.ROOM", 0)
    assert not told("zolvarent")
