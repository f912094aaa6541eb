"""The country a report is about, for happenings that it puts nowhere: the one most of its places and peoples are of."""

from collections import Counter

from twosource.extract.tree import Tree
from twosource.lang.places import countries, country_of_demonym
from twosource.model import Place

LEAST = 2  # mentions; a single one may be a visitor's country
SHARE = 0.4


def home_country(tree: Tree) -> Place | None:
    """Return the country that at least half of the places, governments and peoples named belong to."""
    named = [toponym.place.country for toponym in tree.places]
    words = (
        i for i, token in enumerate(tree.tokens) if token.pos in {"ADJ", "PROPN", "NOUN"} and tree.place(i) is None
    )
    peoples = [country_of_demonym(tree.tokens[i].text) for i in words]
    votes = Counter(country for country in (*named, *peoples) if country is not None)
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
