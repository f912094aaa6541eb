"""Two claims of one article in, whether the second speaker counts all over again out: no part of the first's count."""

import re

from twosource.model import Claim

ONE = re.compile(r"(?:only |just )?(?:one|1)\b", re.IGNORECASE)


def is_rival(whole: Claim, part: Claim) -> bool:
    """Tell whether fewer civilians are another speaker's count: "most put it at 15, one said 11 civilians died"."""
    return part.group is not None and part.group.status == "civilian" and _are_of_two(whole, part)


def is_another_count(whole: Claim, part: Claim) -> bool:
    """Tell whether another speaker counts one anew: "one source gave a toll of one, another of three"."""
    if part.group is None or ONE.match(part.group.text) is None:
        return False
    return _are_of_two(whole, part)


def _are_of_two(whole: Claim, part: Claim) -> bool:
    if whole.speaker is None or part.speaker is None:
        return False
    return whole.speaker.name != part.speaker.name
