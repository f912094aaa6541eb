"""Claims of one report in, those drawn after people of another happening out with the same scope.

Whoever is told of in one breath with people of an older or another happening, or right after them as one of them or of
"that crash", belongs to it too.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Claim

COUNTED = frozenset({"killed", "injured", "hit"})
ASIDE = frozenset({"elsewhere", "historical"})
LEXICON = "en/aside"
NEAR = 40  # characters between two groups of people told of in one breath


def with_kin(tree: Tree, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims, people drawn after others of another happening with the scope of those."""
    kept: list[Claim] = list(claims)
    for index, claim in sorted(enumerate(claims), key=lambda at: (at[1].span, at[1].id)):
        if claim.measure in COUNTED and claim.scope == "event" and not claim.spans:
            scope = next((other.scope for other in kept if _draws(tree, other, claim)), None)
            kept[index] = replace(claim, scope=scope) if scope is not None else claim
    return tuple(kept)


def _draws(tree: Tree, aside: Claim, claim: Claim) -> bool:
    if aside.measure not in COUNTED or aside.scope not in ASIDE or aside.id == claim.id:
        return False
    if aside.scope == "elsewhere" and _names(aside) & _names(claim):
        return True
    here = _sentence(tree, claim.span.start)
    lasts = (span for span in (aside.span, *aside.spans) if span.start <= claim.span.start)
    last = max(lasts, key=lambda span: span.end, default=None)
    if last is None:
        return False
    gap = here - _sentence(tree, last.end - 1)
    if gap == 0:
        several = (aside.low or 0) > 1 or (claim.low or 0) <= 1  # of one man less speaks for another happening
        return several and claim.span.start - last.end < NEAR and not _turns(tree.text[last.end : claim.span.start])
    return gap == 1 and (_is_of_them(claim) or _is_of_that(tree, here))


def _names(claim: Claim) -> set[str]:
    return {name for name in claim.group.names if " " in name} if claim.group is not None else set()


def _sentence(tree: Tree, position: int) -> int:
    return tree.sentence_number(tree.at(position) or 0)


def _turns(between: str) -> bool:
    """Tell whether the words between two groups lead to another happening: "... last year, while on Monday ..."."""
    return not words(LEXICON, "turns").isdisjoint(between.lower().split())


def _is_of_them(claim: Claim) -> bool:
    """Tell whether the words pick out some of the people just told of: "one of them", "both", "the other"."""
    text = claim.group.text.lower() if claim.group is not None else ""
    return text in words(LEXICON, "of_them") or text.endswith((" of them", " of whom"))


def _is_of_that(tree: Tree, number: int) -> bool:
    """Tell whether a sentence points back to a happening: "in that crash", "in the same attack"."""
    sentence = tree.sentences[number]
    spoken = [tree.tokens[i] for i in range(sentence.first, sentence.last)]
    pairs = pairwise(spoken)
    return any(
        one.text.lower() in words(LEXICON, "back") and other.lemma in words("en/acts", "happenings", "nouns")
        for one, other in pairs
    )
