"""Each claim says how likely it was read rightly: between 0 and 1, the same every time, by signs with weights."""

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import twosource.extract as room
from twosource.extract.confidence import confidence, weighted_patterns

PLAIN = "Thirty people were killed in Riva on Monday, police said."


def test_every_claim_has_a_confidence(read: Callable[..., Any]) -> None:
    claims = read(f"{PLAIN} The army captured two men and declared a curfew. Eleven fishermen are missing.")[2]
    assert {c.measure for c in claims} >= {"killed", "captured", "missing"}
    assert all(c.confidence is not None and 0 < c.confidence < 1 for c in claims)


def test_the_number_itself_does_not_move_it(read: Callable[..., Any]) -> None:
    first, second = (read(text)[2][0].confidence for text in (PLAIN, PLAIN.replace("Thirty", "Forty")))
    assert first == second


def test_one_person_is_read_more_surely_than_a_number_of_people() -> None:
    signs = frozenset({"pattern passive", "measure killed"})
    assert confidence("killed", signs | {"number one"}) > confidence("killed", signs | {"number several"})


def test_an_unknown_pattern_counts_as_the_mean_of_the_rare_ones() -> None:
    signs = frozenset({"measure killed", "number several"})
    assert confidence("killed", signs | {"pattern brand new"}) == confidence("killed", signs | {"pattern other"})


def test_an_unknown_sign_moves_nothing() -> None:
    signs = frozenset({"measure killed", "pattern passive"})
    assert confidence("killed", signs | {"full moon"}) == confidence("killed", signs)


def test_every_pattern_in_the_code_was_seen_in_training() -> None:
    new = patterns_in_the_code() - weighted_patterns()
    assert not new, f"without a weight: {sorted(new)}; run python -m training.confidence, or list them as rare"


def patterns_in_the_code() -> set[str]:
    """The patterns named where mentions are made: the last argument of ``mentioned``, or ``pattern=``."""
    folder = Path(room.__path__[0])
    calls = (
        node
        for path in sorted(folder.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    )
    return {
        told.value
        for call in calls
        for told in (*_of_mentioned(call), *(k.value for k in call.keywords if k.arg == "pattern"))
        if isinstance(told, ast.Constant) and isinstance(told.value, str) and told.value
    }


def _of_mentioned(call: ast.Call) -> list[ast.expr]:
    """The pattern that a call of ``mentioned`` hands over."""
    return call.args[4:5] if isinstance(call.func, ast.Name) and call.func.id == "mentioned" else []
