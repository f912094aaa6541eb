"""Mentions of a text in, the words of people's names out: towns bear first names and surnames too."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from twosource.annotate.place.context import Mention
from twosource.annotate.place.fold import fold
from twosource.annotate.place.gazetteer import lookup
from twosource.lang.reading import words
from twosource.model.span import Span

SHORT = 2  # letters; "de", "al" and initials name nobody


def with_first_names(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions, a name taken for a place joined with the person named right behind it.

    "Dalia" of "Dalia Omar Reyes" is no town; a title stands between a town and its mayor. With the first names told of
    again and those of families, claims put in a country far off fell from 290 to 163 of 2,400 (airwars, tuned).
    """
    persons = {m.span.start: m for m in mentions if m.label == "PERSON"}
    return tuple(_joined(text, m, persons.get(m.span.end + 1)) for m in mentions)


def _joined(text: str, mention: Mention, person: Mention | None) -> Mention:
    if person is None or mention.label not in {"GPE", "LOC"} or text[mention.span.end] != " ":
        return mention
    first = person.span.of(text).split()[0].lower().rstrip(".")
    if first in words("en/people", "titles"):
        return mention
    return replace(mention, label="PERSON", span=Span(mention.span.start, person.span.end))


def surnames(text: str, mentions: Iterable[Mention]) -> frozenset[str]:
    """Return the last words of the names of people, folded."""
    return frozenset(fold(name[-1]) for name in _people(text, mentions))


def first_names(text: str, mentions: Iterable[Mention]) -> frozenset[str]:
    """Return the words before the last of the names of people, folded, without those that are countries or states.

    "Hammam" of "Hammam Omar Reyes", told of later as "Hammam", is no town.
    """
    found = {fold(word) for name in _people(text, mentions) for word in name[:-1]}
    return frozenset(word for word in found if len(word) > SHORT and not _is_land(word))


def _people(text: str, mentions: Iterable[Mention]) -> Iterator[list[str]]:
    for mention in mentions:
        name = mention.span.of(text).removesuffix("'s").removesuffix("’s").split()
        if mention.label == "PERSON" and len(name) > 1:
            yield name


def _is_land(word: str) -> bool:
    """Tell whether a name is first of all a country's or a state's: "Jordan", "Virginia"."""
    return any(c.kind in {"country", "region", "admin1"} for c in lookup(word)[:1])
