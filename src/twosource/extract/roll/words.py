"""A stretch of text in, the words of a list of people out: names, ages, relatives, counts, separators.

It knows how names and ages are written; what a list means is decided elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from twosource.extract.tree import Tree
from twosource.lang.places import country_of_demonym
from twosource.lang.reading import lexicon, words
from twosource.model import Span

LEXICON = "en/roll"
AGE = (
    r"(?:aged? |just )?(?:\d{1,3}|[a-z]+(?:-[a-z]+){0,3}?|[a-z]+ and a half)[- ](?:years?|months?|weeks?|days?)"
    r"[- ]olds?\b|\baged? (?:around )?\d{1,3}\b|\byears old\b"
)
WORDS = re.compile(
    rf"(?P<age>{AGE})|(?P<paren>\([^()\n]{{0,160}}\)|\[[^\[\]\n]{{0,80}}\])|(?P<number>\d+(?:,\d{3})*)"
    r"|(?P<word>\b(?:St|Ste|Mt|Ft)\.(?= [A-Z])"
    r"|(?:\b[^\W\d_]\.){2,}|\b[^\W\d_]\.(?=[ \u00a0]\w)|[‘'ʿ]?[^\W\d_][\w’'‘ʿ\-*]*)|(?P<sign>[^\w\s])",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"(?:['’‘]s|(?<=s)['’])$")
PLAIN_AGE = re.compile(r"\b(\d{1,3})\b")
FUNCTION = frozenset({"ADP", "SCONJ", "CCONJ", "DET", "PRON", "AUX", "INTJ", "ADV", "PART"})
QUOTES = frozenset("“”\"‘’'«»")
AROUND = 3  # a word and its neighbours
HARD = frozenset(";:–—-")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a list.

    ``kind`` is name, title, age, aside (in brackets), number, one or many (nouns for people), or word. ``owns`` marks a
    possessive; ``capital`` a capitalised word. ``number`` is how many a
    number word counts.
    """

    kind: str
    lower: str
    span: Span
    owns: bool = False
    number: int | None = None
    capital: bool = False


def words_of(tree: Tree, span: Span) -> list[Word]:
    """Return the words of a stretch of text in order; quotation marks are left out."""
    found = list(_words(tree, span))
    for end, word in enumerate(found):
        if word.lower in words(LEXICON, "families") and not word.owns:
            _take_back(found, end)
    return found


def _take_back(found: list[Word], end: int) -> None:
    """Make names before "families" words that name nobody: "members of the Berg, Riedl and Kolar families"."""
    spot = end - 1
    while spot >= 0 and (found[spot].kind == "name" or found[spot].lower in {",", "and", "&"}):
        found[spot] = replace(found[spot], kind="word")
        spot -= 1


def _words(tree: Tree, span: Span) -> Iterator[Word]:
    for found in WORDS.finditer(tree.read, span.start, span.end):
        wording, kind = found[0], found.lastgroup
        place = Span(found.start(), found.end())
        if kind == "age":
            yield Word("age", wording.lower(), place)
        elif kind == "paren":
            yield Word("aside", wording.lower(), place)
        elif kind == "sign":
            if wording not in QUOTES:
                yield Word("word", wording, place)
        else:
            yield _word(tree, wording, place)


def _word(tree: Tree, wording: str, place: Span) -> Word:
    owns = POSSESSIVE.search(wording) is not None
    bare = POSSESSIVE.sub("", wording).strip("‘'’*")
    lower = bare.lower()
    kind = _kind(tree, bare, lower, place)
    return Word(kind, lower, place, owns, _number(tree, place) if kind == "number" else None, bare[:1].isupper())


def _kind(tree: Tree, bare: str, lower: str, place: Span) -> str:
    if lower in words("en/people", "titles") or lower in words(LEXICON, "titles"):
        return "title"
    if lower in _nouns("one"):
        return "one"
    if lower in _nouns("many"):
        return "name" if _is_in_name(tree, place) else "many"
    if lower not in words(LEXICON, "articles") and _number(tree, place) is not None:
        return "number"
    return "name" if _is_name(tree, bare, lower, place) else "word"


def _is_in_name(tree: Tree, place: Span) -> bool:
    """Tell whether a noun stands in the midst of a name: "the Riva Journalists Union"."""
    index = tree.at(place.start)
    around = () if index is None else (index - 1, index, index + 1)
    told = [tree.tokens[i].text for i in around if 0 <= i < len(tree.tokens)]
    return len(told) == AROUND and all(word.istitle() for word in told)


def _is_name(tree: Tree, bare: str, lower: str, place: Span) -> bool:
    first = re.split(r"[-’']", lower)[0]
    if first in words(LEXICON, "particles") and "-" in bare:
        return True
    if bare[:1].isupper() and lower in words(LEXICON, "parents"):
        return True  # the parser knows no "Umm Khalil"
    if lower in words(LEXICON, "never_names") or country_of_demonym(bare) is not None:
        return False
    index = tree.at(place.start)
    return bare[:1].isupper() and (index is None or tree.tokens[index].pos not in FUNCTION)


def _number(tree: Tree, place: Span) -> int | None:
    index = tree.at(place.start)
    number = tree.number(index) if index is not None else None
    if number is None or number.low is None or not number.core.touches(place):
        return None
    return int(number.low)


@cache
def _nouns(key: str) -> frozenset[str]:
    return frozenset(lexicon(LEXICON)["kin"][key])


def listed(key: str) -> frozenset[str]:
    """Return one of the lists of relatives: ``pairs``, ``inner`` or ``outer``."""
    return _nouns(key)


def lower_at(spoken: Sequence[Word], position: int) -> str:
    """Return the word at a position in lower case, "" behind the end."""
    return spoken[position].lower if position < len(spoken) else ""


def is_pair(spoken: Sequence[Word], position: int) -> bool:
    """Tell whether a noun ends a pair before two names: "brother and sister Karl and Anna Berg"; not "his ..."."""
    if position < 2 or spoken[position - 1].lower != "and":
        return False
    kin = {spoken[position - 2].lower, spoken[position].lower} <= words("en/headcount", "roles", "relatives")
    follows = position + 1 < len(spoken) and spoken[position + 1].kind == "name"
    return kin and follows and (position == 2 or spoken[position - 3].lower in {",", "and", ";"})
