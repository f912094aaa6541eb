"""The times of one stretch of a report in, the days it may play on out, each with what speaks for or against it."""

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain

from twosource.extract.tree import VERBAL, Tree
from twosource.extract.when.named_days import is_far_from_its_day, is_length, is_of_life, is_of_name, is_of_print
from twosource.extract.where.whereabouts import ACTS, is_happening, own_clause
from twosource.lang.reading import words
from twosource.model import Span, Time

LEAD = 3  # sentences
DATED = ("happens", "calls", "dies")  # kinds of verbs in the lexicon
LENGTHS = (
    ("days", 3),
    ("a week", 7),
    ("a month", 31),
    ("a year", 400),
)  # what is longer dates no happening

Day = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One day (or the few days of a weekend or a night), and how much of each kind of evidence it has."""

    day: Day
    features: dict[str, float]


@lru_cache(maxsize=1)  # asked for twice of a report
def day_evidence(tree: Tree, within: Span) -> list[Evidence]:
    """Return the candidate days of a stretch in text order, none after the publication.

    Features are named and lie between 0 and 1, but for ``mentions``, the logarithm of how often the day is told.
    """
    told = tree.article.published or tree.article.modified
    published = date.fromisoformat(told[:10]) if told is not None else None
    mentions: dict[Day, list[tuple[Time, set[str]]]] = defaultdict(list)
    for time in tree.times:
        dates_nothing = is_of_name(tree, time) or is_of_life(tree, time) or is_length(tree, time)
        dates_nothing = dates_nothing or is_of_print(tree, time) or is_far_from_its_day(tree, time)
        if within.covers(time.span) and not dates_nothing and (day := _day(time, published)) is not None:
            mentions[day].append((time, set(_signs(tree, time))))
    first = next(iter(mentions), None)
    return [
        Evidence(day, {**_shares(found), **_apart(day, published), "first": float(day == first)})
        for day, found in mentions.items()
    ]


def _day(time: Time, published: date | None) -> Day | None:
    if time.earliest is None or time.latest is None:
        return None
    is_near = _length((time.earliest, time.latest)) <= LENGTHS[-1][1]
    is_past = published is None or time.earliest <= published.isoformat()
    return (time.earliest, time.latest) if is_near and is_past else None


def _length(day: Day) -> int:
    return (date.fromisoformat(day[1]) - date.fromisoformat(day[0])).days + 1


def _shares(found: list[tuple[Time, set[str]]]) -> dict[str, float]:
    """For each sign whether any mention of the day has it, and for those of what follows whether all have."""
    every = set.intersection(*(signs for _, signs in found))
    anywhere = set(chain.from_iterable(signs for _, signs in found))
    features = dict.fromkeys(anywhere, 1.0)
    features |= {f"all {sign}": 1.0 for sign in every}
    features["mentions"] = math.log(len(found))
    return features


def _apart(day: Day, published: date | None) -> dict[str, float]:
    """How long before the publication, in steps that news knows."""
    length = _length(day)
    features = {next(name for name, most in LENGTHS if length <= most): 1.0} if length > 1 else {}
    if published is None:
        return features
    back = (published - date.fromisoformat(day[1])).days
    step = next((name for name, most in STEPS if back <= most), "older")
    return {**features, step: 1.0}


STEPS = (("same day", 0), ("day before", 1), ("this week", 6), ("this month", 31), ("this year", 400))


def _signs(tree: Tree, time: Time) -> Iterator[str]:
    """Name what the wording, the sentence and the clause of one mention tell."""
    yield from _wording(time)
    root = next(iter(tree.inside(time.span)), None)
    if root is None:
        return
    yield from _of_sentence(tree, root)
    yield from _above(tree, root)
    verb = tree.verb_above(root)
    if verb is None:
        yield "no verb"
        return
    yield from _of_verb(tree, verb, "verb")
    clause = own_clause(tree, verb)
    yield from _of_verb(tree, clause if clause is not None else verb, "clause")
    if any(is_happening(tree, child) for child in tree.children(verb, "nsubj", "nsubjpass", "dobj")):
        yield "about happening"


def _of_sentence(tree: Tree, root: int) -> Iterator[str]:
    sentence = tree.sentence(root)
    if tree.sentence_number(root) < LEAD:
        yield "lead"
    if tree.quotation(root) is not None:
        yield "quoted"
    if any(is_happening(tree, index) for index in range(sentence.first, sentence.last)):
        yield "happening in sentence"
    if not words(ACTS, "following", "nouns").isdisjoint(
        lemma.lower() for lemma in tree.lemmas(sentence.first, sentence.last)
    ):
        yield "sequel in sentence"


def _wording(time: Time) -> Iterator[str]:
    value = time.value or ""
    if "T" in value:
        yield "part of day"
    if any(c.isdigit() for c in time.text) and "T" not in value:
        yield "full date"
    if time.kind == "TIME" and not any(c.isalpha() for c in time.text.replace("a.m", "").replace("p.m", "")):
        yield "bare clock"


def _above(tree: Tree, root: int) -> Iterator[str]:
    for above in tree.ancestors(root):
        token = tree.tokens[above]
        if token.pos in VERBAL:
            return
        if is_happening(tree, above):
            yield "names happening"
        if token.lemma.lower() in words(ACTS, "following", "nouns"):
            yield "names sequel"


def _of_verb(tree: Tree, verb: int, name: str) -> Iterator[str]:
    lemma = "happen" if _takes_place(tree, verb) else tree.tokens[verb].lemma
    yield from (f"{name} {kind}" for kind in DATED if lemma in words(ACTS, "dated", kind))
    if lemma in words("en/speech", "verbs"):
        yield f"{name} speaks"
    if is_happening(tree, verb) and lemma not in words(ACTS, "dated", "happens"):
        yield f"{name} is happening"
    if lemma in words(ACTS, "following", "verbs"):
        yield f"{name} is sequel"


def _takes_place(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is the "take" of "the attacks took place at dawn"."""
    objects = (tree.tokens[child].text.lower() for child in tree.children(verb, "dobj"))
    return tree.tokens[verb].lemma == "take" and "place" in objects
