"""The claims of an event in, who is said to have done it out: each actor with the claims that name or clear it."""

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.model import Actor, Claim
from twosource.values.name import folded, is_short_form

ACCEPTED = frozenset({"admitted", "claimed"})
"""Confidences that mean that the actor itself took responsibility."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """One actor: the claims that name it, those that clear it, and whether it took responsibility itself."""

    actor: str
    named_by: tuple[Claim, ...]
    cleared_by: tuple[Claim, ...]
    accepted: bool

    @property
    def reports(self) -> frozenset[str]:
        """Return the reports that name it."""
        return frozenset(claim.report for claim in self.named_by)


def blames(actors: Iterable[Actor], claims: Iterable[Claim]) -> tuple[Blame, ...]:
    """Return the bodies said to have done it, sorted by name; a short name stands with its fuller form.

    Args:
        actors: those of the event; people described but not named are left out.
        claims: the event's, in any order.
    """
    named = sorted({actor.name for actor in actors if actor.kind != "description"}, key=lambda n: (-len(n), n))
    fullest: dict[str, str] = {}
    for name in named:
        fullest[name] = next((f for f in fullest.values() if is_one_body(name, f)), name)
    told = sorted((c for c in claims if c.actor is not None and c.actor.name in fullest), key=lambda c: c.id)
    return tuple(
        _blame(actor, [c for c in told if _name(c, fullest) == actor]) for actor in sorted({*fullest.values()})
    )


def competing(each: Iterable[Blame]) -> tuple[Blame, ...]:
    """Return the blames that compete: actors that no report names together, and those that a claim clears."""
    kept = tuple(each)
    apart = [a for a in kept if any(not a.reports & b.reports and a.reports and b.reports for b in kept if a is not b)]
    return tuple(one for one in kept if one in apart or (one.named_by and one.cleared_by))


def is_one_body(name: str, other: str) -> bool:
    """Tell whether two names may stand for one body: one is short for the other."""
    return folded(name) == folded(other) or is_short_form(name, other) or is_short_form(other, name)


def _blame(actor: str, told: list[Claim]) -> Blame:
    by = tuple(claim for claim in told if claim.stance != "denied")
    return Blame(
        actor=actor,
        named_by=by,
        cleared_by=tuple(claim for claim in told if claim.stance == "denied"),
        accepted=any(claim.actor is not None and claim.actor.confidence in ACCEPTED for claim in by),
    )


def _name(claim: Claim, fullest: dict[str, str]) -> str | None:
    return fullest.get(claim.actor.name) if claim.actor is not None else None
