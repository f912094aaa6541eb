"""Places that claims give in, the most specific place that they support out."""

from collections import Counter
from collections.abc import Iterable

from twosource.model import Claim, Place

ORDER = {"exact": 0, "town": 1, "admin2": 2, "admin1": 3, "region": 4, "country": 5, "international": 6}
UNKNOWN = 7
COUNTED_WEIGHT, ACT_WEIGHT = 3, 1
PRECISE = 10**6  # votes are millionths, whole numbers: their sum does not depend on the order
SUPPORT = 0.25  # a town with a quarter of its country's votes is the place; less may be a hospital or a home town

Spot = tuple[str, str | None, str | None]


def combined_place(reports: Iterable[Iterable[Claim]]) -> Place | None:
    """Return the most specific place that the claims support; None where they name none.

    Each report has one vote, shared among the places it names. The country with most of the votes is chosen first
    (a town speaks for its country too); inside it the finest level with enough votes, and there the place with most.

    Args:
        reports: for each report its claims of the event.
    """
    votes: Counter[Spot] = Counter()
    spots: dict[Spot, Place] = {}
    for claims in reports:
        told = [(claim, claim.place) for claim in claims if claim.place is not None and claim.scope == "event"]
        named = [(claim, place) for claim, place in told if place.latitude is not None] or told
        total = sum(_weight(claim) for claim, _ in named)
        for claim, place in named:
            spot = (place.name, place.admin1, place.country)
            votes[spot] += PRECISE * _weight(claim) // total
            spots[spot] = _fuller(spots.get(spot), place)
    return spots[_chosen(votes, spots)] if votes else None


def _weight(claim: Claim) -> int:
    """Arrests follow a happening, often days later and in another town: they tell of it no more than an act does."""
    return ACT_WEIGHT if claim.measure in {"act", "captured"} else COUNTED_WEIGHT


def _chosen(votes: Counter[Spot], spots: dict[Spot, Place]) -> Spot:
    countries: Counter[str] = Counter()
    located = [spot for spot in votes if spots[spot].latitude is not None] or list(votes)
    for spot in located:
        countries[spot[2] or ""] += votes[spot]
    country = min(countries, key=lambda code: (-countries[code], code))
    inside = [spot for spot in located if (spot[2] or "") == country]
    for level in sorted({_level(spots[spot]) for spot in inside}):
        here = [spot for spot in inside if _level(spots[spot]) == level]
        best = min(here, key=lambda spot: (-votes[spot], spot[0], spot[1] or ""))
        if votes[best] >= SUPPORT * countries[country]:
            return best
    return min(inside, key=lambda spot: (-votes[spot], spot[0], spot[1] or ""))


def _level(place: Place) -> int:
    return ORDER.get(place.precision or "", UNKNOWN)


def _fuller(known: Place | None, new: Place) -> Place:
    """Of two readings of one place keep the one with coordinates, else the one with the lesser wording."""
    if known is None:
        return new
    return min(known, new, key=lambda place: (place.latitude is None, place.text or "", place.geonames_id or 0))
