"""An article and its claims in, whether its title alone tells of people who fell out."""

import re
from collections.abc import Iterable
from functools import cache

from twosource.lang.reading import lexicon
from twosource.model import Article, Claim

LEXICON = "en/casualty"
FELL = ("killed", "injured")
LISTS = ("object", "subject", "state", "noun")
WORD = re.compile(r"[a-z]+")


def is_told_by_title(article: Article, claims: Iterable[Claim]) -> bool:
    """Tell whether the title has a word for people killed or hurt, and the text counts none.

    In 33 of 1,360 incidents of the gva set no report counts anybody below its title.
    """
    if article.title is None or article.title in article.text:
        return False
    counted = any(claim.measure in {*FELL, "hit"} and claim.low is not None for claim in claims)
    return not counted and not _fallen().isdisjoint(WORD.findall(article.title.lower()))


@cache
def _fallen() -> frozenset[str]:
    """Words that tell of people killed or hurt, with the endings that headlines give them."""
    stems = {word for measure in FELL for kind in LISTS for word in lexicon(LEXICON)[measure][kind]}
    forms = {f"{stem}{end}" for stem in stems for end in ("", "s", "ed", "d", "ing")}
    return frozenset(forms | set(lexicon(LEXICON)["headline"]["words"]))
