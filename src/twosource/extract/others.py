"""Claims of one report in, the same with others who were hit read as hurt: they are none of the dead told of before.

"A man died. Three other people were shot" tells of three hurt, not of three hit of whom one died.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.lang.reading import words
from twosource.model import Claim

OTHERS = re.compile(r"(?:at least |about |as many as )?\S+ (?:more |\S+ )?others?\b", re.IGNORECASE)


def besides_the_dead(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, others who were hit as hurt where a death is told of before and none of theirs after."""
    return [replace(claim, measure="injured") if _is_hurt(claim, claims) else claim for claim in claims]


def is_remainder(claim: Claim) -> bool:
    """Tell whether a zero leaves out people told of before: "no one else was hurt"."""
    wording = f"{claim.quote} {claim.wording}".lower().split()
    return claim.high == 0 and any(word in words("en/casualty", "none", "others") for word in wording)


def _counts_others(claim: Claim) -> bool:
    """Tell whether a claim counts people besides those told of: "two others", "three other men"."""
    if claim.group is None or not claim.low:
        return False
    return not claim.group.names and OTHERS.match(claim.group.text) is not None


def _is_hurt(claim: Claim, claims: Sequence[Claim]) -> bool:
    if claim.measure != "hit" or claim.stance != "asserted" or not _counts_others(claim):
        return False
    dead = [c for c in claims if c.measure == "killed" and c.scope == claim.scope and c.stance == "asserted" and c.low]
    return any(c.span < claim.span for c in dead) and not any(claim.span < c.span for c in dead)
