"""A phrase for people in, its Group out: nationality, status, role and names, read from the words of the phrase."""

from collections import Counter
from functools import cache

from twosource.extract.people.standins import is_people_word
from twosource.extract.tree import Tree
from twosource.lang.places import countries, country_of_demonym
from twosource.lang.reading import lexicon, words
from twosource.model import Group, Name, Span
from twosource.values.name import folded

LEXICON = "en/people"
CASUALTY = "en/casualty"
# The more telling word wins: "women soldiers" are soldiers, "student protesters" civilians.
STATUSES = ("police", "combatant", "military", "civilian", "children", "women", "men")
MODIFIERS = ("amod", "compound", "nmod", "poss", "appos")
NOUNS = frozenset({"NOUN", "PROPN"})
POSSESSIVES = frozenset({"its", "their", "his", "her"})


def describe(tree: Tree, core: int, span: Span) -> Group:
    """Describe the people named by the phrase ``span`` whose noun is the token ``core``."""
    near = _near(tree, core)
    spoken = [tree.tokens[i].text.lower() for i in near]
    spoken += [tree.tokens[i].lemma for i in near if tree.tokens[i].pos in NOUNS]  # "suspected" is no suspect
    joined = any(tree.tokens[i].dep == "conj" for i in near)
    bodies = _bodies(tree, core)
    of_whom = [*spoken, *(tree.tokens[i].text.lower() for i in bodies)]
    whole = Span(span.start, max(span.end, *(tree.tokens[i].end for i in bodies))) if bodies else span
    return Group(
        text=whole.of(tree.text),
        role="perpetrator" if _did_it(tree, core, spoken) else "victim",
        nationality=_nationality(tree, core, near),
        status=_of_officers(tree, spoken, _status(of_whom, several=joined)) or _of_deputies(tree, spoken),
        names=_names(tree, core),
    )


def _bodies(tree: Tree, core: int) -> list[int]:
    """The words that say of what people are members: "two members of the Free Front"."""
    if tree.tokens[core].lemma not in words(LEXICON, "members"):
        return []
    bodies = [i for p in tree.children(core, "prep") if tree.tokens[p].lemma == "of" for i in tree.children(p, "pobj")]
    return [n for i in bodies for n in (i, *tree.children(i, "det", "compound", "amod", "poss", "nmod"))]


def _did_it(tree: Tree, core: int, spoken: list[str]) -> bool:
    """Tell whether the phrase names people by what they did: "the gunman", "the man who shot them"."""
    if any(word in words(LEXICON, "perpetrator") for word in spoken):
        return True
    return any(
        _is_deed(tree, clause)
        and not tree.children(clause, "auxpass")
        and any(tree.tokens[s].tag == "WP" for s in tree.children(clause, "nsubj"))
        and not any(tree.tokens[o].text.lower() in words(CASUALTY, "reflexive") for o in tree.children(clause, "dobj"))
        for clause in tree.children(core, "relcl")
    )


def _is_deed(tree: Tree, verb: int) -> bool:
    """Tell whether a verb tells of an attack: "shot", "opened fire"."""
    pairs = lexicon(LEXICON)["perpetrator"]["acts_with"]
    lemma = tree.tokens[verb].lemma
    objects = {tree.tokens[c].lemma for c in tree.children(verb, "dobj")}
    return lemma in words(LEXICON, "perpetrator", "acts") or any([lemma, own] in pairs for own in objects)


def _near(tree: Tree, core: int) -> list[int]:
    """The noun, its modifiers, theirs, and nouns joined to them ("military and police personnel")."""
    found = [core]
    for child in tree.children(core, "amod", "compound", "nmod"):
        found += [child, *tree.children(child, "conj", "amod", "compound")]
    return sorted(found)


def _status(spoken: list[str], *, several: bool) -> str | None:
    hits = {status for status in STATUSES for word in spoken if word in words(LEXICON, status)}
    if hits & {"police", "military", "combatant"} and any(word in words(LEXICON, "former") for word in spoken):
        return None  # "two retired police officers": what they were, not what they are
    if {"police", "military"} <= hits and several:
        return "military"  # mixed forces: combatants of a state either way
    return next((status for status in STATUSES if status in hits), None)


def _of_officers(tree: Tree, spoken: list[str], status: str | None) -> str | None:
    """Officers of no stated kind are the police's in a report that tells more of police than of soldiers."""
    officers = words("en/headcount", "officers")
    kinds = [word for word in spoken if word in words(LEXICON, "military") and word not in officers]
    if status != "military" or kinds or officers.isdisjoint(spoken):
        return status
    told = Counter(token.text.lower() for token in tree.tokens)
    police = sum(told[word] for word in words(LEXICON, "police"))
    return "police" if police > sum(told[w] for w in words(LEXICON, "military") if w not in officers) else status


def _of_deputies(tree: Tree, spoken: list[str]) -> str | None:
    """A deputy is a sheriff's where the report tells of one, else perhaps of a parliament."""
    if not words(LEXICON, "deputies").intersection(spoken):
        return None
    of_police = words(LEXICON, "deputies", "of_police")
    return "police" if any(token.text.lower() in of_police for token in tree.tokens) else None


def _names(tree: Tree, core: int) -> tuple[str, ...]:
    """The name itself, else those told beside the noun: "the envoys Ana Ruiz and Leo Paz"."""
    own = person_at(tree, core)
    if own is not None:
        return (own,)
    listed = (name for child in tree.children(core, "appos") for name in _names_from(tree, child))
    return tuple(dict.fromkeys(listed))


def _names_from(tree: Tree, first: int) -> list[str]:
    """The names of a list that hangs on its first one."""
    name = person_at(tree, first)
    if name is None:
        return []
    return [name, *(other for child in tree.children(first, "conj", "appos") for other in _names_from(tree, child))]


def person_at(tree: Tree, index: int) -> str | None:
    """Return the full form of the person's name a token is part of, None where it is part of none."""
    name = tree.name(index)
    if name is None or name.kind != "person":
        return None
    first = _first_name(tree, name)
    told = f"{first} {name.text}"
    return name.canonical if first is None or folded(name.canonical).endswith(folded(told)) else told


def _first_name(tree: Tree, name: Name) -> str | None:
    """The first name that was not taken for a part of a name: "Heaven Miller" is nobody else of the Millers."""
    start = tree.at(name.span.start) or 0
    before, token, known = start - 1, tree.tokens[start - 1], tree.name(start - 1)
    if before < tree.sentence(start).first or token.tag != "NNP" or token.end + 1 != name.span.start:
        return None
    is_cut = known is None and " " not in name.text and tree.lower[start] not in words("en/doers", "forces")
    is_own = known is not None and known.kind == "person" and known.text == token.text
    is_joined = token.head in tree.inside(name.span) or token.head == tree.tokens[start].head
    kept = (is_cut or is_own) and is_joined and token.text.isalpha() and not _is_title(tree, before)
    return token.text if kept else None


def _is_title(tree: Tree, index: int) -> bool:
    word = tree.lower[index].rstrip(".")
    titles = words(LEXICON, "titles") | words("en/roll", "titles") | words("en/abbreviations", "titles")
    return word in titles or f"{word}." in titles or is_people_word(tree, index) or tree.place(index) is not None


def _nationality(tree: Tree, core: int, near: list[int]) -> str | None:
    for index in near:
        if (country := country_of_demonym(tree.tokens[index].text)) is not None:
            return country
    for child in tree.children(core, "poss"):
        if tree.tokens[child].text.lower() in POSSESSIVES:
            return _country_before(tree, child) if not _is_kin(tree, core) else None
        if (country := country_at(tree, child)) is not None:
            return country
    return _country_of_origin(tree, core)


def _is_kin(tree: Tree, core: int) -> bool:
    """Tell whether people are a person's own, not a country's: "her family members"."""
    spoken = {tree.tokens[i].lemma for i in (core, *tree.children(core, "compound"))}
    return not spoken.isdisjoint(words("en/headcount", "never_sides"))


def _country_of_origin(tree: Tree, core: int) -> str | None:
    """The country in "aid workers from Spain"."""
    origins = (p for p in tree.children(core, "prep") if tree.tokens[p].lemma == "from")
    named = (country_at(tree, i) for p in origins for i in tree.children(p, "pobj"))
    return next((country for country in named if country is not None), None)


def _country_before(tree: Tree, pronoun: int) -> str | None:
    """The country that "its" or "their" stands for: the subject governing the phrase, else the nearest before it."""
    for ancestor in tree.ancestors(pronoun):
        for subject in tree.children(ancestor, "nsubj", "nsubjpass", "agent"):
            if subject < pronoun and (country := country_in(tree, subject)) is not None:
                return country
    first = tree.sentence(pronoun).first
    before = (country_at(tree, i) for i in range(pronoun - 1, first - 1, -1))
    return next((country for country in before if country is not None), None)


def country_at(tree: Tree, index: int) -> str | None:
    """Return the country (ISO alpha-2) that a token names, as a name, a demonym or a seat of government."""
    token = tree.tokens[index]
    place = tree.place(index)
    if place is not None and place.government:
        return place.place.country
    name = tree.name(index)
    return country_of_demonym(token.text) or _countries_by_name().get(
        name.canonical if name is not None else token.text
    )


@cache
def _countries_by_name() -> dict[str, str]:
    rows = ((name, c.iso) for c in countries().values() for name in (c.name, f"the {c.name}", *c.aliases))
    return dict(rows)


def country_in(tree: Tree, head: int) -> str | None:
    """Return the country that the phrase headed by a token names ("the Cuban government", "Havana")."""
    for index in (head, *tree.children(head, *MODIFIERS)):
        if (country := country_at(tree, index)) is not None:
            return country
    return None
