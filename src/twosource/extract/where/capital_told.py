"""A parse in, the same with the capitals told of without their name out: "in this capital", "the Velman capital".

Whose capital is meant tells the people before it, else the country that the report is about. It knows no other report.
"""

from collections.abc import Iterator
from dataclasses import replace

from twosource.extract.deeds.actors import cast_of
from twosource.extract.tree import Tree
from twosource.extract.where.home_country import home_country, home_votes
from twosource.lang.capitals import capital_of
from twosource.lang.places import country_of_demonym
from twosource.lang.reading import words
from twosource.model import Annotations, Place, Span, Toponym

WORD = "capital"
SHOWING = frozenset({"the", "this"})
BEFORE = ("amod", "compound", "nmod", "poss")


def with_capitals(tree: Tree, annotations: Annotations) -> Tree:
    """Return the parse with a place for each capital told of as such; the same one where there is none."""
    if WORD not in tree.text.lower():
        return tree
    told = list(_told(tree))
    if not told:
        return tree
    home = home_country(home_votes(tree, {doer.head for doer in cast_of(tree).doers}))
    found = [
        toponym
        for index, own in told
        if (iso := own or (home.country if home is not None else None)) is not None
        and (toponym := _toponym(tree, index, iso)) is not None
    ]
    if not found:
        return tree
    places = sorted((*annotations.places, *found), key=lambda toponym: toponym.span)
    return Tree(tree.article, replace(annotations, places=tuple(places)))


def _told(tree: Tree) -> Iterator[tuple[int, str | None]]:
    """Yield the words that tell of a capital on the ground, each with the country whose people stand before it."""
    for index, token in enumerate(tree.tokens):
        if token.text.lower() == WORD and token.dep == "pobj" and tree.place(index) is None and _is_ground(tree, index):
            before = tree.children(index, *BEFORE)
            isos = [iso for child in before if (iso := _country_before(tree, child)) is not None]
            shown = {tree.tokens[child].text.lower() for child in tree.children(index, "det")}
            if len(before) == len(isos) and (isos or shown & SHOWING):
                yield index, isos[0] if isos else None


def _is_ground(tree: Tree, index: int) -> bool:
    """Tell whether a capital is where something is, and is no division's: "in the capital of Velma County"."""
    behind = (child for child in tree.children(index) if child > index)
    if any(tree.tokens[child].text.lower() == "of" or tree.place(child) is not None for child in behind):
        return False
    return tree.tokens[tree.tokens[index].head].lemma in words("en/acts", "places", "prepositions")


def _country_before(tree: Tree, index: int) -> str | None:
    toponym = tree.place(index)
    if toponym is not None:
        return toponym.place.country if toponym.government or toponym.place.precision == "country" else None
    return country_of_demonym(tree.tokens[index].text)


def _toponym(tree: Tree, index: int, iso: str) -> Toponym | None:
    capital = capital_of(iso)
    if capital is None:
        return None
    span = Span(tree.tokens[index].start, tree.tokens[index].end)
    place = Place(
        name=capital.name,
        admin1=capital.admin1,
        country=iso,
        latitude=capital.latitude,
        longitude=capital.longitude,
        precision="town",
        geonames_id=capital.geonames_id,
        text=span.of(tree.text),
    )
    return Toponym(span=span, place=place)
