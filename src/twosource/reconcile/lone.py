"""The figures of an event in, those out with no best number that one report alone tells of, against others' accounts.

Whoever one of several reports alone tells of is mostly somebody of another happening, or one person read as two.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.model import Claim, Figure
from twosource.ontology.rule import Rule
from twosource.reconcile.person import is_told_singly

SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Telling:
    """Who tells: the first report of the origin of each copy, and the day on which each report came ("" unknown)."""

    homes: Mapping[str, str]
    days: Mapping[str, str]

    def day(self, claim: Claim) -> str:
        """Return the day on which a claim's report came; "" unknown, before all others."""
        return self.days.get(claim.report, "")

    def by_origin(self, claims: Iterable[Claim], *measures: str) -> dict[str, list[Claim]]:
        """Gather by origin the claims that tell of somebody who fell, counted or not: "several were hurt"."""
        found: dict[str, list[Claim]] = {}
        for claim in claims:
            if claim.measure in measures and claim.high != 0 and claim.stance != "denied":
                found.setdefault(self.homes.get(claim.report, claim.report), []).append(claim)
        return found


def with_dead_doubted(
    figures: Sequence[Figure], claims: Sequence[Claim], rule: Rule, telling: Telling
) -> tuple[Figure, ...]:
    """Return the figures, the dead without a best number where another report counts the same hurt and no dead.

    That report is no older than the one that alone tells of a death. Of 9 such incidents of the gva set 7 had no dead.
    """
    dead, hurt = telling.by_origin(claims, "killed"), telling.by_origin(claims, "injured", "hit")
    if not rule.lone_yields or len(dead) != 1:
        return tuple(figures)
    ((lone, deaths),) = dead.items()
    first = min(telling.day(claim) for claim in deaths)
    same = {c.low for c in hurt.get(lone, ()) if (c.low or 0) >= SEVERAL and c.low == c.high}
    others = (c for home, told in hurt.items() if home != lone for c in told)
    silent = any(claim.low in same and telling.day(claim) >= first for claim in others)
    return _doubted(figures, "killed", "that count the hurt alike tell of none") if silent else tuple(figures)


def with_hurt_doubted(
    figures: Sequence[Figure], claims: Sequence[Claim], rule: Rule, telling: Telling
) -> tuple[Figure, ...]:
    """Return the figures, the hurt without a best number where one report alone tells of them, one by one.

    Another tells of the dead and of nobody hurt. Of 24 such incidents of the gva set nobody was hurt in 17, and as many
    as that report tells of in 5.
    """
    several = [c for c in claims if c.measure == "injured" or c.low is None or c.low >= SEVERAL]
    hurt, dead = telling.by_origin(several, "injured", "hit"), telling.by_origin(claims, "killed")
    if not rule.lone_yields or len(hurt) != 1 or not dead.keys() - hurt.keys():
        return tuple(figures)
    (told,) = hurt.values()
    singly = [is_told_singly(claim) for claim in told if claim.measure == "injured"]
    doubted = bool(singly) and all(singly)
    return _doubted(figures, "injured", "that tell of the dead tell of none") if doubted else tuple(figures)


def _doubted(figures: Sequence[Figure], measure: str, others: str) -> tuple[Figure, ...]:
    return tuple(_without_best(one, others) if one.measure == measure and one.best else one for one in figures)


def _without_best(figure: Figure, others: str) -> Figure:
    told = f"no number can be given: one report alone tells of {figure.best} {figure.measure}, others {others}"
    high = None if figure.high is None else max(figure.high, figure.best or 0)
    return replace(figure, low=None, best=None, high=high, agreement="unresolved", explanation=told)
