"""Claims of one article in, the same without repeats out: title and text, first mention and later ones are one claim.

An article that gives a figure once with its speaker and again without says it once: the speaker stays.
"""

from dataclasses import replace

from twosource.model import Claim, Group

DEFINITE = "definite"


def collapse(found: list[Claim]) -> tuple[Claim, ...]:
    """Return one claim for each thing the article says, with all places that say it in ``spans``."""
    kept: list[Claim] = []
    for claim in sorted(found, key=lambda c: (c.speaker is None, DEFINITE in c.pattern, c.span)):
        twin = next((i for i, other in enumerate(kept) if _is_repeat(claim, other)), None)
        if twin is None:
            kept.append(claim)
        else:
            kept[twin] = _with_place(kept[twin], claim)
    return tuple(sorted((_marked(claim, kept) for claim in kept), key=lambda c: (c.span, c.id)))


def _with_place(claim: Claim, repeat: Claim) -> Claim:
    spans = sorted({*claim.spans, repeat.span} - {claim.span})
    return replace(claim, spans=tuple(spans))


def _is_repeat(claim: Claim, other: Claim) -> bool:
    if claim.measure != other.measure or claim.scope != other.scope or claim.stance != other.stance:
        return False
    if claim.measure == "act":
        return claim.quote == other.quote
    if not _same_speaker(claim, other) or claim.group is None or other.group is None:
        return False
    if DEFINITE in claim.pattern and not claim.group.names:
        return _points_back(claim, other)
    if claim.low is None and claim.high is None and claim.group.nationality != other.group.nationality:
        return False  # uncounted people of two countries are two things told
    return (claim.low, claim.high) == (other.low, other.high) and _same_people(claim.group, other.group)


def _same_speaker(claim: Claim, other: Claim) -> bool:
    if claim.speaker is None:
        return True  # told again in the article's own voice
    return other.speaker is not None and claim.speaker.name == other.speaker.name


def _points_back(claim: Claim, other: Claim) -> bool:
    """Read "The man", "the three" are people told of before, where so many were."""
    return other.low is None or claim.low is None or claim.low <= other.low


def _same_people(group: Group, other: Group) -> bool:
    if group.names and other.names:
        return bool(set(group.names) & set(other.names))
    if group.role != other.role:
        return False
    countries = {group.nationality, other.nationality} - {None}
    statuses = {group.status, other.status} - {None}
    return len(countries) <= 1 and len(statuses) <= 1


def _marked(claim: Claim, kept: list[Claim]) -> Claim:
    """Mark a sub-group, and a named person among people already counted, as part of the claim that holds it."""
    if claim.measure == "act" or claim.low is None or claim.group is None or claim.part_of is not None:
        return claim
    whole = next((other for other in kept if _holds(other, claim)), None)
    return claim if whole is None else replace(claim, part_of=whole.id)


def _holds(whole: Claim, part: Claim) -> bool:
    if whole.measure != part.measure or whole.low is None or part.low is None or whole.id == part.id:
        return False
    if whole.group is None or part.group is None or whole.scope != part.scope or whole.stance != part.stance:
        return False
    including = part.span.start > whole.span.start and part.span.start - whole.span.end < 60 and part.low < whole.low
    named_one = bool(part.group.names) and not whole.group.names and part.low <= whole.low and part.span > whole.span
    named_one = named_one or (
        set(part.group.names) < set(whole.group.names) | {""} and bool(part.group.names) and part.low < whole.low
    )
    unlike = part.group.nationality not in {None, whole.group.nationality} and whole.group.nationality is not None
    return not unlike and (named_one or (including and part.group.status is not None and whole.group.status is None))
