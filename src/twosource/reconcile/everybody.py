"""Claims on one measure in, those that count victims and perpetrators together out.

"Seven died, including the gunman" says so; "four people are dead" counts all the dead, whoever they are, where "killed
four people" counts the victims alone. Where both are told of one number, it is the victims'.
"""

import re
from collections.abc import Iterable

from twosource.model import Claim
from twosource.reconcile.population import Key, key_of

VICTIMS, ATTACKERS = Key("victim", "", ""), Key("perpetrator", "", "")
# Deaths told without anybody who killed. Of 9 incidents of the gva set with such a count and a dead attacker, 4 of 4
# counts of this kind held the attacker; of 4 after "killed", or of "victims", none did.
UNDONE = frozenset({"state", "count and state", "counted noun", "verb and subject"})
# Of the hurt nobody tells the attacker apart: of 9 incidents with a hurt attacker and a count of the hurt, adding him
# to it was wrong in all.
HURT = frozenset({"injured", "hit"})
ANYBODY = re.compile(
    r"(?:\S+ )?(?:people|persons|individuals|bodies|fatalities|deaths|dead|adults)|\d+|[a-z]+", re.IGNORECASE
)


def counting_all(claims: Iterable[Claim], attackers: int) -> frozenset[str]:
    """Return the ids of the claims that count everybody, where so many attackers fell."""
    told = tuple(claims)
    fell = [c for c in told if key_of(c).role == ATTACKERS.role]
    wholes = {c.part_of for c in fell if c.part_of is not None}
    counts = [c for c in told if key_of(c) == VICTIMS]
    if any(c.measure in HURT for c in told):
        return frozenset(c.id for c in counts if _is_of_several(c, attackers) and not _is_added_to(c, fell))
    open_ = [c for c in counts if _is_of_anybody(c, attackers) and not _is_added_to(c, fell)]
    of_victims = {(c.low, c.high) for c in counts if c not in open_ and c.id not in wholes}
    return frozenset(wholes & {c.id for c in counts}) | {c.id for c in open_ if (c.low, c.high) not in of_victims}


def _is_added_to(claim: Claim, attackers: Iterable[Claim]) -> bool:
    """Tell whether the same words tell of the attacker besides: "five people plus the gunman died"."""
    return any(claim.report == other.report and claim.span.touches(other.span) for other in attackers)


def _is_of_several(claim: Claim, attackers: int) -> bool:
    return claim.low == claim.high and (claim.low or 0) > max(attackers, 1)


def _is_of_anybody(claim: Claim, attackers: int) -> bool:
    """Tell whether a count of deaths is of no certain people: not of victims, relatives or others."""
    if claim.measure != "killed" or claim.pattern not in UNDONE or claim.group is None or claim.group.names:
        return False
    exact = claim.low == claim.high and (claim.low or 0) > max(attackers, 1)
    return exact and claim.actor is None and ANYBODY.fullmatch(claim.group.text) is not None
