"""Who was killed, hurt or taken: one table of constructions, each with the people that a reader would list."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from twosource.model import Claim

TABLE = tomllib.loads((Path(__file__).parent / "victim_cases.toml").read_text(encoding="utf-8"))
CASES = [(row["text"], row["claims"]) for row in TABLE["cases"]]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:60] for text, _ in CASES])
def test_victims_are_found_however_they_are_told_of(read: Callable[..., Any], text: str, wanted: list[str]) -> None:
    told = [c for c in read(text)[2] if c.measure != "act" and c.scope == "event" and c.part_of is None]
    assert len(told) == len(wanted)
    for line in wanted:
        measure, low, high, words = line.split(" ", 3)
        assert any(_is(claim, measure, low, high, words) for claim in told), line


def _is(claim: Claim, measure: str, low: str, high: str, words: str) -> bool:
    ends = tuple("-" if end is None else str(end) for end in (claim.low, claim.high))
    spoken = " ".join((claim.group.text, *claim.group.names)).lower() if claim.group is not None else ""
    return (claim.measure, *ends) == (measure, low, high) and words.lower() in spoken
