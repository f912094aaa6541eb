"""A claim drawn for reading is shown with what it says and the words around it, marked."""

from collections.abc import Callable
from typing import Any

from evaluation.reading import shown

from twosource.model import Reading


def test_a_claim_is_shown_with_its_words_marked(read: Callable[..., Any]) -> None:
    article, statements, claims = read(
        "Two nurses were killed in Riva on Monday, police said. The market stays closed."
    )
    reading = Reading(report=article.id, article=article, statements=statements, claims=claims)
    (claim,) = [c for c in claims if c.measure == "killed"]
    text = shown(3, reading, claim)
    assert text.startswith("3. killed 2-2")
    assert ">>Two nurses were killed<< in Riva on Monday" in text
    assert "police" in text
