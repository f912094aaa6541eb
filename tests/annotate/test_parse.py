"""What the parser is given so that it reads news: titles written short end no sentence."""

import pytest

from twosource.annotate.parse import parse
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
