"""Fillers of MUC-4 slots, from keys and from a run's events alike; distinct ones of one document."""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.corpus import Row
from twosource.lang.places import country_name
from twosource.lang.reading import words as listed
from twosource.link.when import about_publication
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


def incidents(events: Iterable[Event], claims: Iterable[Claim], published: str | None) -> list[Event]:
    """Return the events that a key would have a template for (see ``muc.toml``): recent when ``published`` (ISO 8601).

    They have targets, or somebody says who did it or owns up to it, or they have a telling type and are specific.
    """
    tables, told = table(), list(claims)
    targets = people(told)
    telling = {claim.id for claim in targets} | {claim.id for claim in told if _is_accusation(claim)}
    bystanders = {claim.id for claim in targets if _is_bystander(claim)}
    dated = {claim.id for claim in told if _is_dated(claim)}
    return [
        event
        for event in events
        if event.type not in tables["no_types"]
        and (event.type not in tables["fights"] or bystanders & set(event.claims))
        and _is_recent(event.date, published)
        and (telling & set(event.claims) or _is_specific(event, is_dated=bool(dated & set(event.claims))))
    ]


def _is_bystander(claim: Claim) -> bool:
    """Tell whether the people of a claim took no part in a fight: civilians, or somebody told of by name."""
    group = claim.group
    return group is not None and (bool(group.names) or group.status in table()["bystanders"])


def _is_recent(when: DateRange | None, published: str | None) -> bool:
    """Tell whether days lie shortly before the report, or are not told."""
    if when is None or published is None:
        return True
    return date.fromisoformat(published) - date.fromisoformat(when.latest[:10]) <= timedelta(days=recent_days())


def _is_specific(event: Event, *, is_dated: bool) -> bool:
    """Tell whether an event of a telling type has a place or a dated claim; of a doubtful type both."""
    told = is_dated + (event.place is not None)
    return (told >= 2 and event.type in table()["doubtful_types"]) or (told >= 1 and event.type in table()["types"])


def _is_dated(claim: Claim) -> bool:
    return claim.date is not None and claim.scope == "event"


def _is_accusation(claim: Claim) -> bool:
    return claim.stance != "denied" and claim.pattern in table()["accusations"]


def people(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that a key would have targets for: this event's people, not of nobody and not denied.

    Keys have no target that is a mere pronoun, for who did it, for guerrillas killed in a clash, or for an arrest; and
    a group told of in parts is those parts.
    """
    kept = [c for c in claims if c.measure in table()["measures"] and _is_told(c) and _is_target(c)]
    told_in_parts = _whole_of_parts(kept)
    return [claim for claim in kept if claim.id not in told_in_parts]


def _is_told(claim: Claim) -> bool:
    return claim.scope == "event" and claim.stance != "denied" and claim.high != 0


def _is_target(claim: Claim) -> bool:
    if claim.measure == "captured" and not any(word.startswith(tuple(table()["taken"])) for word in words(claim.quote)):
        return False
    group = claim.group
    if group is not None and not group.names and group.text.lower() in table()["pronouns"]:
        return False
    if group is None:
        return True
    is_named = bool(group.names) or group.status not in table()["named_targets"]
    return is_named and group.role != "perpetrator" and group.status not in table()["no_targets"]


def _whole_of_parts(claims: Sequence[Claim]) -> set[str]:
    """Return the ids of claims whose parts, told of in the same words, add up to them."""
    sums: Counter[str] = Counter()
    sizes = {claim.id: (claim.low, claim.span) for claim in claims}
    for claim in claims:
        if claim.part_of in sizes and sizes[claim.part_of][1].covers(claim.span):
            sums[claim.part_of] += claim.low or 0
    return {whole for whole, total in sums.items() if sizes[whole][0] in {None, total}}


def numbers(claims: Iterable[Claim]) -> set[Found]:
    """Return how many people each distinct group has: "6", "12-", "-80", "3-4" or "PLURAL"; a person named is 1."""
    told = list(claims)
    return {Found(number, target) for claim in (*people(told), *unhurt(told)) for number, target in _groups(claim)}


def unhurt(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that people were not killed or hurt: targets too, without an effect that is scored."""
    denied = (c for c in claims if c.measure in EFFECTS and c.stance == "denied" and c.scope == "event" and c.low)
    return [claim for claim in denied if _is_target(claim)]


def effects(claims: Iterable[Claim]) -> set[Found]:
    """Return what happened to each distinct group: DEATH or INJURY."""
    told = [claim for claim in people(claims) if claim.measure in EFFECTS]
    return {Found(EFFECTS[claim.measure], target) for claim in told for _, target in _groups(claim)}


def dates(events: Iterable[Event], claims: Iterable[Claim], published: str | None) -> set[Found]:
    """Return the days of the incidents; of those that no claim dates "on or before the day of the report".

    So the keys write it; the product gives them the day of the report with the day before it. A ledger keeps the
    accounts of one report in one event unless both day and place set them apart, a key has a template for each act:
    besides the event's day stand those of its targets and deeds that share no day with it.
    """
    told = list(claims)
    dated = {claim.id for claim in told if _is_dated(claim)}
    just_before = about_publication([published])
    found = {
        Found(
            "",
            days=_days(None if event.date == just_before and not dated & set(event.claims) else event.date, published),
        )
        for event in events
    }
    for claim in _acts_told(events, told):
        if claim.date is not None and _is_recent(claim.date, published):
            days = _days(claim.date, published)
            if not any(_share_a_day(days, other.days) for other in found):
                found.add(Found("", days=days))
    return found


def _share_a_day(days: Days, other: Days) -> bool:
    first, last = (other[0] or ""), (other[1] or "9")
    return first <= (days[1] or "") and (days[0] or "") <= last


def places(events: Iterable[Event], claims: Iterable[Claim]) -> set[Found]:
    """Return country and names of the incidents' places, and those of targets and deeds elsewhere (see ``dates``)."""
    found = {place for event in events if event.place is not None and (place := _place(event.place)) is not None}
    for claim in _acts_told(events, claims):
        place = _place(claim.place) if claim.place is not None else None
        if place is not None and not any(place.names & o.names or _is_wider(place, o) for o in found):
            found.add(place)
    return found


def _is_wider(place: Found, other: Found) -> bool:
    return not place.names and place.value == other.value


def _acts_told(events: Iterable[Event], claims: Iterable[Claim]) -> list[Claim]:
    """Return what the claims of the events assert of targets and of deeds, in text order."""
    inside = {claim for event in events for claim in event.claims}
    told = [claim for claim in claims if claim.id in inside and claim.stance == "asserted"]
    targets = {claim.id for claim in people(told)}
    kept = (claim for claim in told if claim.id in targets or (_is_deed(claim) and claim.scope == "event"))
    return sorted(kept, key=lambda claim: (claim.span, claim.id))


def organisations(events: Iterable[Event], claims: Iterable[Claim]) -> set[Found]:
    """Return the organisations that did it: who made arrests or killed fighters in a clash did no such incident."""
    inside = {claim for event in events for claim in event.claims}
    actors = {actor.name for event in events for actor in event.actors if actor.kind == "organisation"}
    targets = {claim.id for claim in people(claims)}
    named = {
        frozenset(words(claim.actor.name)): claim.actor.name
        for claim in claims
        if claim.id in inside and claim.actor is not None and (_is_deed(claim) or claim.id in targets)
    }
    return {Found(name, names=key) for key, name in named.items() if name in actors and key}


def _is_deed(claim: Claim) -> bool:
    return claim.measure == "act" and claim.pattern.removeprefix("act: ").lower() in listed("en/acts", "deeds", "kinds")


def words(name: str) -> list[str]:
    """Return the words of a name, folded, without the small ones."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return [word for word in re.findall(r"\w+", plain) if word not in table()["small"]]


@cache
def table() -> dict[str, list[str]]:
    """Return the lists of ``muc.toml``."""
    return {name: value for name, value in _settings().items() if isinstance(value, list)}


def recent_days() -> int:
    """Return how many days before its report an incident may lie."""
    days: int = _settings()["recent"]
    return days


@cache
def _settings() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("muc.toml").read_text(encoding="utf-8"))


def _groups(claim: Claim) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield number and words of a claim's people; where all are named each is a target of his own."""
    names = claim.group.names if claim.group is not None else ()
    if len(names) > 1 and claim.low in {None, len(names)}:
        yield from (("1", frozenset(words(name))) for name in names)
    else:
        yield _number(claim), _target(claim)


def _number(claim: Claim) -> str:
    if claim.low is not None and claim.low == claim.high:
        return str(claim.low)
    bounds = f"{claim.low if claim.low is not None else ''}-{claim.high if claim.high is not None else ''}"
    return bounds if bounds != "-" and not set(words(claim.wording or "")) & set(table()["vague"]) else "PLURAL"


def _target(claim: Claim) -> frozenset[str]:
    names = (claim.group.text, *claim.group.names) if claim.group is not None else ()
    return frozenset(word for name in (*names, claim.quote) for word in words(name))


def _days(when: DateRange | None, published: str | None) -> Days:
    return (when.earliest[:10], when.latest[:10]) if when is not None else (None, published)


def _place(place: Place) -> Found | None:
    if place.country is None:
        return None
    is_country = place.precision == "country" and place.name == country_name(place.country)
    names = words(" ".join(filter(None, (place.name, place.text, place.admin1))))
    return Found(place.country, names=frozenset() if is_country else frozenset(names))
