"""Fillers of MUC-4 slots, from keys and from a run's events alike; distinct ones of one document."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evaluation.corpus import Row
from twosource.model import Claim, DateRange, Event, Place

EFFECTS = {"killed": "DEATH", "injured": "INJURY"}

Days = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Gold:
    """One filler of a key: alternatives, any of which is right; ``of`` are the words of the target it speaks of."""

    values: tuple[str, ...]
    of: frozenset[str] = frozenset()
    days: tuple[Days, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One filler read out of an event: a value in the key's notation, or a day's range."""

    value: str
    of: frozenset[str] = frozenset()
    days: Days = (None, None)
    names: frozenset[str] = frozenset()


def golds(templates: Iterable[Row], slot: str) -> list[Gold]:
    """Return the distinct fillers of a slot in all templates of one document."""
    kept: dict[tuple[object, ...], Gold] = {}
    for template in templates:
        for filler in template["slots"][slot]:
            of = frozenset(word for name in filler.get("of", ()) for word in words(name))
            days = tuple((first, last) for first, last in filler.get("ranges", ()))
            optional = template["optional"] or filler.get("optional", False)
            gold = Gold(tuple(filler["values"]), of, days, optional)
            key = (gold.values, gold.of)
            kept[key] = gold if key not in kept or kept[key].optional else kept[key]
    return list(kept.values())


def effects_told(templates: Iterable[Row]) -> list[Gold]:
    """Return the fillers that say who died or was hurt."""
    return [g for g in golds(templates, "hum_tgt_effect_of_incident") if set(g.values) & set(EFFECTS.values())]


def incidents(events: Iterable[Event]) -> list[Event]:
    """Return the events that a key would have a template for (see ``muc.toml``)."""
    tables = table()
    measures = set(tables["measures"])
    return [e for e in events if e.type in tables["types"] or any(f.measure in measures for f in e.figures)]


def people(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that tell of this event's people, not of nobody and not denied."""
    measures = table()["measures"]
    return [c for c in claims if c.measure in measures and c.scope == "event" and c.stance != "denied" and c.high != 0]


def numbers(claims: Iterable[Claim]) -> set[Found]:
    """Return how many people each distinct group has: "6", "12-", "-80", "3-4" or "PLURAL"."""
    return {Found(_number(claim), _target(claim)) for claim in people(claims)}


def effects(claims: Iterable[Claim]) -> set[Found]:
    """Return what happened to each distinct group: DEATH or INJURY."""
    return {Found(EFFECTS[c.measure], _target(c)) for c in people(claims) if c.measure in EFFECTS}


def dates(events: Iterable[Event], published: str | None) -> set[Found]:
    """Return the days of the incidents; without one, "on or before the day of the report", as the keys write it."""
    return {Found("", days=_days(event.date, published)) for event in events}


def places(events: Iterable[Event]) -> set[Found]:
    """Return country and names of the incidents' places."""
    return {found for event in events if event.place is not None and (found := _place(event.place)) is not None}


def organisations(events: Iterable[Event]) -> set[Found]:
    """Return the actors that are no mere people."""
    named = {frozenset(words(actor.name)): actor.name for event in events for actor in event.actors}
    return {Found(name, names=key) for key, name in named.items() if key and not key <= set(table()["persons"])}


def words(name: str) -> list[str]:
    """Return the words of a name, folded, without the small ones."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return [word for word in re.findall(r"\w+", plain) if word not in table()["small"]]


@cache
def table() -> dict[str, list[str]]:
    """Return the lists of ``muc.toml``."""
    return tomllib.loads(Path(__file__).with_name("muc.toml").read_text(encoding="utf-8"))


def _number(claim: Claim) -> str:
    if claim.low is not None and claim.low == claim.high:
        return str(claim.low)
    if claim.wording is not None or (claim.low is None and claim.high is None):
        return "PLURAL"
    return f"{claim.low if claim.low is not None else ''}-{claim.high if claim.high is not None else ''}"


def _target(claim: Claim) -> frozenset[str]:
    names = (claim.group.text, *claim.group.names) if claim.group is not None else ()
    return frozenset(word for name in (*names, claim.quote) for word in words(name))


def _days(when: DateRange | None, published: str | None) -> Days:
    return (when.earliest[:10], when.latest[:10]) if when is not None else (None, published)


def _place(place: Place) -> Found | None:
    if place.country is None:
        return None
    names = words(" ".join(filter(None, (place.name, place.text, place.admin1))))
    return Found(place.country, names=frozenset(names) if place.precision != "country" else frozenset())
