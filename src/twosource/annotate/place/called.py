"""A text in, the spans out that its words call places, whatever a name recogniser takes them for.

"Velma Department" where the gazetteer has such a division, "the Orla neighborhood", "the town of Tilga". Nothing here
tells where they lie.
"""

import re
from collections.abc import Iterator
from functools import cache

from twosource.annotate.place.fold import fold
from twosource.annotate.place.gazetteer import lookup
from twosource.annotate.place.parts import LEAST_PART_POPULATION, plain_words
from twosource.lang.places import country_of_demonym, place_words
from twosource.model.span import Span

# No name's word is longer than 60 letters: without a bound a line of "A-A-A-..." takes time by its square.
WORD = r"[A-Z](?:[\w-]|['’](?!s\b)){0,59}\w"
NAME = rf"{WORD}(?: (?:(?:de|del|la|las|el|los|al) ){{0,2}}{WORD}){{0,3}}"
NAMES = rf"{NAME}(?:, {NAME})*(?:,? and (?:the )?{NAME})?"
BETWEEN = re.compile(r",? and (?:the )?|, ")
LISTED = re.compile(r"\w(?:,? and (?:the )?|, )$")
REACH_BACK = 12


def called_places(text: str) -> Iterator[Span]:
    """Yield the spans of divisions, quarters and settlements that the words around them call so."""
    yield from _divisions(text)
    for match in _quarters().finditer(text):
        if match["plural"] and not BETWEEN.search(match["names"]):
            continue  # "two Velma neighborhoods" are in Velma
        yield from (span for span in _single(match.start("names"), match["names"]) if _may_be_quarter(text, span))
    for match in _settlements().finditer(text):
        span = Span(*match.span("name"))
        if not _is_word(fold(span.of(text))):
            yield span


def is_quarter(text: str, span: Span) -> bool:
    """Tell whether a name is one of quarters of a town: "the Orla neighborhood", "the Orla and Brin neighborhoods".

    "Velma neighborhoods" are several of Velma.
    """
    behind = _quarter_behind().match(text, span.end)
    if behind is None or not behind["plural"]:
        return behind is not None
    return bool(behind["others"]) or LISTED.search(text[max(0, span.start - REACH_BACK) : span.start]) is not None


def _divisions(text: str) -> Iterator[Span]:
    """The division in "Northern Velma Department"; "the Fire Department", "the Velma Department of Health" are none."""
    for match in _division().finditer(text):
        words = match["name"].split(" ")
        for first in range(len(words)):
            name = " ".join(words[first:])
            if _is_division(name, match["kind"]):
                yield Span(match.end("name") - len(name), match.end("kind"))
                break


def _is_division(name: str, kind: str) -> bool:
    """Tell whether a country has such a division; the United States have none of these kinds."""
    bare = fold(name)
    if _is_word(bare):
        return False
    return any(
        bare in fold(c.name) and c.country != "US" and (c.kind == "admin1" or c.population >= LEAST_PART_POPULATION)
        for c in lookup(f"{name} {kind}")
        if c.kind in {"admin1", "admin2"}
    )


def _single(start: int, names: str) -> Iterator[Span]:
    """The spans of the names in a list of them."""
    at = 0
    for name in BETWEEN.split(names):
        at = names.index(name, at)
        yield Span(start + at, start + at + len(name))
        at += len(name)


def _may_be_quarter(text: str, span: Span) -> bool:
    """Tell whether a name is a quarter's and no word of what people live there: "the Cuban neighborhood"."""
    name = span.of(text)
    return not _is_word(fold(name)) and country_of_demonym(name) is None


def _is_word(folded: str) -> bool:
    """Tell whether a name is made of words that are no names by themselves."""
    lists = (*place_words("not_places", "words"), *place_words("called", "no_quarters"))
    return all(word in plain_words() or word in lists for word in folded.split())


@cache
def _division() -> re.Pattern[str]:
    kinds = "|".join(f"{kind}|{kind.capitalize()}" for kind in place_words("called", "divisions"))
    return re.compile(
        rf"\b(?P<name>{WORD}(?: (?:(?:de|del|la) ){{0,2}}{WORD}){{0,4}}) (?P<kind>{kinds})\b(?! (?:of|[A-Z]))"
    )


@cache
def _quarters() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:[Tt]he|[Ii]n|[Oo]f|[Nn]ear|['’]s) (?:[a-z][\w-]* ){{0,2}}(?P<names>{NAMES}) (?:{_kinds()})\b"
    )


@cache
def _quarter_behind() -> re.Pattern[str]:
    return re.compile(rf"(?P<others>(?:, {NAME})*(?:,? and (?:the )?{NAME})?) (?:{_kinds()})\b")


def _kinds() -> str:
    kinds = "|".join(f"{kind}|{kind.capitalize()}" for kind in place_words("called", "quarters"))
    return f"(?:{kinds})(?P<plural>s?)"


@cache
def _settlements() -> re.Pattern[str]:
    kinds = "|".join(place_words("called", "settlements"))
    return re.compile(rf"\b(?:{kinds}) of (?P<name>{NAME})\b")
