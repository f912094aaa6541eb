"""The model's names in, names linked within the report out: "Maduro" and "Nicolás Maduro" are one person.

The model alone tags a bare surname as an organisation nine times in ten; the report's fuller forms put that right.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from twosource.annotate.parse import Entity, Parsed
from twosource.lang.places import place_words
from twosource.lang.reading import words
from twosource.model import Name, Span, Token, Toponym
from twosource.values.name import folded, is_short_form

TITLE = re.compile(r"[^\W\d_]+\.?(?= \S)")
KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "nationality",
}


def link_names(text: str, parsed: Parsed) -> tuple[Name, ...]:
    """Return every mention of a name with its kind and the fullest form the report gives.

    Bare surnames of known persons are found wherever they stand, tagged or not.
    """
    persons = _persons(text, parsed.entities)
    bodies = Counter(e.span.of(text) for e in parsed.entities if e.label == "ORG")
    mentions = [_name(entity, text, persons, bodies) for entity in parsed.entities if entity.label in KINDS]
    covered = {position for name in mentions for position in range(name.span.start, name.span.end)}
    mentions.extend(_untagged(parsed.tokens, persons, covered))
    return tuple(sorted(mentions, key=lambda name: name.span))


def named_as_places(names: Sequence[Name], places: Sequence[Toponym], text: str) -> tuple[Name, ...]:
    """Return the names, those taken for people as places where the report has a place of that name.

    Of 155 names tagged as people that were found to be places in 700 incidents of the gva set three were people's. A
    body whose name ends in a division is that place: "Orla, Velma Department".
    """
    found = {folded(place.span.of(text)) for place in places}
    divisions = place_words("called", "divisions")
    ends = {place.span.end for place in places if place.span.of(text).rpartition(" ")[2].lower() in divisions}
    return tuple(
        replace(name, kind="place", canonical=name.text)
        if (name.kind == "person" and folded(name.canonical) in found)
        or (name.kind == "organisation" and name.span.end in ends)
        else name
        for name in names
    )


def _persons(text: str, entities: Iterable[Entity]) -> dict[str, str]:
    """Map each folded form of a person's name to the fullest form in the report."""
    forms = Counter(_bare(e.span, text).of(text) for e in entities if e.label == "PERSON" and _may_be_name(e, text))
    full = [form for form in forms if len(folded(form).split()) > 1]
    ranked = sorted(full, key=lambda form: (-len(folded(form).split()), -_accents(form), -forms[form], form))
    return {folded(form): _fullest(form, ranked) for form in sorted(forms)}


def _fullest(form: str, ranked: list[str]) -> str:
    """The fullest form with the same last words; else the only one with the same first name."""
    same = [full for full in ranked if is_short_form(form, full)]
    first = [full for full in ranked if folded(full).split()[0] == folded(form)]
    return same[0] if same else first[0] if len(first) == 1 else form


def _may_be_name(entity: Entity, text: str) -> bool:
    """A lone word in capitals (a dateline's town) and a lone title are no names of people."""
    wording = entity.span.of(text)
    lone = " " not in wording
    return not (lone and (wording.isupper() or wording.lower().rstrip(".") in words("en/people", "titles")))


def _accents(form: str) -> int:
    return sum(1 for character in form if ord(character) > 127)


def _bare(span: Span, text: str) -> Span:
    """Leave out a possessive ending, a leading title, and what stands before a short one ("Riva Police Sgt.")."""
    start, end = span.start, span.end
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    for title in TITLE.finditer(text[start:end]):
        short = title.group().endswith(".") and title.group().lower() in words("en/abbreviations", "titles")
        if short or (title.start() == 0 and title.group().lower().rstrip(".") in words("en/people", "titles")):
            return Span(start + title.end() + 1, end)
    return Span(start, end)


def _name(entity: Entity, text: str, persons: dict[str, str], bodies: Counter[str]) -> Name:
    span = _bare(entity.span, text)
    wording = span.of(text)
    known = persons.get(folded(wording)) or _surname_of(wording, persons)
    if known is not None and entity.label in {"PERSON", "ORG", "GPE", "FAC"} and _is_person(entity, known, persons):
        return Name(span=span, text=wording, kind="person", canonical=known)
    canonical = _full_body(wording, bodies) if entity.label == "ORG" else wording
    kind = "other" if entity.label == "PERSON" else KINDS[entity.label]
    return Name(span=span, text=wording, kind=kind, canonical=canonical)


def _is_person(entity: Entity, known: str, persons: dict[str, str]) -> bool:
    """A body or place of the same name as a known person's surname is that person, unless it is a place first."""
    return entity.label != "GPE" or folded(known) in persons


def _surname_of(wording: str, persons: dict[str, str]) -> str | None:
    key = folded(wording)
    if " " in key:
        return None
    return next((full for full in sorted(set(persons.values())) if folded(full).split()[-1:] == [key]), None)


def _full_body(wording: str, bodies: Counter[str]) -> str:
    """Return the long form of an abbreviation the report spells out ("FDF": "Free Delta Front")."""
    if not wording.isupper() or len(wording) < 2:
        return wording
    spelled = (body for body in sorted(bodies) if _initials(body) == wording)
    return next(spelled, wording)


def _initials(body: str) -> str:
    named = [word for word in body.split() if word[:1].isupper()]
    return "".join(word[0] for word in (named[1:] if named[:1] == ["The"] else named))


def _untagged(tokens: Sequence[Token], persons: dict[str, str], covered: set[int]) -> list[Name]:
    surnames = {folded(full).split()[-1]: full for full in sorted(set(persons.values())) if " " in folded(full)}
    return [
        Name(span=Span(token.start, token.end), text=token.text, kind="person", canonical=surnames[folded(token.text)])
        for token in tokens
        if token.start not in covered and token.text[:1].isupper() and folded(token.text) in surnames
    ]
