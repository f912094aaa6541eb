"""The words of a statement in, what it calls the happening out: "a law-enforcement action", "state terrorism"."""

import re
from dataclasses import dataclass
from functools import cache

from twosource.lang.reading import lexicon

LEXICON, FORM = "en/character", "form"
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": " ", "”": " ", '"': " ", "-": " ", "‑": " "})


@dataclass(frozen=True, slots=True, order=True)
class Character:
    """A name given to a happening: its kind, the phrase, and whether it is refused ("was no accident")."""

    kind: str
    phrase: str
    refused: bool


def characters(words: str) -> tuple[Character, ...]:
    """Return what the words call something: names that stand behind "was", "as", "it" and the like, in order."""
    plain = " ".join(words.translate(STRAIGHT).lower().split())
    found = (_character(match) for match in _named().finditer(plain))
    return tuple(dict.fromkeys(found))


def _character(match: re.Match[str]) -> Character:
    negations = lexicon(LEXICON)[FORM]["negations"]
    before = f"{match['lead'] or ''} {match['between'] or ''}".split()
    phrase = match["phrase"]
    return Character(_kinds()[phrase], phrase, any(word in negations for word in before))


@cache
def _kinds() -> dict[str, str]:
    return {phrase: kind for kind, table in lexicon(LEXICON).items() if kind != FORM for phrase in table["phrases"]}


@cache
def _named() -> re.Pattern[str]:
    form = lexicon(LEXICON)[FORM]
    tails = "|".join(map(re.escape, form["tails"]))
    leads = "|".join(sorted(map(re.escape, (*form["leads"], *form["negations"])), key=len, reverse=True))
    phrases = "|".join(sorted(map(re.escape, _kinds()), key=len, reverse=True))
    loose = "|".join(map(re.escape, form["linking"]))
    word = rf"(?!(?:{loose}) )(?!\w+(?:ing|ed) )[\w']+ "
    between = rf"(?P<between>(?:{word}){{0,{form['between']}}}?(?:(?:acts?|forms?|cases?) of )?)"
    return re.compile(rf"(?:^(?:an? )?|\b(?P<lead>{leads}) {between})(?P<phrase>{phrases})(?! (?:{tails})\b|[\w'])")
