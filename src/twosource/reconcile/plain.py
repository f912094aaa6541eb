"""Claims of one role in, those that count everybody by a word that narrows nothing here out.

"Eleven civilians were killed" counts everybody, where nobody tells of a soldier, policeman or fighter.
"""

import re
from collections.abc import Iterable
from functools import cache

from twosource.lang.reading import lexicon
from twosource.model import Claim
from twosource.reconcile.population import FORCES, is_person

ARMED = FORCES - {"civilian"}


def of_everybody(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the ids of claims that count civilians by that very word, where all who are told of may be civilians."""
    told = tuple(claims)
    if any(claim.group is not None and claim.group.status in ARMED for claim in told):
        return frozenset()
    return frozenset(claim.id for claim in told if _is_of_civilians(claim))


def _is_of_civilians(claim: Claim) -> bool:
    group = claim.group
    if group is None or group.status != "civilian" or group.nationality is not None or is_person(claim):
        return False
    return (claim.low, claim.high) != (None, None) and _civilians().search(group.text) is not None


@cache
def _civilians() -> re.Pattern[str]:
    """Match the words for civilians of no stated kind."""
    words = "|".join(lexicon("en/headcount")["civilians"]["words"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
