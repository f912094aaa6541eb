"""Claims of one article in, the same without repeats out: title and text, first mention and later ones are one claim.

An article that gives a figure once with its speaker and again without says it once: the speaker stays.
"""

import re
from dataclasses import replace
from functools import cache

from twosource.extract.people.individuals import one_for_each, outlived, person_of
from twosource.extract.settle.on_top import comes_on_top
from twosource.extract.settle.others import besides_the_dead, counts_all, counts_others, with_the_dead
from twosource.extract.settle.rival import counts_anew, is_another_count, is_rival
from twosource.extract.settle.same_people import captor, fell_to_others, lists_others, names_several, with_names
from twosource.extract.tree import Tree
from twosource.lang.reading import lexicon, words
from twosource.model import Claim, Group, Speaker
from twosource.values.pattern import ANEW, BY_NAME, DEFINITE, LISTED, ON_TOP

BY_CARE = ("taken to hospital", "sign of injury")
SUBGROUP = "part of a group"
AMONG = "among"
INCLUDING = re.compile(r"\bincluding\b", re.IGNORECASE)
AGED = re.compile(r"-olds?\b|\baged?s?\b", re.IGNORECASE)
KNOW_A_FEW = frozenset({"person", "family", "witness"})  # kinds of speakers who give no total
FEW = 10  # written as a word: "two of the five"
NEAR = 60  # characters between a total and the sub-group told right after it


def collapse(tree: Tree, found: list[Claim]) -> tuple[Claim, ...]:
    """Return one claim for each thing the article says, with all places that say it in ``spans``."""
    single = {c.id for c in found if person_of(tree, c) is not None and not c.pattern.startswith(SUBGROUP)}
    dead = [c for c in found if c.measure == "killed" and c.pattern.startswith(SUBGROUP) and c.stance == "asserted"]
    kept = outlived(tree, one_for_each(tree, [claim for claim in found if claim.id in single]), dead)
    several: list[Claim] = []
    for claim in sorted(found, key=lambda c: (_is_bare(c), c.speaker is None, DEFINITE in c.pattern, c.span)):
        if claim.id not in single:
            _add(several, claim)
    kept += [claim for claim in several if not _died(claim, several)]
    kept = [_outdone(claim, kept) for claim in with_the_dead(tree, besides_the_dead(kept))]
    return tuple(sorted((_marked(tree, claim, kept) for claim in kept), key=lambda c: (c.span, c.id)))


def _is_bare(claim: Claim) -> bool:
    """Tell whether it says how many and no more: "a quadruple shooting" beside "three adults and a boy were shot"."""
    return claim.measure == "hit" and claim.pattern.startswith("counted noun")


def _died(claim: Claim, several: list[Claim]) -> bool:
    """Tell whether the same phrase tells of deaths: "were taken to a hospital where they died" counts nobody hurt."""
    if claim.measure not in {"injured", "hit"} or not claim.low or claim.group is None:
        return False
    dead = (c for c in several if c.measure == "killed" and c.low == claim.low and c.group is not None)
    return any(c.group is not None and c.group.text == claim.group.text and c.span.touches(claim.span) for c in dead)


def _outdone(claim: Claim, kept: list[Claim]) -> Claim:
    """A zero beside people told of in the same report and voice is about the others: "no one on the bus was hurt"."""
    if claim.high != 0 or claim.scope != "event" or claim.stance != "asserted":
        return claim
    told = (c for c in kept if c.measure == claim.measure and c.scope == "event" and c.stance == "asserted")
    beside = any((c.low or 0) > 0 and _same_country(c, claim) and _same_speaker(c, claim) for c in told)
    return replace(claim, scope="remainder") if beside else claim


def _same_country(claim: Claim, other: Claim) -> bool:
    first, second = claim.group, other.group
    return first is not None and second is not None and first.nationality == second.nationality


def _add(kept: list[Claim], claim: Claim) -> None:
    twin = next((i for i, other in enumerate(kept) if _is_repeat(claim, other)), None)
    if twin is None:
        kept.append(claim)
    else:
        kept[twin] = _with_place(kept[twin], claim)


def _with_place(claim: Claim, repeat: Claim) -> Claim:
    """Add where the repeat stands, and who did it where only the repeat tells."""
    if _same_number(repeat, claim):
        claim = with_names(replace(claim, actor=captor(claim) or captor(repeat)), repeat)
    spans = sorted({*claim.spans, repeat.span} - {claim.span})
    return replace(claim, spans=tuple(spans))


def _is_repeat(claim: Claim, other: Claim) -> bool:
    if (claim.measure, claim.scope, claim.stance) != (other.measure, other.scope, other.stance):
        return False
    if claim.group is None or other.group is None or claim.measure == "act":
        return claim.quote == other.quote and claim.group == other.group
    if not _same_speaker(claim, other) or claim.group.role != other.group.role or _is_told_beside(claim, other):
        return False
    if DEFINITE in claim.pattern and not claim.group.names:
        return _points_back(claim, other)
    if lists_others(claim) != lists_others(other):
        return False
    return _same_number(claim, other) and _same_people(claim.group, other.group)


def _is_told_beside(claim: Claim, other: Claim) -> bool:
    """Tell whether people are told of in one breath with others: "a guard and a clerk" are two, whoever they are."""
    return claim.pattern.startswith(SUBGROUP) and bool(claim.low) and claim.span.touches(other.span)


def _same_number(claim: Claim, other: Claim) -> bool:
    """Uncounted people of two countries are two things told."""
    if claim.low is None and claim.high is None and claim.group is not None and other.group is not None:
        return other.low is None and other.high is None and claim.group.nationality == other.group.nationality
    return (claim.low, claim.high) == (other.low, other.high)


def _same_speaker(claim: Claim, other: Claim) -> bool:
    if claim.speaker is None:
        return True  # told again in the article's own voice
    return other.speaker is not None and claim.speaker.name == other.speaker.name


def _points_back(claim: Claim, other: Claim) -> bool:
    """Read "The man", "the three" are people told of before, where so many were."""
    some_of_them = claim.actor is not None and other.actor is None and claim.low != other.low
    fewer = other.low is None or claim.low is None or claim.low <= other.low
    return fewer and not some_of_them and not fell_to_others(claim, other)


def _same_people(group: Group, other: Group) -> bool:
    if group.names and other.names:
        both = set(group.names) & set(other.names)  # one name may be two relatives'
        return 2 * len(both) >= min(len(group.names), len(other.names))
    if {_sex(group), _sex(other)} == {"men", "women"}:
        return False  # "two men in their 20s", "two women in their 20s"
    return all(
        len(kinds - {None}) <= 1 for kinds in ({group.nationality, other.nationality}, {group.status, other.status})
    )


def _sex(group: Group) -> str | None:
    found = [kind for kind in ("men", "women") if not words("en/people", kind).isdisjoint(_spoken(group))]
    return found[0] if len(found) == 1 else None


def _marked(tree: Tree, claim: Claim, kept: list[Claim]) -> Claim:
    """Mark a sub-group, and a person among people already counted, as part of the claim that holds it."""
    if claim.measure == "act" or claim.low is None or claim.group is None or claim.part_of is not None:
        return claim
    if BY_NAME in claim.pattern or counts_all(claim):
        return claim  # all who are known by name, perhaps not all who died; or all who died
    if comes_on_top(tree, claim, kept):
        return replace(claim, pattern=f"{claim.pattern}{ON_TOP}")
    larger = [other for other in kept if _may_hold(other, claim)]
    wholes = [other for other in larger if _holds(other, claim, kept)]
    whole = max(wholes, key=lambda other: (other.low or 0, other.id), default=None)
    if whole is None and _is_one(claim) and any(counts_anew(other, claim, kept) for other in larger):
        return replace(claim, pattern=f"{claim.pattern}{ANEW}")
    return claim if whole is None else replace(claim, part_of=whole.id)


def _may_hold(whole: Claim, part: Claim) -> bool:
    """Tell whether both count the same measure, in the same scope and stance, of people that may be the same."""
    if (whole.measure, whole.scope, whole.stance) != (part.measure, part.scope, part.stance) or whole.id == part.id:
        return False
    if whole.group is None or part.group is None or not _is_smaller(part, whole):
        return False
    countries = {whole.group.nationality, part.group.nationality} - {None}
    of_one_kind = whole.group.role == part.group.role or _is_among_all(whole, part)
    return len(countries) <= 1 and of_one_kind and not _elsewhere(whole, part) and not _is_besides(whole, part)


def _is_among_all(whole: Claim, part: Claim) -> bool:
    """Tell whether a count says that it holds the attacker too: "seven died, including the gunman"."""
    return part.pattern.startswith(SUBGROUP) and INCLUDING.search(part.quote) is not None and (whole.low or 0) > 1


def _is_smaller(part: Claim, whole: Claim) -> bool:
    """Tell whether the part is no larger; what is told in the same breath is, though nobody counts the whole."""
    if part.low is None:
        return False
    return whole.low >= part.low if whole.low is not None else _is_among(whole, part)


def _is_among(whole: Claim, part: Claim) -> bool:
    return _is_told_as_part(part) and not _is_told_as_part(whole) and _covers(whole, part)


def _covers(whole: Claim, part: Claim) -> bool:
    """Tell whether the part stands inside the whole, or inside a place that tells the whole again."""
    return any(span.covers(part.span) for span in (whole.span, *whole.spans))


def _is_told_as_part(claim: Claim) -> bool:
    return claim.pattern.startswith(SUBGROUP) or claim.pattern.endswith(LISTED)


def _elsewhere(claim: Claim, other: Claim) -> bool:
    """Tell whether two claims of a round-up are of happenings in other countries, or on other days in other places."""
    if claim.place is None or other.place is None or claim.place.name == other.place.name:
        return False
    if claim.group and other.group and set(claim.group.names) & set(other.group.names):
        return False
    countries = {claim.place.country, other.place.country} - {None}
    return len(countries) > 1 or not _same_day(claim, other)


def _same_day(claim: Claim, other: Claim) -> bool:
    if claim.date is None or other.date is None:
        return True
    return (claim.date.earliest, claim.date.latest) == (other.date.earliest, other.date.latest)


def _is_one(claim: Claim) -> bool:
    return (claim.low, claim.high) == (1, 1) and not claim.pattern.startswith(SUBGROUP)


def _counts_none(speaker: Speaker | None) -> bool:
    """Tell whether somebody tells of people they know rather than of all: the article itself, a club, a family."""
    return speaker is None or speaker.kind in KNOW_A_FEW


def _holds(whole: Claim, part: Claim, kept: list[Claim]) -> bool:
    text = part.group.text if part.group is not None else ""
    if _of_them().search(text) or (whole.span < part.span and _of_victims().search(text)):
        return whole.span < part.span
    if part.pattern.startswith(SUBGROUP) or whole.low is None:
        return _covers(whole, part) or (_is_among_all(whole, part) and whole.span.touches(part.span))
    if is_another_count(whole, part, kept):
        return False
    if (part.low, part.high) == (1, 1):
        single = [c for c in kept if _is_one(c) and _may_hold(whole, c)]
        return (whole.low or 0) > 1 and len(single) <= (whole.low or 0)
    names_them = names_several(part) and not names_several(whole) and whole.low == part.low
    larger = names_them or (whole.low or 0) > (part.low or 0)
    is_back = DEFINITE in part.pattern and (part.low or 0) > 1  # "the other three victims"
    some = part.pattern.startswith(AMONG) or (is_back and whole.span < part.span)
    return larger and (some or _is_told_closer(whole, part))


@cache
def _of_them() -> re.Pattern[str]:
    """Match people told of as some of those before, or on top: "two of them", "of the dead", "of the five", "more"."""
    lists, numbers = lexicon("en/headcount")["of_them"], lexicon("en/numbers")["cardinals"]
    links, back, fallen, further = ("|".join(lists[name]) for name in ("links", "back", "fallen", "further"))
    few = "|".join(sorted(word for word, value in numbers.items() if 2 <= value <= FEW))
    return re.compile(
        rf"\b(?:{links}) (?:{back})\b|\bof the (?:{fallen}|\d+|{few})\b|\b(?:{further})\b(?! than)", re.IGNORECASE
    )


@cache
def _of_victims() -> re.Pattern[str]:
    """Match "one of the victims": some of those counted before, perhaps of those counted further down."""
    return re.compile(rf"\bof the (?:{'|'.join(lexicon('en/headcount')['of_them']['victims'])})\b", re.IGNORECASE)


def _is_told_closer(whole: Claim, part: Claim) -> bool:
    """Tell whether several are some of more by their care, by who tells of them, or by standing right behind them."""
    if whole.group is None or part.group is None:
        return False
    if _same_day(part, whole) and (_is_by_care(whole, part) or _is_later(whole, part)):
        return _is_by_care(whole, part) or part.group.nationality is None
    including = part.span.start > whole.span.start and part.span.start - whole.span.end < NEAR
    return including and part.group.status is not None and whole.group.status is None and not is_rival(whole, part)


def _is_besides(whole: Claim, part: Claim) -> bool:
    """Tell whether the whole counts others than a person told of before: "a man was hurt. Three other people were"."""
    single = (part.low, part.high) == (1, 1)
    return single and counts_others(whole) and min((part.span, *part.spans)) < min((whole.span, *whole.spans))


def _is_by_care(whole: Claim, part: Claim) -> bool:
    """Tell whether some of the hurt are told apart by their care: "two are in critical condition" of four."""
    return part.pattern.startswith(BY_CARE) and not whole.pattern.startswith(BY_CARE)


def _is_later(whole: Claim, part: Claim) -> bool:
    """Tell whether fewer are told of later by nobody who counts all, or in narrower words: they are some of those.

    In 400 incidents a total in a report's own voice is right seven times of eight where others told it of fewer later.
    """
    if part.span.start <= whole.span.end:
        return False
    return _counts_none(part.speaker) or (whole.speaker is None and _is_narrower(part.group, whole.group))


def _is_narrower(group: Group | None, whole: Group | None) -> bool:
    """Tell whether people are told of more closely: "two 30-year-old men" among "four people" or "four men"."""
    if group is None or whole is None or not set(_spoken(group)) - set(_spoken(whole)):
        return False
    return AGED.search(group.text) is not None or _is_general(whole) > _is_general(group)


def _spoken(group: Group) -> list[str]:
    return re.findall(r"[a-z]+", group.text.lower())


def _is_general(group: Group) -> bool:
    """Tell whether the words name people of no stated kind: "four people", "five victims"."""
    return (_spoken(group) or [""])[-1] in words("en/people", "general")
