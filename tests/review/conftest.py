"""Claims, decisions and events made by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from twosource.model import Claim, Decision, Span, Subject
from twosource.review.subject import words_of


@pytest.fixture(scope="session")
def claim() -> Callable[..., Claim]:
    """Make a claim of some people killed; its id is made of report and number."""

    def made(report: str = "r-1", low: int | None = 3, **changes: Any) -> Claim:
        fields: dict[str, Any] = {
            "id": f"c-{report}-{low}",
            "report": report,
            "measure": "killed",
            "span": Span(10, 28),
            "quote": f"{low} people were killed",
            "stance": "asserted",
            "pattern": "state",
            "low": low,
            "high": low,
        }
        return Claim(**(fields | changes))

    return made


@pytest.fixture(scope="session")
def decision() -> Callable[..., Decision]:
    """Make a decision on claims; ``turn`` is its id and its hour."""

    def made(turn: int, verb: str, *claims: Claim, who: str = "ann", **changes: Any) -> Decision:
        subjects = tuple(Subject(kind="claim", id=one.id, words=(words_of(one),)) for one in claims)
        fields: dict[str, Any] = {
            "id": f"d-{turn}",
            "verb": verb,
            "subjects": subjects,
            "who": who,
            "when": f"2031-05-06T{turn:02}:00:00.000000Z",
            "why": "seen in the original",
        }
        return Decision(**(fields | changes))

    return made
