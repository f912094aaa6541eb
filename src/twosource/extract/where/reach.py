"""Places in, how far they are apart and which a police force told of reaches out; knows no happening."""

from collections import Counter

from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Place, Toponym
from twosource.values.geography import distance_km

ACTS = "en/acts"
REACH_KM = 120.0  # a police force is told of with happenings in its own town and county
LOCAL = frozenset({"town", "exact", "admin2"})


def near_the_police(tree: Tree, weights: Counter[Place]) -> Counter[Place]:
    """Keep the places within reach of the town whose police is told of: the "Austin neighborhood" of Chicago police."""
    forces = _forces(tree)
    town = police_town(tree)
    if town is None:
        return weights
    near = Counter({place: weight for place, weight in weights.items() if is_near(place, town)})
    near[town] += forces[town]
    return near


def police_town(tree: Tree) -> Place | None:
    """Return the town or county whose police the report tells of most, None where it tells of none."""
    forces = _forces(tree)
    return min(forces, key=lambda place: (-forces[place], place.name), default=None)


def _forces(tree: Tree) -> Counter[Place]:
    return Counter(bare(t.place) for t in tree.places if _is_of_police(tree, t))


def is_near(place: Place, town: Place) -> bool:
    """Tell whether a place lies within the reach of a town's police, or has no point to measure from."""
    return distance(place, town) <= REACH_KM


def _is_of_police(tree: Tree, toponym: Toponym) -> bool:
    if toponym.government or toponym.place.latitude is None or toponym.place.precision not in LOCAL:
        return False
    following = tree.at(toponym.span.end + 1)
    return following is not None and tree.tokens[following].text.lower() in words(ACTS, "places", "police")


def distance(a: Place, b: Place) -> float:
    """Return how many kilometres two places are apart, 0 where one has no point."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return 0.0
    return distance_km((a.latitude, a.longitude), (b.latitude, b.longitude))


def bare(place: Place) -> Place:
    """Return a place as it is counted, without the words that named it."""
    return Place(
        name=place.name,
        admin1=place.admin1,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.precision,
        geonames_id=place.geonames_id,
        text=place.name if place.text is not None else None,
    )
