"""The word for a deed and what a report tells of places in, where the deed happened out.

What is told beside it comes first, then the scene before, then the story's place.
"""

from twosource.extract.reader import Reader
from twosource.extract.tree import Tree
from twosource.extract.where.ground import is_only_filed_from, is_site, place_before
from twosource.extract.where.home_country import at_home, somewhere_in
from twosource.extract.where.reach import is_near, police_town
from twosource.extract.where.scene_before import scene_before
from twosource.extract.where.whereabouts import may_hold, places_at
from twosource.model import Place, Toponym


def place_at(reader: Reader, trigger: int) -> Place | None:
    """Return the place of what a word tells of; None where nothing tells it."""
    place = _place_told(reader, trigger)
    return at_home(place, reader.homeland, reader.told_of) if place is not None else None


def _place_told(reader: Reader, trigger: int) -> Place | None:
    here = places_at(reader.tree, trigger)
    town = police_town(reader.tree) if here else None
    here = [place for place in here if town is None or is_near(place.place, town)]
    main = reader.setting(trigger).place
    if not here:
        is_filed = main is not None and is_only_filed_from(reader.tree, main)
        if is_filed and (named := place_before(reader.tree, trigger)) is not None:
            return named
        return scene_before(reader.tree, trigger) or main or reader.home
    found = at_home(here[0].place, reader.homeland, reader.told_of)
    if found.latitude is None:
        is_local = main is not None and main.precision != "country" and not is_only_filed_from(reader.tree, main)
        return main if is_local else somewhere_in(found, main or reader.home)  # "on the South Side" is local
    is_wider = main is not None and (_is_country_of(found, main) or _holds(reader.tree, here[0], main))
    return main if is_wider or _is_stray(reader.tree, found, main) else found


def _is_country_of(found: Place, main: Place) -> bool:
    """Tell whether a place is the country of another, not somewhere in it known no closer."""
    return found.country == main.country and found.precision == "country" and found.geonames_id is not None


def _holds(tree: Tree, toponym: Toponym, main: Place) -> bool:
    """Tell whether a place is the division that the main one lies in, or a quarter or site in it known no closer."""
    found = toponym.place
    is_division = found.geonames_id is not None or found.name == found.admin1
    return may_hold(found, main) and (is_division or is_site(tree, toponym))


def _is_stray(tree: Tree, found: Place, main: Place | None) -> bool:
    """Tell whether a place in a country of which nothing else is named is likelier a namesake of one near the story."""
    if main is None or main.country is None or found.country == main.country or found.precision == "country":
        return False
    return sum(toponym.place.country == found.country for toponym in tree.places) == 1
