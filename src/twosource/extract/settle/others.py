"""Claims of one report in, the same with others who were hit read as hurt: they are none of the dead told of before.

"A man died. Three other people were shot" tells of three hurt, not of three hit of whom one died.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from twosource.extract.tree import Tree
from twosource.lang.reading import lexicon, words
from twosource.model import Claim
from twosource.values.pattern import DEFINITE

LEAD = 3  # sentences
CARE = ("taken to hospital", "sign of injury", "idiom")


def besides_the_dead(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, others who were hit as hurt where a death is told of before and none of theirs after."""
    return [replace(claim, measure="injured") if _is_hurt(claim, claims) else claim for claim in claims]


def with_the_dead(tree: Tree, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, so many hurt as people hit where the lead tells of that many dead and hurt one by one.

    "A boy was killed and another wounded. Two boys were shot, police said: two boys were wounded." The two are both.
    So are all who were taken to hospital where a death is told of besides and nobody tells of so many as hurt.
    """
    return [replace(c, measure="hit") if _holds_the_dead(tree, c, claims) else c for c in claims]


def _holds_the_dead(tree: Tree, claim: Claim, claims: Sequence[Claim]) -> bool:
    return _counts_all(claim, claims, _account(tree, claim, claims)) or _is_cared_for(claim, claims)


def _is_cared_for(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Tell whether people told of before were found with wounds or taken away, dead or alive: "both were rushed".

    Of 17 such numbers in reports of the gva set that tell of a death, six held the dead and one did not.
    """
    several = claim.measure == "injured" and claim.low == claim.high and (claim.low or 0) > 1
    if not several or DEFINITE not in claim.pattern or not claim.pattern.startswith(CARE) or counts_others(claim):
        return False
    told = [c for c in claims if c.scope == claim.scope == "event" and c.stance == claim.stance == "asserted"]
    died = any(c.measure == "killed" and c.low and not _is_attacker(c) for c in told)
    lives = _conditions() & set(claim.quote.lower().split())
    return died and not lives and not any(c.measure == "injured" and c.low == claim.low and c != claim for c in told)


def _conditions() -> frozenset[str]:
    return words("en/casualty", "hurt", "living")


def _is_attacker(claim: Claim) -> bool:
    return claim.group is not None and claim.group.role == "perpetrator"


def _account(tree: Tree, claim: Claim, claims: Sequence[Claim]) -> int:
    """How many people the lead tells of one by one besides those whom the claim itself adds up."""
    if claim.measure != "injured" or claim.low in {None, 0, 1}:
        return 0
    others = [other for other in claims if other.measure != claim.measure or not other.span.touches(claim.span)]
    return max(_lead_account(tree, others, number) for number in range(LEAD))


def _lead_account(tree: Tree, claims: Sequence[Claim], number: int) -> int:
    """How many one sentence tells of singly as dead and as hurt, where it tells of both; else 0."""
    told = [c for c in claims if _is_single(c) and _sentence(tree, c) == number]
    dead, hurt = ([c for c in told if c.measure == measure] for measure in ("killed", "injured"))
    return len(dead) + len(hurt) if dead and hurt else 0


def _is_single(claim: Claim) -> bool:
    return (claim.low, claim.high) == (1, 1) and claim.scope == "event" and claim.stance == "asserted"


def _sentence(tree: Tree, claim: Claim) -> int:
    return tree.sentence_number(tree.at(claim.span.start) or 0)


def _counts_all(claim: Claim, claims: Sequence[Claim], account: int) -> bool:
    several = claim.measure == "injured" and claim.low == claim.high == account and account > 1
    if not several or claim.scope != "event" or claim.stance != "asserted" or counts_others(claim):
        return False
    return not any(c.measure == "killed" and (c.low or 0) > 1 and c.scope == "event" for c in claims)


def is_remainder(claim: Claim) -> bool:
    """Tell whether a zero leaves out people told of before: "no one else was hurt"."""
    wording = f"{claim.quote} {claim.wording}".lower().split()
    return claim.high == 0 and any(word in words("en/casualty", "none", "others") for word in wording)


def counts_others(claim: Claim) -> bool:
    """Tell whether a claim counts people besides those told of: "two others", "three other men"."""
    if claim.group is None or not claim.low:
        return False
    return not claim.group.names and _others().match(claim.group.text) is not None


def counts_all(claim: Claim) -> bool:
    """Tell whether a number is said to be that of all: "a total of eight killed"."""
    return claim.group is not None and claim.group.text.lower().startswith("a total of ")


@cache
def _others() -> re.Pattern[str]:
    """Match "at least three others" and "three more others": a number, perhaps a word between, and others."""
    lists = lexicon("en/headcount")["others"]
    bounds, words_of = "|".join(lists["bounds"]), "|".join(lists["words"])
    return re.compile(rf"(?:(?:{bounds}) )?\S+ (?:\S+ )?(?:{words_of})\b", re.IGNORECASE)


def _is_hurt(claim: Claim, claims: Sequence[Claim]) -> bool:
    if claim.measure != "hit" or claim.stance != "asserted" or not counts_others(claim):
        return False
    dead = [c for c in claims if c.measure == "killed" and c.scope == claim.scope and c.stance == "asserted" and c.low]
    return any(c.span < claim.span for c in dead) and not any(claim.span < c.span for c in dead)
