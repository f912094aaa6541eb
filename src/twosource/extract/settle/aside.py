"""Claims of one report in, those about people of another happening marked out: scope ``elsewhere``.

A report of one shooting tells of last month's at its end. What speaks for another happening (where a claim stands, its
day and place beside the report's, the words around it) is weighed by a logistic model; see ``docs/models/aside.md``.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import exp, log

from twosource.extract.settle.aside_round_up import of_round_up
from twosource.extract.tree import Tree
from twosource.lang.reading import lexicon, words
from twosource.model import Claim, DateRange, Place
from twosource.values.pattern import DEFINITE

LEXICON = "en/aside"
COUNTED = frozenset({"killed", "injured", "hit"})
EARLY = 3  # sentences of the lead, and claims that set day and place
LIKELY = 0.4  # at 0.45 two incidents fewer of 1,360 of the gva set are right in full
LIKELY_SEVERAL = 0.74  # sources of one strike give its toll again and again: at 0.45 171 of 280 marked were such tolls
AMONG = ("among", "names among")
WORD = re.compile(r"[a-z]+|\d+")
LOCAL = frozenset({"town", "exact", "admin2"})

Told = DateRange | Place | None


@dataclass(frozen=True, slots=True)
class Story:
    """The people a report tells of in text order, where each is told first, and the day and place early claims give."""

    tree: Tree
    claims: tuple[Claim, ...]
    firsts: tuple[int, ...]
    day: Told
    place: Told


def told_aside(tree: Tree, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims, people of another happening with the scope ``elsewhere``; the first told of are never."""
    story = story_of(tree, claims)
    listed = frozenset(name for claim in claims if _is_list(claim) and claim.scope == "event" for name in _full(claim))
    own = (_is_own(story, c) or not listed.isdisjoint(_full(c)) for c in story.claims[1:])
    weighed = (c for c, is_own in zip(story.claims[1:], own, strict=True) if not is_own)
    weighed = (c for c in weighed if not tree.in_title(tree.at(c.span.start) or 0))
    apart = {c.id for c in weighed if _is_apart(story, c)}
    return tuple(replace(claim, scope="elsewhere") if claim.id in apart else claim for claim in claims)


def _is_own(story: Story, claim: Claim) -> bool:
    """Tell whether a claim is about the report's own happening, whatever speaks against it."""
    is_told = _repeats(story, claim) or _is_list(claim) or _is_the_attacker(claim)
    return is_told or _is_one_more(story.tree, claim)


def _full(claim: Claim) -> tuple[str, ...]:
    """The full names of its people: who stands on a list of the dead fell with them."""
    return tuple(n for n in claim.group.names if " " in n) if claim.group and claim.measure in COUNTED else ()


def _is_apart(story: Story, claim: Claim) -> bool:
    """Tell whether people are likely another happening's, and a day, a town or a word like "another" says so."""
    found = evidence(story, claim)
    several = (claim.low or 0) > 1
    signs = words(LEXICON, "signs", "several" if several else "one")
    return any(found.get(name) for name in signs) and chance(found) > (LIKELY_SEVERAL if several else LIKELY)


def _repeats(story: Story, claim: Claim) -> bool:
    """Tell whether a number of people was told before: the report comes back to its own toll."""
    told = (claim.measure, claim.low, claim.high)
    before = story.claims[: story.claims.index(claim)]
    return (claim.low or 0) > 1 and any((c.measure, c.low, c.high) == told for c in before)


def _is_list(claim: Claim) -> bool:
    """Tell whether several people are told of by name: a report lists the dead of its own happening."""
    return claim.group is not None and (claim.low or 0) > 1 and len(claim.group.names) > 1


def _is_one_more(tree: Tree, claim: Claim) -> bool:
    """Tell whether people are told of as some more of those: "was also killed", "was among the dead"."""
    spoken = {tree.tokens[i].text.lower() for i in tree.inside(claim.span)}
    return not spoken.isdisjoint(words(LEXICON, "one_more")) or claim.pattern.startswith(AMONG)


def _is_the_attacker(claim: Claim) -> bool:
    """Tell whether it is "the gunman", "the man who shot them": who did it belongs to what was done."""
    return claim.group is not None and claim.group.role == "perpetrator" and DEFINITE in claim.pattern


def story_of(tree: Tree, claims: Sequence[Claim]) -> Story:
    """Gather the claims that may be weighed: people asserted to have fallen in the report's event."""
    kept = [c for c in claims if c.measure in COUNTED and c.scope == "event" and c.stance == "asserted" and c.low]
    kept.sort(key=lambda c: (_first(c), c.id))
    day, place = _most([c.date for c in kept[:EARLY]]), _most([c.place for c in kept[:EARLY]])
    return Story(tree, tuple(kept), tuple(_first(c) for c in kept), day, place)


def chance(found: dict[str, float]) -> float:
    """Return how likely people of such evidence belong to another happening (0-1)."""
    weights = lexicon(LEXICON)["weights"]
    return 1 / (1 + exp(-weights["bias"] - sum(weights.get(name, 0.0) * value for name, value in found.items())))


def evidence(story: Story, claim: Claim) -> dict[str, float]:
    """Return what speaks for or against another happening, by name."""
    tree = story.tree
    first = tree.at(_first(claim)) or 0
    number = tree.sentence_number(first)
    found = {
        "depth": number / max(1, len(tree.sentences)),
        "number": log(1 + number),
        "lead": float(number < EARLY),
        "part": float(claim.part_of is not None),
        "several": float((claim.low or 0) > 1),
        "killed": float(claim.measure == "killed"),
        "quoted": float(tree.quotation(first) is not None),
    }
    found |= _of_people(tree, claim) | _of_setting(story, claim) | _of_order(story, claim, number)
    found |= of_round_up(tree, claim, _first(claim), _earlier(story, claim))
    found |= {f"here {name}": 1.0 for name in _cues(tree, number)}
    found |= {f"before {name}": 1.0 for name in (_cues(tree, number - 1) if number else ())}
    return found


def _first(claim: Claim) -> int:
    return min(span.start for span in (claim.span, *claim.spans))


def _cues(tree: Tree, number: int) -> Iterator[str]:
    sentence = tree.sentences[number]
    spoken = {token.text.lower() for token in tree.tokens[sentence.first : sentence.last]}
    return (name for name in sorted(lexicon(LEXICON)["cues"]) if not spoken.isdisjoint(words(LEXICON, "cues", name)))


def _of_people(tree: Tree, claim: Claim) -> dict[str, float]:
    names = claim.group.names if claim.group is not None else ()
    wording = claim.group.text.lower().split(" ") if claim.group is not None else [""]
    return {
        "named": float(bool(names)),
        "mentioned": log(1 + sum(1 for name in tree.names if name.canonical in names)),
        "owned": float(wording[0] in {"his", "her", "their", "my"}),
        "back": float(DEFINITE in claim.pattern),
        "indefinite": float(wording[0] in {"a", "an"}),
        "attacker": float(claim.group is not None and claim.group.role == "perpetrator"),
    }


def _of_setting(story: Story, claim: Claim) -> dict[str, float]:
    """How its day and place stand to those most early claims have."""
    found: dict[str, float] = {}
    if claim.date is not None and claim.date.text is not None:
        found["dated"] = 1.0
        if isinstance(story.day, DateRange) and _apart(claim.date, story.day):
            found["other day"] = 1.0
    if claim.place is not None and isinstance(story.place, Place) and claim.place.name != story.place.name:
        local = claim.place.precision in LOCAL and story.place.precision in LOCAL
        found["other town" if local else "other place"] = 1.0
    return found


def _earlier(story: Story, claim: Claim) -> list[Claim]:
    """The people told of before, in text order."""
    return [c for c, first in zip(story.claims, story.firsts, strict=True) if first < _first(claim)]


def _apart(day: DateRange, other: DateRange) -> bool:
    return day.latest < other.earliest or day.earliest > other.latest


def _most(told: Sequence[Told]) -> Told:
    counts = Counter(one for one in told if one is not None)
    return max(counts, key=lambda one: (counts[one], str(one)), default=None)


def _of_order(story: Story, claim: Claim, number: int) -> dict[str, float]:
    """How many people fell before it in the text, and how far back the last of them is told of."""
    own, earlier = _first(claim), _earlier(story, claim)
    spots = (story.tree.at(s.start) or 0 for c in earlier for s in (c.span, *c.spans) if s.start < own)
    last = max((story.tree.sentence_number(spot) for spot in spots), default=number)
    return {
        "persons before": log(1 + len(earlier)),
        "same measure before": float(any(c.measure == claim.measure for c in earlier)),
        "gap": log(1 + number - last),
    }


def of_the_same_day(tree: Tree, claim: Claim, before: Claim | None) -> Claim:
    """Read "Both", "he" after people of an older day as those: "In 2015 two boys were shot. Both were treated."."""
    if before is None or before.scope != "historical" or claim.scope != "event" or claim.group is None:
        return claim
    here, there = (tree.sentence_number(tree.at(c.span.start) or 0) for c in (claim, before))
    is_back = claim.group.text.lower() in words("en/casualty", "standins", "back")
    return replace(claim, scope=before.scope) if is_back and here - there <= 1 else claim
