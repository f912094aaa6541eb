"""The larger place that a text names beside a place: "Springfield, Ohio", "the Texas town of Paris"."""

import re

from twosource.annotate.place.candidate import Candidate
from twosource.annotate.place.gazetteer import lookup
from twosource.model.span import Span
from twosource.values.geography import distance_km

WORD = r"[A-Z][\w’'.&-]*"
AFTER = re.compile(
    rf"(?P<link>\s*,\s+|\s*\(|\s+in\s+(?:the\s+)?|\s+(?:neighbou?rhood|district|suburb|area|section|quarter|camp)s?\s+(?:of|in)\s+)"
    rf"(?P<name>{WORD}(?:\s+{WORD}){{0,3}})"
)
BEFORE = re.compile(
    rf"(?P<name>{WORD}(?:\s+{WORD}){{0,2}}?)(?:['’]s)?(?:\s+[a-z]+){{0,2}}\s+"
    r"(?:city|town|village|suburb|hamlet|port|capital|county|province|district|neighbou?rhood|community)\s+of\s+$"
)
POSSESSIVE = re.compile(rf"(?P<name>{WORD}(?:\s+{WORD}){{0,2}})['’]s\s+$")
REACH_BACK = 60
REACH_AHEAD = 60
# A quarter lies within this of the town it is "of".
QUARTER_KM = 40.0


def containers(text: str, span: Span) -> tuple[Candidate, ...]:
    """Return the places that the text names as holding the one at ``span``; () where it names none."""
    ahead = AFTER.match(text, span.end, span.end + REACH_AHEAD)
    found = _longest(ahead["name"], towns=not ahead["link"].strip().startswith((",", "("))) if ahead else ()
    if found:
        return found
    behind = text[max(0, span.start - REACH_BACK) : span.start]
    match = BEFORE.search(behind) or POSSESSIVE.search(behind)
    return _longest(match["name"], towns=False) if match else ()


def holds(outer: Candidate, inner: Candidate) -> bool:
    """Tell whether ``inner`` lies in ``outer``, by the gazetteer's divisions or, for towns, by distance."""
    if outer.geonames_id == inner.geonames_id and outer.geonames_id is not None:
        return False
    if outer.kind == "country":
        return outer.country == inner.country and inner.kind != "country"
    if outer.kind == "admin1":
        return outer.division == inner.division and inner.kind not in {"admin1", "country"}
    if outer.kind == "admin2":
        return outer.subdivision == inner.subdivision and inner.kind == "town"
    reach = QUARTER_KM if outer.kind == "town" else 500.0
    return inner.kind == "town" and distance_km(_point(outer), _point(inner)) < reach


def _point(place: Candidate) -> tuple[float, float]:
    return place.latitude, place.longitude


def _longest(name: str, *, towns: bool) -> tuple[Candidate, ...]:
    """Return the candidates of the longest beginning of ``name`` that is a place able to hold another."""
    words = name.split()
    for length in range(len(words), 0, -1):
        part = " ".join(words[:length]).rstrip(",")
        forms = (part, part.rstrip("."), part.removesuffix("'s").removesuffix("’s"))
        found = tuple(c for form in dict.fromkeys(forms) for c in lookup(form) if towns or c.kind != "town")
        if found:
            return found
    return ()
