"""A word that stands for people without naming them in, whether it does out: "another", "a second", "two of whom".

What befell them is read elsewhere; the words stand in ``lang/en/casualty.toml``.
"""

from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import lexicon, words

LEXICON, CASUALTY = "en/people", "en/casualty"
KINDS = ("children", "women", "men", "police", "combatant", "military", "civilian", "general", "perpetrator", "groups")
NOUNS = frozenset({"NOUN", "PROPN"})
BELONGING = frozenset({"pobj", "prep", "appos"})
PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "det", "appos", "attr", "pobj"})


def stands_alone(tree: Tree, index: int) -> bool:
    """Tell whether "another", "a second" stands for one more person: no noun behind it, people told of before it."""
    token = tree.tokens[index]
    if token.dep not in PLACES or not _is_one_more(tree, index) or _is_followed_by_noun(tree, index):
        return False
    return _follows_people(tree, index)


def _is_one_more(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.text.lower() in words(CASUALTY, "standins", "another"):
        return True
    articles = {tree.tokens[c].text.lower() for c in tree.children(index, "det")}
    return token.text.lower() in words(CASUALTY, "standins", "ordinals") and bool(articles & {"a", "the"})


def _is_followed_by_noun(tree: Tree, index: int) -> bool:
    behind = index + 1
    return behind < len(tree.tokens) and tree.tokens[behind].pos in {"NOUN", "PROPN", "NUM"}


def _follows_people(tree: Tree, index: int) -> bool:
    """Tell whether people are told of in the same sentence before; the "one" of "one house" is nobody."""
    heads = (i for i in range(tree.sentence(index).first, index) if tree.tokens[i].dep not in {"nummod", "det"})
    return any(is_people_word(tree, i) or is_person_name(tree, i) for i in heads)


def is_people_word(tree: Tree, index: int) -> bool:
    """Tell whether a word names people: "officers", "woman", "family"."""
    token = tree.tokens[index]
    spoken = {token.text.lower(), token.lemma}
    return any(not spoken.isdisjoint(words(LEXICON, kind)) for kind in KINDS)


def is_person_name(tree: Tree, index: int) -> bool:
    """Tell whether a word is part of a person's name."""
    name = tree.name(index)
    return name is not None and name.kind == "person"


def is_misread(tree: Tree, index: int) -> bool:
    """Tell whether the parser makes a noun of what befell somebody: "a 17-year-old suffering", "a 20-year-old shot"."""
    if tree.tokens[index].lemma not in words(CASUALTY, "standins", "misread"):
        return False
    return any(tree.tokens[c].lemma == "old" for c in tree.children(index, "amod"))


def is_each_other(tree: Tree, head: int) -> bool:
    """Tell whether a pronoun sends back to those who did it: "we are killing one another", "they shot each other"."""
    spoken = {tree.tokens[i].text.lower() for i in (head, *tree.children(head, "det"))}
    return spoken in ({"one", "another"}, {"each", "other"})


def is_nationality(tree: Tree, index: int) -> bool:
    """Tell whether a noun names people by their nation: "two Sarvans"."""
    name = tree.name(index)
    return name is not None and name.kind == "nationality" and tree.tokens[index].pos in {"NOUN", "PROPN"}


def one_more(tree: Tree, state: int) -> int | None:
    """Return the "another" that a state is told of: "left one man dead and another wounded"."""
    return next((c for c in tree.children(state, "det", "nsubj") if stands_alone_before(tree, c)), None)


def stands_alone_before(tree: Tree, index: int) -> bool:
    """Tell whether "another" stands before what befell the person."""
    return tree.tokens[index].text.lower() in words(CASUALTY, "standins", "another") and stands_alone(tree, index)


def counted_whom(tree: Tree, index: int) -> int | None:
    """Return the "whom" of "two of whom", "both of whom"; None for any other word."""
    of = next((c for c in tree.children(index, "prep") if tree.tokens[c].lemma == "of"), None)
    inner = tree.child(of, "pobj") if of is not None else None
    return inner if inner is not None and tree.tokens[inner].text.lower() == "whom" else None


def meant_by_who(tree: Tree, noun: int) -> int:
    """Return the people of a clause hung on a thing: "found two men in the car who had been shot".

    The object, else the subject, of the verb above; the noun itself where it names people.
    """
    if _is_somebody(tree, noun):
        return noun
    if (named := _described_by(tree, noun)) is not None:
        return named
    prep = tree.tokens[noun].head
    verb = tree.tokens[prep].head
    if tree.tokens[noun].dep != "pobj" or tree.tokens[verb].pos != "VERB":
        return noun
    told = [tree.child(verb, "dobj"), tree.child(verb, "nsubjpass"), tree.child(verb, "nsubj")]
    return next((one for one in told if one is not None and one < noun), noun)


def _is_somebody(tree: Tree, noun: int) -> bool:
    return is_people_word(tree, noun) or is_person_name(tree, noun) or tree.number(noun) is not None


def _described_by(tree: Tree, noun: int) -> int | None:
    """The person whose office a thing belongs to: "Ana Ruiz, head of the road board, who was shot"."""
    node, found = noun, None
    while tree.tokens[noun].pos in NOUNS and tree.tokens[node].dep in BELONGING and tree.tokens[node].head < node:
        node = tree.tokens[node].head
        if is_person_name(tree, node):
            return node
        if tree.tokens[node].pos in VERBAL:
            break
        found = node if found is None and tree.tokens[node].pos in NOUNS and _is_somebody(tree, node) else found
    return found


def told_apart(tree: Tree, adverb: int) -> int | None:
    """Return the number in "one fatally", "two of them fatally", "both fatally"; None where a verb follows."""
    behind, before = adverb + 1, adverb - 1
    if behind < len(tree.tokens) and tree.tokens[behind].pos in {"VERB", "AUX", "ADJ"}:
        return None
    if before > 1 and tree.tokens[before - 1].text.lower() == "of":
        before -= 2
    if before < 0 or tree.sentence_number(before) != tree.sentence_number(adverb):
        return None
    number = tree.number(before)
    counts = number is not None and number.kind == "cardinal"
    return before if counts or tree.tokens[before].text.lower() == "both" else None


def stands_for_some(tree: Tree, head: int, core: int) -> bool:
    """Tell whether a phrase is people without a noun that says so."""
    kinds = (stands_alone, is_misread, _is_those)
    return core == counted_whom(tree, head) or any(is_some(tree, core) for is_some in kinds)


def _is_those(tree: Tree, index: int) -> bool:
    """Tell whether "those" are people told of by what befell them: "those arrested will be tried"."""
    told = [c for c in tree.children(index, "acl") if tree.tokens[c].tag == "VBN"]
    return tree.tokens[index].text.lower() == "those" and bool(told)


def must_be_people(tree: Tree, head: int) -> bool:
    """Tell whether the phrase is what a verb done only to people is done to: "abducted surveyors"."""
    verb = tree.tokens[tree.tokens[head].head]
    lists = [lexicon("en/casualty")[measure]["object"] for measure in ("killed", "injured", "captured")]
    told = any(verb.lemma in listed for listed in lists) and verb.lemma not in words("en/casualty", "ambiguous")
    return (told or _is_taken_in(tree, tree.tokens[head].head)) and tree.tokens[head].dep in {"dobj", "nsubjpass"}


def _is_taken_in(tree: Tree, verb: int) -> bool:
    """Tell whether a verb does with its particle or noun what is done to people: "rounded up", "taken into custody"."""
    lemma = tree.tokens[verb].lemma
    if lemma == "round":
        return any(tree.lower[c] == "up" for c in tree.children(verb, "prt", "advmod"))
    below = [
        *tree.children(verb, "dobj", "oprd"),
        *(i for p in tree.children(verb, "prep") for i in tree.children(p, "pobj")),
    ]
    nouns = {noun for first, noun in lexicon("en/casualty")["captured"]["idiom"] if first == lemma}
    return any(tree.tokens[i].lemma in nouns & words("en/casualty", "taken", "only_people") for i in below)
