"""Two claims of one article in, whether the second speaker counts all over again out: no part of the first's count."""

import re
from collections.abc import Iterable

from twosource.model import Claim

NEAR = 80  # characters
ONE = re.compile(r"(?:only |just )?(?:one|1)\b", re.IGNORECASE)


def is_rival(whole: Claim, part: Claim) -> bool:
    """Tell whether fewer civilians are another speaker's count: "most put it at 15, one said 11 civilians died"."""
    return part.group is not None and part.group.status == "civilian" and _are_of_two(whole, part)


def is_another_count(whole: Claim, part: Claim, claims: Iterable[Claim]) -> bool:
    """Tell whether another speaker counts one anew: "one source gave a toll of one, another of three".

    So does who counts the hurt beside: "it killed a girl and wounded five" tells of all.
    """
    if part.group is None or not _are_of_two(whole, part):
        return False
    return ONE.match(part.group.text) is not None or any(_is_beside(part, claim) for claim in claims)


def counts_anew(whole: Claim, part: Claim, claims: Iterable[Claim]) -> bool:
    """Tell whether one person without a name is all the dead whom another speaker counts, beside the hurt."""
    nameless = part.group is not None and not part.group.names
    return nameless and _are_of_two(whole, part) and any(_is_beside(part, claim) for claim in claims)


def _is_beside(part: Claim, claim: Claim) -> bool:
    """Tell whether a claim counts the hurt in the words of the same speaker, right beside the dead."""
    same = claim.statement is not None and claim.statement == part.statement and part.measure == "killed"
    return (
        same and claim.measure == "injured" and (claim.low or 0) > 1 and abs(claim.first.start - part.first.end) < NEAR
    )


def _are_of_two(whole: Claim, part: Claim) -> bool:
    if whole.speaker is None or part.speaker is None:
        return False
    return whole.speaker.name != part.speaker.name
