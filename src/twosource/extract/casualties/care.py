"""A sign of an injury in, whom it befell out: "with gunshot wounds", "in critical condition", "taken to hospital".

Care tells of the hurt; whether they lived is told elsewhere.
"""

from collections.abc import Iterator

from twosource.extract.casualties.scene import as_found
from twosource.extract.people.mention import LEXICON, NOMINAL, Mention, mentioned, subject_of
from twosource.extract.people.standins import is_misread, meant_by_who, stands_alone
from twosource.extract.tree import Tree
from twosource.lang.reading import lexicon, words

WOUNDS = frozenset({"wound", "wounds"})  # whoever is in some condition lives
CONDITION = "condition"
SIGN, CARE = "sign of injury", "taken to hospital"


def wounded(tree: Tree, index: int) -> Iterator[Mention]:
    """Read "found a man with gunshot wounds", "is in critical condition", "was taken to hospital"."""
    token = tree.tokens[index]
    if token.lemma in words(LEXICON, "hurt", "signs"):
        if token.lemma == CONDITION and not _is_of_health(tree, index):
            return
        prep = _preposition(tree, index)
        if prep is not None and not _is_deadly(tree, tree.tokens[prep].head):
            told = mentioned(tree, index, _bearer(tree, tree.tokens[prep].head), "injured", SIGN)
            yield from as_found(tree, told) if token.lemma in WOUNDS else told
    elif token.pos == "VERB" and _is_cared_for(tree, index):
        yield from mentioned(tree, index, tree.child(index, "nsubjpass", "dobj"), "injured", CARE)
    elif token.pos == "VERB" and _is_there_hurt(tree, index):
        yield from (m for m in mentioned(tree, index, subject_of(tree, index), "injured", CARE) if _is_counted(tree, m))


def _is_there_hurt(tree: Tree, verb: int) -> bool:
    """Tell whether people are in hospital as patients: "two went to the hospital", "three remain in hospital"."""
    lemma = tree.tokens[verb].lemma
    if lemma in words(LEXICON, "hurt", "staying"):
        return _hospital_behind(tree, verb, words(LEXICON, "hurt", "at"))
    return lemma in words(LEXICON, "hurt", "going") and _goes_hurt(tree, verb)


def _is_of_health(tree: Tree, condition: int) -> bool:
    """Tell whether a condition is a patient's: "critical", "stable"; not "in these conditions"."""
    spoken = {tree.tokens[i].lemma.lower() for i in tree.subtree(condition)}
    before = tree.tokens[condition - 1].lemma.lower() if condition else ""
    return tree.tokens[condition].tag == "NN" and not words(LEXICON, "hurt", "health").isdisjoint({*spoken, before})


def _preposition(tree: Tree, sign: int) -> int | None:
    """The preposition a sign hangs on; of "in critical, but stable condition" the parser makes two phrases."""
    token = tree.tokens[sign]
    ahead = [token.head] if token.dep == "pobj" else []
    if token.dep == "conj" and token.lemma == CONDITION:
        ahead = [p for p in tree.children(token.head, "prep") if p < sign and tree.child(p, "pobj") is None]
    return next((p for p in ahead if tree.tokens[p].lemma in {"with", "from", "in", "for"}), None)


def _bearer(tree: Tree, above: int) -> int | None:
    if is_misread(tree, above) and tree.tokens[above].dep == "conj":
        return tree.tokens[above].head
    if tree.tokens[above].pos in NOMINAL or stands_alone(tree, above):
        return above
    return _who_is_hurt(tree, above)


def _is_deadly(tree: Tree, verb: int) -> bool:
    """Tell whether somebody "died from gunshot wounds"."""
    return tree.tokens[verb].lemma in lexicon(LEXICON)["killed"]["subject"]


def _who_is_hurt(tree: Tree, verb: int) -> int | None:
    """Whom a verb finds or moves, else who acts: "crews found a man with wounds", "he arrived with wounds".

    Those who "died from their wounds" are dead, not hurt.
    """
    killed = lexicon(LEXICON)["killed"]
    states = {tree.tokens[c].lemma for c in tree.children(verb, "acomp", "ccomp", "oprd")}
    if tree.tokens[verb].lemma in killed["subject"] or not states.isdisjoint(killed["state"]):
        return None
    found = tree.child(verb, "dobj", "nsubjpass")
    if found is None and tree.tokens[verb].dep == "acl":
        return meant_by_who(tree, tree.tokens[verb].head)  # "a man suffering from a gunshot wound"
    return found if found is not None else subject_of(tree, verb)


def _is_cared_for(tree: Tree, verb: int) -> bool:
    lemma = tree.tokens[verb].lemma
    if lemma in words(LEXICON, "hurt", "moved"):
        return _to_hospital(tree, verb)
    return lemma in words(LEXICON, "hurt", "treated") and tree.tokens[verb].tag == "VBN" and _is_treated(tree, verb)


def _is_treated(tree: Tree, verb: int) -> bool:
    """Tell whether somebody was "treated at a hospital" or "treated and released", not "treated well"."""
    let_go = any(tree.tokens[c].lemma in words(LEXICON, "hurt", "released") for c in tree.children(verb, "conj"))
    return let_go or _hospital_behind(tree, verb, words(LEXICON, "hurt", "at"))


def _goes_hurt(tree: Tree, verb: int) -> bool:
    """Tell whether somebody goes to hospital for his own sake: not "when they heard", not "to see their son"."""
    below = tree.children(verb, "advcl", "xcomp", "ccomp")
    reasons = {tree.tokens[c].lemma for c in below if not tree.children(c, "auxpass")}  # "to be checked" is his own
    return _to_hospital(tree, verb) and reasons.isdisjoint(words(LEXICON, "hurt", "visiting"))


def _to_hospital(tree: Tree, verb: int) -> bool:
    return _hospital_behind(tree, verb, frozenset({"to"}))


def _hospital_behind(tree: Tree, verb: int, links: frozenset[str]) -> bool:
    goals = [i for p in tree.children(verb, "prep") if tree.tokens[p].lemma in links for i in tree.children(p, "pobj")]
    return any(_is_hospital(tree, i) for i in goals)


def _is_hospital(tree: Tree, index: int) -> bool:
    """Tell whether a place cares for the hurt: a "medical center", no "detention center"."""
    if tree.tokens[index].lemma not in words(LEXICON, "hurt", "hospitals"):
        return False
    kind = {tree.tokens[c].text.lower() for c in tree.children(index, "compound", "amod")}
    if tree.tokens[index].lemma in words(LEXICON, "hurt", "rooms"):
        return not kind.isdisjoint(words(LEXICON, "hurt", "rooms_of_care"))
    return kind.isdisjoint(words(LEXICON, "hurt", "never_hospitals"))


def _is_counted(tree: Tree, mention: Mention) -> bool:
    """Tell whether a number counts the people: "two people went to the hospital", not "his family"."""
    low, head = mention.people.low, mention.people.head
    told = low is not None and (low > 1 or (head > 0 and tree.number(head - 1) is not None))
    return told and not mention.people.definite
