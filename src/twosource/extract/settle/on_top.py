"""Claims of one article in, those of people who come on top of a number told before out.

"Seven people were killed. Two others were killed too" tells of nine; "Nine people were killed. Ana Ruiz died at once,
two others in hospital" of nine as well: there is room for the two among the nine.
"""

import re
from collections.abc import Sequence

from twosource.extract.settle.others import counts_others
from twosource.extract.tree import Tree
from twosource.model import Claim

ALSO = re.compile(r"\b(?:also|too|as well)\b(?! as)", re.IGNORECASE)
JOINED = re.compile(r"(?:,|\b(?:and|with|plus|alongside|besides))\s*$", re.IGNORECASE)
SEVERAL = 2


def comes_on_top(tree: Tree, part: Claim, claims: Sequence[Claim]) -> bool:
    """Tell whether people are "others" or fell "also", and none of the numbers told before has room for them."""
    if part.measure != "killed" or not _is_further(part) or _is_beside_somebody(tree, part):
        return False
    before = [c for c in claims if _is_alike(c, part) and c.first < part.first]
    wholes = [c for c in before if (c.low or 0) >= SEVERAL]
    return bool(wholes) and not any(_has_room(whole, part, before) for whole in wholes)


def _is_further(part: Claim) -> bool:
    """Tell whether the words set a number of people without names apart from those told of: "two others", "also"."""
    if part.group is None or part.group.names or part.low != part.high or not part.low:
        return False
    return counts_others(part) or ALSO.search(part.quote) is not None


def _is_beside_somebody(tree: Tree, part: Claim) -> bool:
    """Tell whether others are such beside people of one breath: "a nurse and two others were killed"."""
    text = part.group.text if part.group is not None else ""
    start = max(part.span.start, tree.text.find(text, part.span.start))
    return JOINED.search(tree.text[:start]) is not None


def _is_alike(claim: Claim, part: Claim) -> bool:
    same = (claim.measure, claim.scope, claim.stance) == (part.measure, part.scope, part.stance)
    return same and _role(claim) == _role(part)


def _role(claim: Claim) -> str | None:
    return claim.group.role if claim.group is not None else None


def _has_room(whole: Claim, part: Claim, before: Sequence[Claim]) -> bool:
    """Tell whether the part may be some of the whole: others told of right after a number are none of those."""
    if counts_others(part) and not any(whole.first < c.first for c in before):
        return False
    return (whole.low or 0) - _told_one_by_one(before) >= (part.low or 0)


def _told_one_by_one(before: Sequence[Claim]) -> int:
    """How many people are told of by name, and beside names on lists."""
    names = {name for claim in before if claim.group is not None for name in claim.group.names}
    lists = (c for c in before if c.group is not None and len(c.group.names) >= SEVERAL)
    return len(names) + sum(max(0, (c.low or 0) - len(set(c.group.names))) for c in lists if c.group is not None)
