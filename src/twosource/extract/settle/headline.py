"""An article and its claims in; whether its title has to be read too, and the claims whose numbers it tells, out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from twosource.extract.casualties.title_numbers import TitleNumber, title_numbers
from twosource.lang.reading import lexicon
from twosource.model import Article, Claim
from twosource.model.claim import Measure
from twosource.values.pattern import TITLED

LEXICON = "en/casualty"
FELL = ("killed", "injured")
COUNTED = frozenset({*FELL, "hit"})
LISTS = ("object", "subject", "state", "noun")
WORD = re.compile(r"[a-z]+")
SEVERAL = 2


def is_told_by_title(article: Article, claims: Iterable[Claim]) -> bool:
    """Tell whether the title has a word for people killed or hurt, and the text counts none, or not so many.

    In 33 of 1,360 incidents of the gva set no report counts anybody below its title.
    """
    if article.title is None or article.title in article.text:
        return False
    told = [claim for claim in claims if claim.measure in COUNTED and claim.low is not None]
    if not told:
        return not _fallen().isdisjoint(WORD.findall(article.title.lower()))
    return any(_is_missed(one, told) for one in title_numbers(article.title))


def in_title(article: Article, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims, those marked whose number of people the title tells too: it is the report's own summary."""
    told: set[tuple[Measure, int]] = {
        (one.measure, one.number) for one in title_numbers(article.title or "") if one.number >= SEVERAL
    }
    deadly = any(measure == "killed" for measure, _ in told)
    told |= {("injured", number) for measure, number in told if measure == "hit" and not deadly}
    return tuple(replace(c, pattern=f"{c.pattern}{TITLED}") if _is_of(c, told) else c for c in claims)


def _is_of(claim: Claim, told: set[tuple[Measure, int]]) -> bool:
    return claim.scope == "event" and claim.low is not None and (claim.measure, claim.low) in told


def _is_missed(told: TitleNumber, claims: Iterable[Claim]) -> bool:
    """Tell whether the text gives no such number as the title does; a count of dead of its own stands against it.

    Of hurt and shot the text may tell some here and some there: then no claim of it counts them all.
    """
    if told.number < SEVERAL:
        return False
    if any(c.low == told.number and c.scope not in {"event", "historical"} for c in claims):
        return False  # it is the toll of several happenings
    kept = [c for c in claims if c.stance != "denied" and c.scope in {"event", "historical"}]
    if told.measure == "killed":
        return not any(c.measure == "killed" and c.low for c in kept)
    most = {measure: max((c.low or 0 for c in kept if c.measure == measure), default=0) for measure in COUNTED}
    sums = (most["hit"] - most["killed"], most["killed"] + most["injured"])
    return told.number not in {*(c.low for c in kept if c.measure != "killed"), *sums}


@cache
def _fallen() -> frozenset[str]:
    """Words that tell of people killed or hurt, with the endings that headlines give them."""
    stems = {word for measure in FELL for kind in LISTS for word in lexicon(LEXICON)[measure][kind]}
    forms = {f"{stem}{end}" for stem in stems for end in ("", "s", "ed", "d", "ing")}
    return frozenset(forms | set(lexicon(LEXICON)["headline"]["words"]))
