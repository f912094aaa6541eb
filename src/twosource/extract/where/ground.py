"""A parse and one of its places in, where it stands on the ground out: "in Velma", not "said from Velma"."""

import re
from functools import cache

from twosource.extract.tree import VERBAL, Tree
from twosource.lang.capitals import capitals
from twosource.lang.places import place_words
from twosource.lang.reading import words
from twosource.model import Place, Toponym

ACTS = "en/acts"
PERSONS = ("general", "civilian", "children", "women", "men", "perpetrator")  # word lists of single people
ORIGIN = frozenset({"of", "from"})
# "30 km southwest of the capital", "just north of Velma"; "in the north of Velma" is inside it.
MEASURED = re.compile(
    r"(?:\b(?:km|kilomet\w+|miles?|blocks?|minutes?|hours?)(?: \w+){0,3} (?:of|from)"
    r"|(?<!in the )\b(?:north|south|east|west)(?:east|west)? of) (?:the )?(?:[a-z]+ )?(?:city of |town of )?$"
)
FAR = re.compile(r"\b(\d[\d,]*) (km|kilomet|mile)\w*(?: \w+){0,3} (?:of|from) (?:the )?(?:city of |town of )?$")
FAR_KM, MILE_KM = 150, 1.6  # nearer than this a town is the best that is known
REACH_BACK = 60
BACK = 2  # sentences
ACTING = frozenset({"PERSON", "ORG", "NORP"})  # what stands beside their names is no ground


def root_of(tree: Tree, toponym: Toponym) -> int | None:
    """Return the token of a place's name that the others hang on."""
    indices = tree.inside(toponym.span)
    return next((i for i in indices if tree.tokens[i].head == i or tree.tokens[i].head not in indices), None)


def is_measured_from(tree: Tree, toponym: Toponym) -> bool:
    """Tell whether a place only tells how far off another one is: "in Orla, 20 km north of Velma"."""
    root = root_of(tree, toponym)
    if root is not None and _is_beside(tree, root):
        return True
    return MEASURED.search(_before(tree, toponym)) is not None


def is_far_from(tree: Tree, toponym: Toponym) -> bool:
    """Tell whether what is told of was far from a place: "500 km north of Velma"."""
    told = FAR.search(_before(tree, toponym))
    return told is not None and int(told[1].replace(",", "")) * (MILE_KM if told[2] == "mile" else 1) > FAR_KM


def _before(tree: Tree, toponym: Toponym) -> str:
    """The words right before a place, in small letters."""
    start = toponym.span.start
    return tree.text[max(0, start - REACH_BACK) : start].lower().replace("\n", " ")


def _is_beside(tree: Tree, root: int) -> bool:
    """Tell whether a place only tells what another one lies near to: "in Orla, near Velma"."""
    preposition = tree.tokens[root].head
    return tree.lower[preposition] == "near" and tree.tokens[tree.tokens[preposition].head].pos == "PROPN"


def is_site(tree: Tree, toponym: Toponym) -> bool:
    """Tell whether a place is a building or a quarter of a town: "Orla Hospital", "the Orla neighborhood"."""
    last = max(tree.inside(toponym.span), default=-1)
    following = tree.tokens[last + 1].lemma.lower() if last + 1 < len(tree.tokens) else ""
    kinds = {*place_words("kinds", "site"), *place_words("called", "quarters")}
    return following in kinds or any(word.lower() in kinds for word in toponym.span.of(tree.text).split())


def is_only_filed_from(tree: Tree, place: Place) -> bool:
    """Tell whether a capital is named in the dateline alone: from there the whole country is told of."""
    told = [toponym.span.of(tree.text).lower() for toponym in tree.places if toponym.place.name == place.name]
    return len(told) == 1 and place.name in capitals() and told[0] in (tree.article.dateline or "").lower()


def place_before(tree: Tree, index: int) -> Place | None:
    """Return the place that the sentences right before tell last, in the same paragraph and on the ground."""
    for before in tree.sentences_before(index, BACK):
        span = tree.span_of(tree.sentences[before].first, tree.sentences[before].last - 1)
        told = (
            t.place for t in tree.places if span.covers(t.span) and not t.government and ground(tree, t) is not None
        )
        known = [place for place in told if place.latitude is not None and place.precision != "country"]
        if known:
            return known[-1]
    return None


def is_person(word: str) -> bool:
    """Tell whether a word is of a single person: "man", "driver"."""
    return any(word in words("en/people", kind) for kind in PERSONS)


def ground(tree: Tree, toponym: Toponym) -> int | None:
    """The root token of a place that is ground: after a preposition of place. "US forces" and "Cuba says" are not."""
    root = root_of(tree, toponym)
    if root is not None and toponym.place.precision != "country" and _names_happening(tree, root):
        return root
    while root is not None and tree.tokens[root].dep in {"appos", "conj", "compound", "npadvmod"}:
        above = tree.tokens[root].head
        if tree.place(above) is None and not _is_said_of_place(tree, root):
            return root if tree.tokens[root].dep == "npadvmod" else None
        root = above
    if root is None:
        return None
    if _is_struck(tree, root):
        return root
    if tree.tokens[root].dep != "pobj" or _is_of_person(tree, root) or _is_spoken_from(tree, root):
        return None
    return root if tree.tokens[tree.tokens[root].head].lemma in words(ACTS, "places", "prepositions") else None


def _names_happening(tree: Tree, root: int) -> bool:
    """Tell whether a place stands before the word for what happened there: "in the Velma attack"."""
    token = tree.tokens[root]
    return token.dep == "compound" and tree.tokens[token.head].lemma in words(ACTS, "happenings", "nouns")


def _is_struck(tree: Tree, root: int) -> bool:
    """Tell whether a place is what a happening hit: "a blast rocked Velma", "rebels attacked Velma"."""
    token = tree.tokens[root]
    return token.dep == "dobj" and tree.tokens[token.head].lemma in words(ACTS, "places", "struck")


def _is_said_of_place(tree: Tree, root: int) -> bool:
    """Tell whether a place names, or holds, what stands on the ground: "the capital, Velma", "the Velma airport".

    So do those told with their kind, or beside a name that no gazetteer has: "the Velma area", "in Orukta, Velma".

    A site that is told to be elsewhere is named after the place: "the Paris hotel in Las Vegas".
    """
    token, named = tree.tokens[root], tree.place(root)
    above = tree.tokens[token.head]
    if token.dep in {"appos", "conj"} and above.pos == "PROPN" and above.entity not in ACTING:
        return True
    if above.pos != "NOUN" or named is None or named.place.latitude is None:
        return False
    if token.dep == "appos":
        return above.lemma == "capital" or above.lemma in place_words("kinds", "town")
    if token.dep == "compound" and above.lemma in kinds_of_area():
        return True
    is_whose = tree.tokens[above.head].lemma in ORIGIN or bool(tree.children(token.head, "prep"))
    return token.dep == "compound" and above.lemma in place_words("kinds", "site") and not is_whose


@cache
def kinds_of_area() -> frozenset[str]:
    """Return the words that tell what kind of area or town a name before them is of."""
    return frozenset(word for kind in ("admin1", "admin2", "town", "area") for word in place_words("kinds", kind))


def _is_spoken_from(tree: Tree, root: int) -> bool:
    """Tell whether a place is where somebody speaks: "said from London"; not "five died, police said, in London"."""
    preposition = tree.tokens[root].head
    cue = tree.tokens[tree.tokens[preposition].head]
    behind = preposition > 0 and tree.tokens[preposition - 1].text == ","
    return cue.pos in VERBAL and cue.lemma in words("en/speech", "verbs") and not behind


def _is_of_person(tree: Tree, root: int) -> bool:
    """Tell whether a place is where somebody is from: "the driver, a man from Dover", "Jane Roe, 22, of Dover"."""
    preposition = tree.tokens[root].head
    above = tree.tokens[tree.tokens[preposition].head]
    if tree.tokens[preposition].lemma not in ORIGIN:
        return False
    return above.entity == "PERSON" or (above.tag == "NN" and is_person(above.lemma))
