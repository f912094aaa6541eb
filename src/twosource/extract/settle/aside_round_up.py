"""One of a report's claims and those told before it in, the evidence that the report tells of several happenings out.

A round-up says so on top ("weekend shootings"), and begins each happening anew: with its hour and with people unknown.
"""

import re
from collections.abc import Sequence

from twosource.extract.people.individuals import person_of
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Claim

LEXICON = "en/aside"
LEAD = 2  # sentences that say what a report is about
HOUR = re.compile(r"\b\d{1,2}(?::\d\d)? ?[ap]\.? ?m\b", re.IGNORECASE)
WORD = re.compile(r"[a-z]+|\d+")
ONE = (1, 1)


def of_round_up(tree: Tree, claim: Claim, first: int, before: Sequence[Claim]) -> dict[str, float]:
    """Return what a report's plan says of people: whether a new happening begins with them, and how many it counted.

    Args:
        tree: the parse of the report.
        claim: the people.
        first: where they are told of first.
        before: the claims about people told of before them.
    """
    start = tree.sentence_span(tree.at(first) or 0).start
    again = HOUR.search(tree.text, start, first) is not None and HOUR.search(tree.text, 0, start) is not None
    return {
        "title of several": float(_tells_of_several(tree.article.title or "")),
        "lead of several": float(_tells_of_several(f"{tree.article.title or ''} {_lead(tree)}")),
        "opens": float(_opens(tree, claim, first)),
        "hour again": float(again),
    } | _of_count(tree, claim, before)


def _tells_of_several(text: str) -> bool:
    return not words(LEXICON, "round_up").isdisjoint(WORD.findall(text.lower()))


def _lead(tree: Tree) -> str:
    last = tree.sentences[min(LEAD, len(tree.sentences)) - 1].last
    return tree.span_of(0, last - 1).of(tree.text)


def _opens(tree: Tree, claim: Claim, first: int) -> bool:
    """Tell whether a paragraph opens with people told of as unknown: "About 7 p.m. a 30-year-old man was shot"."""
    number = tree.sentence_number(tree.at(first) or 0)
    begins = number == 0 or tree.sentences[number].block != tree.sentences[number - 1].block
    wording = claim.group.text.lower().split(" ") if claim.group is not None else [""]
    return begins and (wording[0] in words(LEXICON, "unknown") or wording[0].isdigit())


def _of_count(tree: Tree, claim: Claim, before: Sequence[Claim]) -> dict[str, float]:
    """Whether the people counted before may hold this one; one more than were counted is another happening's."""
    counted = max((c.low or 0 for c in before), default=0)
    people = [person for person in (person_of(tree, c) for c in before) if person is not None]
    ages = {person.age for person in people if person.age}
    one = person_of(tree, claim)
    return {
        "room": float(counted > max(1, len(people))),
        "counted all": float(1 < counted <= len(people)),
        "new age": float(one is not None and one.age is not None and bool(ages) and one.age not in ages),
    }
