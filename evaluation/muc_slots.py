"""Fillers of MUC-4 slots from a run's events, distinct ones of one document; those of people: see ``muc_targets``."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from evaluation.muc_key import Days, Found, number_in, table, words
from evaluation.muc_targets import harmed, people
from twosource.lang.places import country_name
from twosource.lang.reading import words as listed
from twosource.model import Claim, DateRange, Event, Place


def incidents(events: Iterable[Event], claims: Iterable[Claim], published: str | None) -> list[Event]:
    """Return the events that a key would have a template for (see ``muc.toml``): recent when ``published`` (ISO 8601).

    They have targets, or a thing was attacked, or somebody says who did it or owns up to it, or they have a telling
    type and are specific.
    """
    told = list(claims)
    kept = _told_of(events, told, people(told))
    return [event for event in kept if event.type not in table()["no_types"] and _is_recent(event.date, published)]


def _told_of(events: Iterable[Event], claims: Sequence[Claim], targets: Sequence[Claim]) -> list[Event]:
    """Return the events with targets, blasts, or who did it, or specific; of a clash bystanders and blasts count."""
    blasts = {claim.id for claim in claims if _is_blast(claim)}
    telling = blasts | {claim.id for claim in targets} | {claim.id for claim in claims if _is_accusation(claim)}
    bystanders = blasts | {claim.id for claim in targets if _is_bystander(claim)}
    dated = {claim.id for claim in claims if _is_dated_deed(claim)}
    return [
        event
        for event in events
        if (event.type not in table()["fights"] or bystanders & set(event.claims))
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
    return date.fromisoformat(published) - date.fromisoformat(when.latest[:10]) <= timedelta(days=number_in("recent"))


def _is_specific(event: Event, *, is_dated: bool) -> bool:
    """Tell whether an event of a telling type has a place or a dated claim; of a doubtful type both."""
    told = is_dated + (event.place is not None)
    return (told >= 2 and event.type in table()["doubtful_types"]) or (told >= 1 and event.type in table()["types"])


def _is_blast(claim: Claim) -> bool:
    """Tell whether a claim tells that something was blown up, burned or attacked, whoever was hurt."""
    return claim.scope == "event" and claim.stance != "denied" and claim.pattern in table()["blasts"]


def _is_dated(claim: Claim) -> bool:
    return claim.date is not None and claim.scope == "event"


def _is_dated_deed(claim: Claim) -> bool:
    """Tell whether a claim dates what was done, not an answer to it or what nobody did."""
    return _is_dated(claim) and claim.stance != "denied" and (claim.measure != "act" or _is_deed(claim))


def _is_accusation(claim: Claim) -> bool:
    return claim.stance != "denied" and claim.pattern in table()["accusations"]


def dates(events: Iterable[Event], claims: Iterable[Claim], published: str | None) -> set[Found]:
    """Return the days of the incidents; of those that no claim of a deed dates "on or before the day of the report".

    So the keys write it; the product gives them the day that the report names most, or its own with the day before it
    (of 39 days named most 4 are a key's). A ledger keeps the accounts of one report in one event unless both day and
    place set them apart, a key has a template for each act: besides the event's day stand those of its targets and
    deeds that share no day with it.
    """
    told = list(claims)
    dated = {claim.id for claim in told if _is_dated_deed(claim)}
    found = {Found("", days=_days(event.date if dated & set(event.claims) else None, published)) for event in events}
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
        if place is not None and not any(_is_told(place, o) for o in found):
            found.add(place)
    return found


def _is_told(place: Found, other: Found) -> bool:
    """Tell whether a place adds nothing: a whole country never does, nor one whose names another has or only holds.

    Of 15 whole countries that acts elsewhere added 3 and a half were a key's.
    """
    if not place.names or not other.names:
        return not place.names or place.value == other.value
    return place.names <= other.names or other.names <= place.names


def _acts_told(events: Iterable[Event], claims: Iterable[Claim]) -> list[Claim]:
    """Return what the claims of the events assert of targets and of deeds, in text order."""
    inside = {claim for event in events for claim in event.claims}
    told = [claim for claim in claims if claim.id in inside and claim.stance == "asserted"]
    targets = {claim.id for claim in people(told)}
    kept = (claim for claim in told if claim.id in targets or (_is_deed(claim) and claim.scope == "event"))
    return sorted(kept, key=lambda claim: (claim.span, claim.id))


def organisations(events: Iterable[Event], claims: Iterable[Claim]) -> set[Found]:
    """Return the organisations that did it: who made arrests or killed fighters in a clash did no such incident.

    Nor do those count of whom it is told only at whom an attack or a threat was aimed.
    """
    claims = list(claims)
    events = _told_of(events, claims, [claim for claim in people(claims) if claim.measure != "act"])
    inside = {claim for event in events for claim in event.claims}
    actors = {actor.name for event in events for actor in event.actors if actor.kind == "organisation"}
    targets = {claim.id for claim in harmed(claims) if claim.measure != "act"}
    named = {
        frozenset(words(claim.actor.name)): claim.actor.name
        for claim in claims
        if claim.id in inside and claim.actor is not None and (_is_deed(claim) or claim.id in targets)
    }
    return {Found(name, names=key) for key, name in named.items() if name in actors and key}


def _is_deed(claim: Claim) -> bool:
    return claim.measure == "act" and claim.pattern.removeprefix("act: ").lower() in listed("en/acts", "deeds", "kinds")


def _days(when: DateRange | None, published: str | None) -> Days:
    return (when.earliest[:10], when.latest[:10]) if when is not None else (None, published)


def _place(place: Place) -> Found | None:
    if place.country is None:
        return None
    is_country = place.precision == "country" and place.name == country_name(place.country)
    names = words(" ".join(filter(None, (place.name, place.text, place.admin1))))
    return Found(place.country, names=frozenset() if is_country else frozenset(names))
