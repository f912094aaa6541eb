"""The country a report is about, for happenings that it puts nowhere: the one most of its places and peoples are of."""

from collections import Counter
from collections.abc import Iterator

from twosource.extract.tree import Tree
from twosource.lang.places import countries, country_of_demonym
from twosource.lang.reading import words
from twosource.model import Place

OF_THE_LAND, PLACE, OTHER = (
    3,
    2,
    1,
)  # a country's army or town is at home there, its envoys and citizens may be anywhere
LEAST = 2  # votes; a single word may be of a visitor's country
SHARE = 0.5

Vote = tuple[str | None, int]


def home_country(tree: Tree) -> Place | None:
    """Return the country that at least half of the places, governments and peoples named speak for.

    Of 173 reports on violence in one country of Latin America it is right in 126, wrong in 19 and silent in 28.
    """
    votes: Counter[str] = Counter()
    for country, weight in (*_of_places(tree), *_of_peoples(tree)):
        if country is not None:
            votes[country] += weight
    if not votes:
        return None
    country = min(votes, key=lambda iso: (-votes[iso], iso))
    if votes[country] < LEAST or votes[country] < SHARE * votes.total() or country not in countries():
        return None
    known = countries()[country]
    return Place(
        name=known.name,
        country=country,
        latitude=known.latitude,
        longitude=known.longitude,
        precision="country",
    )


def _of_places(tree: Tree) -> Iterator[Vote]:
    for toponym in tree.places:
        last = max(tree.inside(toponym.span), default=None)
        if last is not None:
            yield toponym.place.country, _weight(tree, last, OTHER if toponym.government else PLACE)


def _of_peoples(tree: Tree) -> Iterator[Vote]:
    """Peoples named as such; "the Central American University" is of no people."""
    for index, token in enumerate(tree.tokens):
        if token.pos in {"ADJ", "PROPN", "NOUN"} and tree.place(index) is None:
            country = country_of_demonym(token.text)
            name = tree.name(index) if country is not None else None
            if name is None or name.kind != "organisation":
                yield country, _weight(tree, index, OTHER)


def _weight(tree: Tree, index: int, otherwise: int) -> int:
    head = tree.tokens[tree.tokens[index].head].lemma.lower()
    return OF_THE_LAND if head in words("en/acts", "places", "of the land") else otherwise
