"""The titles of an event's reports in, one clear title out; without a usable one, made of type, place and date."""

import re
from collections import Counter
from collections.abc import Sequence

from twosource.lang.places import country_name
from twosource.lang.wording import lower_case_words
from twosource.link.terms import terms
from twosource.model import Actor, DateRange, Place
from twosource.ontology.event_type import event_type, type_weights

OUTLET_TAIL = re.compile(r"\s+(?:[|»]|[-–—])\s+[^|»–—-]{2,40}$")
SHORT, LONG = 30, 120  # characters of a plain headline
CRIES = re.compile(r"^(?:breaking(?: news)?|update[d]?|watch|video|live|photos?|exclusive)\b[:!\s]*", re.IGNORECASE)


def clearest_title(titles: Sequence[str], kind: str | None) -> str | None:
    """Return the title that says most of what the others say; None where none has words of its own.

    A title gains by each name and word that other titles hold, and by a word of the event's kind; it loses by a cry,
    a question, and a length that no headline has. The outlet's name at its end is left out.
    """
    cleaned = [_cleaned(title) for title in titles]
    held = Counter(term for title in cleaned for term in set(terms(title)))
    usable = sorted({title for title in cleaned if len(terms(title)) > 3})
    return min(usable, key=lambda title: (-_worth(title, held, kind), len(title), title), default=None)


def _cleaned(title: str) -> str:
    one_line = " ".join(title.split())
    return CRIES.sub("", OUTLET_TAIL.sub("", one_line)).strip()


def _worth(title: str, held: Counter[str], kind: str | None) -> float:
    own = set(terms(title))
    told = sum(held[term] - 1 for term in own if term[1:] not in lower_case_words()) / (len(own) + 5)
    names_kind = kind is not None and kind in type_weights(title)
    is_plain = SHORT <= len(title) <= LONG and not title.endswith(("?", "!"))
    return told + (0.5 if names_kind else 0.0) + (1.0 if is_plain else 0.0)


def made_title(kind: str | None, place: Place | None, when: DateRange | None, actors: Sequence[Actor]) -> str:
    """Return a title that states only what the event's fields state ("Air strike in Aleppo, Syria, 2016-10-02")."""
    template = "{actor} event" if kind is None else event_type(kind).title
    head = " ".join(template.format(actor=actors[0].name if actors else "").split())
    parts = [f"{head[:1].upper()}{head[1:]}" + (f" in {_place(place)}" if place is not None else "")]
    return ", ".join([*parts, *([_when(when)] if when is not None else [])])


def _place(place: Place) -> str:
    return _joined(place.name, country_name(place.country) if place.country else None)


def _joined(name: str, country: str | None) -> str:
    return name if country is None or country == name else f"{name}, {country}"


def _when(when: DateRange) -> str:
    return when.earliest if when.earliest == when.latest else f"{when.earliest} to {when.latest}"
