"""Where a claim's happening was: the places of its clause, and the place that the whole report is set in."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from twosource.extract.tree import VERBAL, Tree
from twosource.extract.where.ground import ground, is_far_from, is_measured_from, is_person, root_of
from twosource.extract.where.home_country import NOWHERE, Home
from twosource.extract.where.reach import LOCAL, bare, distance, near_the_police
from twosource.lang.reading import words
from twosource.model import Place, Span, Toponym

ACTS = "en/acts"
SUBJECTS = ("nsubj", "nsubjpass")
PLACE_ORDER = {"exact": 0, "town": 1, "admin2": 2, "admin1": 3, "region": 4, "country": 5, "international": 6}
MODIFIERS = frozenset({"compound", "nmod", "amod", "poss"})
COUNTY_KM = 45.0  # from a county's middle; of 3,100 counties in the United States nine of ten reach no further
TITLE_WEIGHT = 3  # as much as a happening in the lead: a title names the town more often than any sentence
LEAD = 4  # sentences; local news names its town there in nine of ten reports that name it at all

Seen = tuple[Place, int]


def is_happening(tree: Tree, index: int) -> bool:
    """Tell whether a token names a happening of violence or disaster ("strike", "raid", "exploded")."""
    token = tree.tokens[index]
    if token.pos in VERBAL:
        return token.lemma in words(ACTS, "happenings", "verbs")
    return token.pos in {"NOUN", "PROPN"} and token.lemma in words(ACTS, "happenings", "nouns")


def main_place(tree: Tree, within: Span | None = None, home: Home = NOWHERE) -> Place | None:
    """Return the best supported place of the finest kind that the best supported country holds.

    What happened somewhere weighs most; then whose police or people are told of ("Dayton police"), then the dateline.
    ``within`` looks at one stretch of the report only; ``home`` tells which countries hold no main place.
    """
    weights: Counter[Place] = Counter()
    for place, weight in _seen(tree, within or Span(0, len(tree.text)), home.land):
        if place.latitude is not None and (told := home.of_story(place)) is not None:
            weights[bare(told)] += weight
    weights = near_the_police(tree, weights)
    if not weights:
        return None
    countries: Counter[str] = Counter()
    for place, weight in weights.items():
        countries[place.country or ""] += weight
    country = min(countries, key=lambda c: (-countries[c], c))
    inside = [place for place in weights if (place.country or "") == country]
    return min(
        inside,
        key=lambda p: (
            _order(p) >= PLACE_ORDER["country"],
            -_with_holders(p, weights),
            _order(p),
            p.name,
            p.admin1 or "",
        ),
    )


def sections(tree: Tree) -> tuple[Span, ...]:
    """Return the stretches of a round-up: parts under headings of their own that play in towns or countries apart.

    A report whose headings divide one story has one stretch; so has one without headings.
    """
    whole = (Span(0, len(tree.text)),)
    starts = [block.span.start for block in tree.article.blocks if block.kind == "heading"]
    parts = [Span(a, b) for a, b in pairwise([0, *starts, len(tree.text)]) if b > a]
    if len(parts) < 2:
        return whole
    places = {span: place for span in parts if (place := main_place(tree, span)) is not None}
    apart = {(p.country, p.name) for p in places.values()}
    told = all(_order(place) <= PLACE_ORDER["admin1"] for place in places.values())
    return tuple(parts) if len(apart) > 1 and told and len(apart) == len(places) else whole


def _with_holders(place: Place, weights: Counter[Place]) -> int:
    """A town has the support of its county and state too: "Huntington, West Virginia" is one place told twice."""
    return weights[place] + sum(w for p, w in weights.items() if p != place and may_hold(p, place))


def may_hold(outer: Place, inner: Place) -> bool:
    """Tell whether a division holds a finer place, by the name of the state and, for counties, by distance."""
    if outer.precision not in {"admin1", "admin2"} or outer.admin1 != inner.admin1 or outer.country != inner.country:
        return False
    return _order(inner) < _order(outer) and (outer.precision == "admin1" or distance(outer, inner) <= COUNTY_KM)


def _order(place: Place) -> int:
    return PLACE_ORDER.get(place.precision or "", 7)


def _seen(tree: Tree, within: Span, land: Place | None) -> Iterator[Seen]:
    if within == Span(0, len(tree.text)):
        yield from _in_title(tree)
        yield from [(tree.outlet_place, TITLE_WEIGHT)] if tree.outlet_place is not None else []
    for index in tree.inside(within):
        if is_happening(tree, index):
            weight = 3 if tree.sentence_number(index) < LEAD else 1
            yield from ((toponym.place, weight) for toponym in places_at(tree, index))
    for toponym in tree.places:
        if (
            within.covers(toponym.span)
            and not toponym.government
            and not is_far_from(tree, toponym)
            and (weight := _weight_of_people(tree, toponym, land))
        ):
            yield toponym.place, weight


def _in_title(tree: Tree) -> Iterator[Seen]:
    """The places of the title, and those of the text that it names; least where it only says whose man or girl."""
    title = tree.article.title or ""
    folded = title.casefold()
    yield from ((t.place, TITLE_WEIGHT) for t in tree.title_places if not t.government)
    known = {t.span.of(title).casefold() for t in tree.title_places}
    named = {t.span.of(tree.text).casefold(): t for t in reversed(tree.places) if not t.government}
    for wording, toponym in sorted(named.items()):
        pattern = rf"\b{re.escape(wording)}\b['’s]*\s*([\w-]*)"
        if wording in folded and wording not in known and (match := re.search(pattern, folded)):
            yield toponym.place, 1 if is_person(match[1]) else TITLE_WEIGHT


def _weight_of_people(tree: Tree, toponym: Toponym, land: Place | None) -> int:
    """How much a place tells by whom it stands with: "Dayton police", "a Grandview woman", the dateline, the lead."""
    root = root_of(tree, toponym)
    if root is None:
        return 0
    early = tree.sentence_number(root) < LEAD
    is_dateline = tree.article.dateline is not None and toponym.place.text is not None
    if is_dateline and early and toponym.span.of(tree.text) in (tree.article.dateline or ""):
        return 2
    token = tree.tokens[root]
    above = tree.tokens[token.head]
    if token.dep in MODIFIERS and above.lemma in words(ACTS, "places", "people") and toponym.place.precision in LOCAL:
        return 2 if early else 1
    if not early or ground(tree, toponym) is None or toponym.place.precision not in LOCAL:
        return 0
    return 1 if land is None or (toponym.place.country == land.country and not _is_of_aftermath(tree, root)) else 0


def _is_of_aftermath(tree: Tree, root: int) -> bool:
    """Tell whether people came, spoke or mourned at a place: "an envoy arrived in Velma", "was buried in Velma"."""
    verb = tree.verb_above(root)
    if verb is None:
        return True
    lemma = tree.tokens[verb].lemma
    return (
        lemma in words(ACTS, "following", "verbs")
        or lemma in words(ACTS, "places", "visits")
        or lemma in words("en/speech", "verbs")
    )


def places_at(tree: Tree, index: int) -> list[Toponym]:
    """Return the places of a token's own clause, finest first; governments are no places.

    Where the clause is one of speech, only the places named with the token itself count: "commented on the raid on his
    flight from Florida" puts no raid in Florida.
    """
    if _accuses(tree, index):
        return []
    sentence = tree.sentence_span(index)
    verb = own_clause(tree, index)
    speaks = verb is not None and verb != index and _is_of_sequel(tree, verb)
    found = [place for place in tree.places if sentence.covers(place.span) and not place.government]
    found = [
        place for place in found if _plays_there(tree, verb, place) or _stands_with(tree, place, index, speaks=speaks)
    ]
    found = [place for place in found if not is_far_from(tree, place)]
    found = [place for place in found if not is_measured_from(tree, place)] or found
    return sorted(found, key=lambda p: (PLACE_ORDER.get(p.place.precision or "", 7), p.span))


def _stands_with(tree: Tree, toponym: Toponym, index: int, *, speaks: bool) -> bool:
    """Tell whether a place is the ground of a token, or of its clause where that tells of no speech."""
    first = ground(tree, toponym)
    if first is None or _is_goal(tree, first):
        return False
    return index in tree.ancestors(first) or (not speaks and _clause(tree, first) == own_clause(tree, index))


def _plays_there(tree: Tree, verb: int | None, toponym: Toponym) -> bool:
    """Tell whether a clause says what happened at a place told before it: "reached Velma, where they killed two"."""
    place = root_of(tree, toponym)
    while verb is not None and tree.tokens[verb].dep == "conj":
        verb = tree.tokens[verb].head
    if verb is None or place is None or tree.tokens[verb].dep != "relcl" or _is_brought_to(tree, place):
        return False
    head = tree.tokens[verb].head
    is_there = any(tree.lower[link] == "where" for link in tree.children(verb, "advmod"))
    return is_there and place < verb and (place == head or head in tree.ancestors(place))


def _is_of_sequel(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is of what is said or done after a deed: "was buried in Velma", "condemned the murder"."""
    lemma = tree.tokens[verb].lemma
    after = words("en/speech", "verbs") | words(ACTS, "following", "verbs") | words(ACTS, "answers", "verbs")
    return lemma in after


def _accuses(tree: Tree, index: int) -> bool:
    """Tell whether a verb lays a deed to somebody: "a spokesman in Washington blamed the army" puts it nowhere."""
    token = tree.tokens[index]
    return token.pos in VERBAL and token.lemma in words("en/doers", "accusation", "objects")


def _is_goal(tree: Tree, root: int) -> bool:
    """Tell whether somebody was brought there: "a hospital in Dayton", "a Dayton hospital" put nothing in Dayton."""
    return any(
        tree.tokens[a].lemma in words("en/casualty", "hurt", "hospitals") for a in (root, *tree.ancestors(root))
    ) or (
        (verb := tree.verb_above(root)) is not None
        and tree.tokens[verb].lemma in words("en/casualty", "hurt", "moved")
        and not _takes_place(tree, verb)
    )


def _is_brought_to(tree: Tree, root: int) -> bool:
    """Tell whether others were brought to a place: "was flown to Velma, where he died"; a gang that "drove" acts."""
    verb = tree.verb_above(root)
    return _is_goal(tree, root) and (verb is None or bool(tree.children(verb, "dobj", "nsubjpass")))


def _takes_place(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is the "take" of "a clash that took place in Velma"."""
    return any(tree.lower[child] == "place" for child in tree.children(verb, "dobj"))


def own_clause(tree: Tree, index: int) -> int | None:
    """Return the verb whose clause a token stands in; a participle shares that of its head ("..., killing 14")."""
    verb = index if tree.tokens[index].pos in VERBAL else tree.verb_above(index)
    while verb is not None and tree.tokens[verb].dep in {"advcl", "conj", "xcomp"} and tree.tokens[verb].head != verb:
        if tree.children(verb, *SUBJECTS) or tree.tokens[tree.tokens[verb].head].pos not in VERBAL:
            break
        verb = tree.tokens[verb].head
    return verb


def _clause(tree: Tree, index: int) -> int | None:
    """The verb of the clause; a participle that hangs on a noun ("held in the camp") speaks for the noun's clause."""
    verb = tree.verb_above(index)
    if verb is None:
        return None
    if tree.tokens[verb].dep == "acl" or _tells_of_happening(tree, verb):
        return tree.verb_above(verb)
    return own_clause(tree, verb)


def _tells_of_happening(tree: Tree, verb: int) -> bool:
    """Tell whether a relative clause says where a happening was: "in a clash that took place in Velma"."""
    token = tree.tokens[verb]
    return token.dep == "relcl" and is_happening(tree, token.head) and not _is_of_sequel(tree, verb)
