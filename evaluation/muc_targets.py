"""The people that a key would have targets for, from the claims of a run: how many, and what happened to them.

A target is somebody hurt, killed or taken in an act of violence that is recent and specific. What is told of people in
general, of a war as a whole, and twice of one person makes no target of its own.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from evaluation.muc_key import EFFECTS, Found, number_in, table, words
from twosource.model import Claim

JOINED = re.compile(r",| and | (?:along|together) with | alongside ")


def people(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that a key would have targets for: this event's people, not of nobody and not denied.

    Keys have no target that is a mere pronoun, for who did it, for guerrillas killed in a clash, or for an arrest, none
    for "many people" of no stated kind and none for the dead of a war; and a group told of in parts is those.
    """
    kept = [claim for claim in harmed(claims) if not _is_at_large(claim)]
    told_in_parts = _whole_of_parts(kept)
    return [claim for claim in kept if claim.id not in told_in_parts]


def harmed(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims about people whom somebody harmed in this event, those told of at large too."""
    told = [c for c in claims if _is_told(c) and _is_target(c)]
    hurt = [c for c in told if c.measure in table()["measures"]]
    return [*hurt, *(c for c in told if _is_aimed_at(c) and not any(_are_alike(c, other) for other in hurt))]


def _is_aimed_at(claim: Claim) -> bool:
    """Tell whether an attack or a threat was aimed at people told of by name, or counted and told of first there."""
    if claim.pattern not in table()["aimed_at"] or claim.group is None:
        return False
    return bool(claim.group.names) or (bool(claim.low) and "definite" not in claim.pattern)


def _are_alike(claim: Claim, other: Claim) -> bool:
    """Tell whether people aimed at may be those told of as harmed: by their names, or called alike."""
    first, second = claim.group, other.group
    if first is None or second is None:
        return False
    ours, theirs = ({frozenset(words(name)) for name in group.names if words(name)} for group in (first, second))
    if ours and theirs:
        return any(one <= two or two <= one for one in ours for two in theirs)
    spoken = set(words(first.text)[-1:])
    return bool(spoken & set(words(second.text)))


def _is_at_large(claim: Claim) -> bool:
    """Tell whether a claim counts the dead of a war, or people of no stated kind without a number."""
    group = claim.group
    if (claim.low or 0) > number_in("most"):
        return True
    return group is not None and _number(claim) == "PLURAL" and not group.names and not group.status


def _is_told(claim: Claim) -> bool:
    return claim.scope == "event" and claim.stance != "denied" and claim.high != 0


def _is_target(claim: Claim) -> bool:
    if claim.measure == "captured" and not any(word.startswith(tuple(table()["taken"])) for word in words(claim.quote)):
        return False
    group = claim.group
    if group is not None and not group.names and group.text.lower() in table()["pronouns"]:
        return False
    if group is None:
        return True
    is_named = bool(group.names) or group.status not in table()["named_targets"]
    return is_named and group.role != "perpetrator" and group.status not in table()["no_targets"]


def _whole_of_parts(claims: Sequence[Claim]) -> set[str]:
    """Return the ids of claims whose parts, told of in the same words, add up to them, or to half of people in general.

    Of 11 counts of people of no stated kind half of whom are told of one by one 2 are a key's.
    """
    wholes = {claim.id: claim for claim in claims}
    same, every = Counter[str](), Counter[str]()
    for claim in claims:
        whole = wholes.get(claim.part_of or "")
        if whole is not None:
            every[whole.id] += claim.low or 0
        if whole is not None and whole.span.covers(claim.span):
            same[whole.id] += claim.low or 0
    in_same = {key for key, total in same.items() if wholes[key].low in {None, total}}
    return in_same | {
        key for key, total in every.items() if 2 * total >= (wholes[key].low or 0) and _is_any(wholes[key])
    }


def _is_any(claim: Claim) -> bool:
    """Tell whether a claim counts people of no stated kind."""
    return bool(claim.low) and claim.group is not None and not claim.group.names and not claim.group.status


def numbers(claims: Iterable[Claim]) -> set[Found]:
    """Return how many people each distinct group has: "6", "12-", "-80", "3-4" or "PLURAL"; a person named is 1.

    A sum that the reader made of people told of side by side is no group: its parts are.
    """
    told = list(claims)
    counted = (claim for claim in (*people(told), *unhurt(told)) if not _is_sum(claim))
    return _told_once(one for claim in counted for one in _groups(claim))


def _is_sum(claim: Claim) -> bool:
    """Tell whether a count adds up several phrases: "the minister and his two guards", but not two people named."""
    group = claim.group
    if group is None or claim.low is None or claim.low < 2 or len(group.names) == claim.low:
        return False
    return claim.wording == group.text and JOINED.search(group.text.lower()) is not None


def unhurt(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that people were not killed or hurt: targets too, without an effect that is scored."""
    denied = (c for c in claims if c.measure in EFFECTS and c.stance == "denied" and c.scope == "event" and c.low)
    return [claim for claim in denied if _is_target(claim) and not _is_at_large(claim)]


def effects(claims: Iterable[Claim]) -> set[Found]:
    """Return what happened to each distinct group: DEATH or INJURY."""
    told = (claim for claim in people(claims) if claim.measure in EFFECTS)
    return _told_once(one._replace(value=EFFECTS[claim.measure]) for claim in told for one in _groups(claim))


class _Target(NamedTuple):
    """One group of people: a value in the key's notation, its words, and the names of one person."""

    value: str
    words: frozenset[str]
    names: tuple[frozenset[str], ...] = ()


def _told_once(targets: Iterable[_Target]) -> set[Found]:
    """Return the distinct targets: a person told of by name twice, in full or in short, is one."""
    kept: list[_Target] = []
    for target in targets:
        twin = next((i for i, other in enumerate(kept) if _is_same(target, other)), None)
        if twin is None:
            kept.append(target)
        else:
            both = kept[twin]
            kept[twin] = _Target(both.value, both.words | target.words, both.names + target.names)
    return {Found(target.value, target.words) for target in kept}


def _is_same(target: _Target, other: _Target) -> bool:
    short_or_full = (one <= two or two <= one for one in target.names for two in other.names)
    return target.value == other.value and any(short_or_full)


def _groups(claim: Claim) -> Iterator[_Target]:
    """Yield number and words of a claim's people; where all are named each is a target of his own."""
    names = tuple(frozenset(words(name)) for name in (claim.group.names if claim.group is not None else ()))
    if len(names) > 1 and claim.low in {None, len(names)}:
        yield from (_Target("1", name, (name,)) for name in names)
    else:
        known = tuple(name for name in names if name) if claim.low == claim.high == 1 else ()
        yield _Target(_number(claim), _target(claim), known)


def _number(claim: Claim) -> str:
    if claim.low is not None and claim.low == claim.high:
        return str(claim.low)
    bounds = f"{claim.low if claim.low is not None else ''}-{claim.high if claim.high is not None else ''}"
    return bounds if bounds != "-" and not set(words(claim.wording or "")) & set(table()["vague"]) else "PLURAL"


def _target(claim: Claim) -> frozenset[str]:
    names = (claim.group.text, *claim.group.names) if claim.group is not None else ()
    return frozenset(word for name in (*names, claim.quote) for word in words(name))
