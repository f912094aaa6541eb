"""Sentences found in their text, and what a claim tells of the police."""

import pytest
from evaluation.police import label_of, located

from twosource.model import Actor, Claim, Span
from twosource.model.claim import Measure, Stance


def claim(measure: Measure, actor: str | None, quote: str, stance: Stance = "asserted") -> Claim:
    return Claim(
        id="c",
        report="r",
        measure=measure,
        span=Span(0, 1),
        quote=quote,
        stance=stance,
        pattern="",
        actor=Actor(name=actor, text=actor) if actor else None,
    )


@pytest.mark.parametrize(
    ("told", "label"),
    [
        (claim("killed", "the police", "shot two men dead"), "KILL"),
        (claim("killed", "a mob", "two men killed"), None),
        (claim("killed", None, "two men killed in police firing"), None),
        (claim("killed", "police", "two men killed", "denied"), None),
        (claim("captured", None, "forty people were arrested"), "ARREST"),
        (claim("captured", None, "a boy was kidnapped"), None),
        (claim("captured", "a gang", "held two men"), None),
        (claim("injured", "police", "two hurt"), None),
    ],
)
def test_what_a_claim_tells_of_the_police(told: Claim, label: str | None) -> None:
    assert label_of(told) == label


def test_the_same_sentence_twice_is_found_twice() -> None:
    sentences = [{"text": "no one was hurt."}, {"text": "it rained."}, {"text": "no one was hurt."}, {"text": "gone"}]
    spans = located({"text": "no one was hurt. it rained. no one was hurt.", "sentences": sentences})
    assert spans == [Span(0, 16), Span(17, 27), Span(28, 44), None]
