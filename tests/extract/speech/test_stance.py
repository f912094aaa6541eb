"""What the text only denies, fears, plans or remembers is no assertion of this event."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CASES = [
    ("The opposition denied that any of its fighters were killed.", "denied", "event"),
    ("Up to 30 miners are feared dead.", "hedged", "event"),
    ("Five people may have been killed.", "hedged", "event"),
    ("The group planned to kill two judges.", "hedged", "hypothetical"),
    ("Troops would kill hundreds if they attacked, he warned.", "hedged", "hypothetical"),
    ("More than 300 people have been killed since October.", "asserted", "cumulative"),
    ("A bomb killed six people on Monday. Twenty people were killed there in 1994.", "asserted", "historical"),
    ("It is a miracle we didn't have officers that were hurt.", "denied", "event"),
    ("I am glad there weren't children who got shot.", "denied", "event"),
    ("We did not see people that were killed.", "denied", "event"),
    ("Crews did not find passengers who were hurt in the wreck.", "denied", "event"),
    ("We did not see the men who were killed.", "asserted", "event"),
    ("We don't have two officers who were killed with us.", "asserted", "event"),
    ("Police did not seize a man who was killed.", "asserted", "event"),
    ("The driver did not get shot.", "denied", "event"),
    ("The man was not seriously injured.", "asserted", "event"),
    ("A teenager is wanted in connection with a shooting that injured four people.", "asserted", "event"),
    ("Police seek a suspect in a shooting that left five people injured.", "asserted", "event"),
    ("They plan an attack that would kill hundreds.", "hedged", "hypothetical"),
    ("A woman allegedly shot her brother in the leg.", "asserted", "event"),
    ("Police said they were finding it difficult to arrest the suspect.", "hedged", "hypothetical"),
    ("Between 30 and 40 people are thought to have died.", "hedged", "event"),
    ("It was impossible to arrest him.", "hedged", "hypothetical"),
    ("The death toll may rise to 34.", "hedged", "hypothetical"),
    ("The death toll could reach 34.", "hedged", "hypothetical"),
    ("The death toll may have risen to 34.", "hedged", "event"),
    ("The death toll is not 34.", "denied", "event"),
    ("The word points to the possibility that more than two people were killed.", "hedged", "event"),
    ("Seven people were killed in the raid; however, their names have not yet been made public.", "asserted", "event"),
    ("The page told of the killing of 15 other relatives during the conflict.", "asserted", "cumulative"),
]


@pytest.mark.parametrize(("text", "stance", "scope"), CASES, ids=[c[0][:45] for c in CASES])
def test_the_force_of_a_claim_is_read(read: Callable[..., Any], text: str, stance: str, scope: str) -> None:
    last = [c for c in read(text)[2] if c.measure != "act"][-1]
    assert (last.stance, "past" if last.scope in {"historical", "cumulative"} else last.scope) == (
        stance,
        "past" if scope in {"historical", "cumulative"} else scope,
    )


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("It was the site of the 2009 shooting rampage at the post's center that left 13 dead.", "historical"),
        ("The 2009 shooting rampage at the center left 13 dead.", "historical"),
        ("Police remembered the 2019 deaths of 13 officers.", "historical"),
        ("The 2031 rampage at the center left 13 dead.", "event"),
        ("A gunman at the site of the 2009 rampage killed 13 officers.", "event"),
        ("Police knew of the 2009 rampage and feared the attack that left 13 dead.", "event"),
        ("Police knew of the 2009 rampage, the bomb and the attack that left 13 dead.", "event"),
    ],
)
def test_the_year_before_a_deed_dates_it(read: Callable[..., Any], text: str, scope: str) -> None:
    told = read(f"A gunman wounded three people at the base on Monday. {text}")[2]
    assert [c.scope for c in told if c.measure == "killed" and c.low == 13] == [scope]


HERE = Path(__file__).parent
TABLE = tomllib.loads((HERE / "stance_cases.toml").read_text(encoding="utf-8"))
SENTENCES = [(row["text"], row["asserted"]) for rows in TABLE.values() for row in rows]


@pytest.mark.parametrize(("text", "asserted"), SENTENCES, ids=[text[:60] for text, _ in SENTENCES])
def test_only_what_is_asserted_of_the_event_counts(read: Callable[..., Any], text: str, asserted: list[str]) -> None:
    claims = [c for c in read(text)[2] if c.measure != "act" and c.stance == "asserted" and c.scope == "event"]
    assert sorted(f"{c.measure} {amount(c.low, c.high)}" for c in claims) == sorted(asserted)


def amount(low: int | None, high: int | None) -> str:
    if high is None:
        return "?" if low is None else f"{low}+"
    return f"{low}" if low == high else f"{low}-{high}"
