"""Who did it: counted with the hurt, kept apart among the dead."""

from typing import Any

from twosource.model import Article, Claim, Event, Figure, Group, Span
from twosource.reconcile import reconcile

EVENT = Event(
    id="e", title="", type=None, date=None, place=None, actors=(), reports=(), claims=(), copy_groups=(), links=()
)
ARTICLE = Article(id="r1", sha256="", text="", blocks=(), outlet="The Dorvale Post")


def claim(name: str, number: int, text: str, **fields: Any) -> Claim:
    made: dict[str, Any] = {
        "id": name,
        "report": "r1",
        "measure": "injured",
        "span": Span(0, 10),
        "quote": "",
        "stance": "asserted",
        "pattern": "passive",
        "low": number,
        "high": number,
        "wording": text,
        "group": Group(text=text, role=fields.pop("role", "victim")),
    }
    return Claim(**{**made, **fields})


def everybody(*claims: Claim) -> Figure:
    return next(f for f in reconcile(EVENT, claims, [ARTICLE], (), "default") if f.group is None)


def test_a_count_of_the_hurt_holds_the_attacker() -> None:
    gunman = claim("b", 1, "the gunman", role="perpetrator", span=Span(40, 50))
    assert everybody(claim("a", 5, "five people"), gunman).best == 5


def test_an_attacker_told_of_in_the_same_words_is_added() -> None:
    gunman = claim("b", 1, "the gunman", role="perpetrator", span=Span(5, 15))
    assert everybody(claim("a", 5, "five people"), gunman).best == 6


def test_a_count_of_those_killed_by_an_attacker_does_not_hold_him() -> None:
    victims = claim("a", 5, "five people", measure="killed", pattern="verb and object")
    gunman = claim("b", 1, "the gunman", role="perpetrator", measure="killed", span=Span(40, 50))
    assert everybody(victims, gunman).best == 6
