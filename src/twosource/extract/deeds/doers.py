"""A parse in, who is said to have done what out: agents of violence, claims of responsibility, accusations.

Each finding is a trigger (the word for the act, or for the claim), the head of the doer, and how sure the report is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.extract.people.mention import is_of_some, subject_of
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import lexicon, words

LEXICON = "en/doers"
NOMINAL = frozenset({"NOUN", "PROPN"})
BEFORE = ("compound", "nmod", "poss")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """Who is told to have done it: ``confidence`` is stated, accused, claimed, admitted or suspected."""

    trigger: int
    head: int
    confidence: str


def doers(tree: Tree) -> list[Doer]:
    """Return all doers of an article in text order, one for each trigger and head."""
    found = [doer for index in range(len(tree.tokens)) for doer in _at(tree, index) if not is_nobody(tree, doer.head)]
    unique = {(doer.trigger, doer.head): doer for doer in reversed(found)}
    return [unique[key] for key in sorted(unique)]


def is_nobody(tree: Tree, head: int) -> bool:
    """Tell whether the doer is none: "no group claimed responsibility", "without blaming anyone"."""
    spoken = [tree.tokens[i].text.lower() for i in (head, *tree.children(head, "det", "neg"))]
    return not words(LEXICON, "nobody").isdisjoint(spoken)


def _at(tree: Tree, index: int) -> Iterator[Doer]:
    token = tree.tokens[index]
    if token.pos in VERBAL:
        yield from _of_verb(tree, index)
        yield from _accused(tree, index)
        yield from _named_as(tree, index)
        yield from _responsible(tree, index)
    elif token.pos in NOMINAL and token.lemma in words(LEXICON, "violence", "nouns"):
        yield from _of_noun(tree, index)


def _of_verb(tree: Tree, verb: int) -> Iterator[Doer]:
    """Read "the rebels attacked", "was killed by rebels", "the attack was carried out by rebels"."""
    lemma = tree.tokens[verb].lemma
    deeds = _deeds(tree, verb) if lemma in words(LEXICON, "violence", "carried") else []
    if not deeds and not _is_violent(lemma):
        return
    for head in _agents(tree, verb):
        for trigger in (verb, *deeds):
            yield Doer(trigger=trigger, head=head, confidence=_sureness(tree, verb, head))


def _is_violent(lemma: str) -> bool:
    return lemma in words(LEXICON, "violence", "verbs") or is_casualty(lemma)


def _deeds(tree: Tree, verb: int) -> list[int]:
    """The acts of violence that somebody "carried out" or "committed"."""
    about = tree.children(verb, "dobj", "nsubjpass")
    if tree.tokens[verb].dep in {"acl", "relcl"}:
        about = [*about, tree.tokens[verb].head]
    return [i for i in about if tree.tokens[i].lemma in words(LEXICON, "violence", "nouns")]


def is_casualty(lemma: str) -> bool:
    """Tell whether a verb kills, hurts or takes somebody, whoever does it; "eliminated" may tell of an office lost."""
    tables = lexicon("en/casualty")
    if lemma in words("en/casualty", "taken", "armed"):
        return False
    return any(lemma in tables[measure]["object"] for measure in ("killed", "injured")) or lemma in words(
        LEXICON, "violence", "taken"
    )


def _agents(tree: Tree, verb: int) -> list[int]:
    """The subject of an active verb with an object, or what stands behind the "by" of a passive."""
    by = [i for agent in _by(tree, verb) for i in tree.children(agent, "pobj")]
    if by:
        return [i for head in by for i in _joined(tree, head)]
    passive = tree.children(verb, "nsubjpass", "auxpass") or (
        tree.tokens[verb].tag == "VBN" and tree.tokens[verb].dep in {"acl", "amod"}
    )
    if passive:
        return []
    if not _takes_object(tree, verb):
        return []  # "several wounded": clipped passives have no doer
    subject = subject_of(tree, verb)
    if subject is None and tree.tokens[verb].dep in {"relcl", "acl"}:
        subject = tree.tokens[verb].head
    if subject is not None and tree.tokens[subject].tag in {"WP", "WDT"} and tree.tokens[verb].dep == "relcl":
        subject = tree.tokens[verb].head
    return _joined(tree, subject) if subject is not None else []


def _takes_object(tree: Tree, verb: int) -> bool:
    goals = tree.children(verb, "dobj", "prep", "dative")
    return any(tree.tokens[c].dep == "dobj" or tree.tokens[c].lemma in {"on", "against", "at"} for c in goals)


def _by(tree: Tree, verb: int) -> list[int]:
    links = [*tree.children(verb, "agent"), *(p for p in tree.children(verb, "prep") if tree.tokens[p].lemma == "by")]
    return [by for by in links if not is_of_some(tree, by)]


def _joined(tree: Tree, head: int) -> list[int]:
    return [head, *tree.children(head, "conj")]


def _of_noun(tree: Tree, noun: int) -> Iterator[Doer]:
    """Read "an attack by rebels", "the rebels' attack", "a rebel attack"."""
    by = [i for p in tree.children(noun, "prep") if tree.tokens[p].lemma == "by" for i in tree.children(p, "pobj")]
    for head in [i for each in by for i in _joined(tree, each)]:
        yield Doer(trigger=noun, head=head, confidence=_sureness(tree, noun, head))
    if tree.tokens[noun].lemma in words(LEXICON, "violence", "done"):
        for head in tree.children(noun, *BEFORE):
            if _may_do(tree, head):
                yield Doer(trigger=noun, head=head, confidence=_sureness(tree, noun, head))


def _may_do(tree: Tree, head: int) -> bool:
    """Tell whether a word before an act is its doer: "the Front's attack", "the army raid", not "an embassy attack"."""
    name, token = tree.name(head), tree.tokens[head]
    if name is None or name.kind != "organisation":
        return False
    return token.dep == "poss" or token.text.lower() in words(LEXICON, "forces")


def _accused(tree: Tree, verb: int) -> Iterator[Doer]:
    """Read "blamed the army for", "accused the army of", "attributed the attack to the army"."""
    lemma, direct = tree.tokens[verb].lemma, tree.children(verb, "dobj", "nsubjpass") or _said_to_have(tree, verb)
    linked = [
        i
        for p in tree.children(verb, "prep", "dative")
        if tree.tokens[p].lemma in words(LEXICON, "accusation", "prepositions")
        for i in tree.children(p, "pobj")
    ]
    if lemma in words(LEXICON, "accusation", "targets") and linked and _tells_violence(tree, verb):
        heads = linked
    elif lemma in words(LEXICON, "accusation", "objects") and direct and _tells_violence(tree, verb):
        heads = direct
    else:
        return
    own = () if tree.tokens[verb].dep == "acl" else (verb,)  # "the soldiers accused" are told of for something else
    for head in [i for each in heads for i in _joined(tree, each)]:
        for trigger in (*own, *_laid_on(tree, verb, head)):
            yield Doer(trigger=trigger, head=head, confidence="accused")


def _said_to_have(tree: Tree, verb: int) -> list[int]:
    """Whom a participle behind them accuses: "soldiers accused of killing two"."""
    token = tree.tokens[verb]
    is_charge = token.dep == "acl" and token.tag == "VBN" and token.lemma in words(LEXICON, "accusation", "behind")
    return [token.head] if is_charge else []


def _laid_on(tree: Tree, verb: int, head: int) -> Iterator[int]:
    """The deeds that somebody is accused of: "of killing two and hurting a third", "for the deaths of two"."""
    charges = [i for p in tree.children(verb, "prep") for i in tree.children(p, "pobj")]  # "with murder for killing"
    behind = (p for above in (verb, *charges) for p in tree.children(above, "prep"))
    links = (p for p in behind if tree.tokens[p].lemma in words(LEXICON, "accusation", "of"))
    told = (i for p in links for i in tree.children(p, "pcomp", "pobj"))
    for deed in (i for first in told for i in _joined(tree, first) if i != head and not tree.children(i, "nsubj")):
        if _is_violent(tree.tokens[deed].lemma) or tree.tokens[deed].lemma in words(LEXICON, "violence", "nouns"):
            yield deed


def _named_as(tree: Tree, verb: int) -> Iterator[Doer]:
    """Read "named the army as the attacker", "identified the belligerent as the army", "pointed to the army"."""
    lemma, told = tree.tokens[verb].lemma, tree.children(verb, "dobj", "nsubjpass", "oprd")
    heads: list[int] = []
    if lemma in words(LEXICON, "accusation", "naming"):
        sides = [told, _linked(tree, verb, "as")]
        parts = [i for side in sides for i in side if tree.tokens[i].lemma in words(LEXICON, "accusation", "parts")]
        heads = [i for side in sides for i in side if parts and i not in parts]
    elif lemma in words(LEXICON, "accusation", "pointing"):
        heads = [i for i in (*_linked(tree, verb, "to"), *_linked(tree, verb, "at")) if _is_body(tree, i)]
    elif lemma == "be":
        deeds = [
            i for i in _linked(tree, verb, "behind") if tree.tokens[i].lemma in words(LEXICON, "violence", "nouns")
        ]
        heads = tree.children(verb, "nsubj") if deeds else []
    yield from (Doer(trigger=verb, head=i, confidence="accused") for head in heads for i in _joined(tree, head))


def _linked(tree: Tree, verb: int, link: str) -> list[int]:
    return [i for p in tree.children(verb, "prep") if tree.tokens[p].lemma == link for i in tree.children(p, "pobj")]


def _is_body(tree: Tree, head: int) -> bool:
    return tree.lower[head] in words(LEXICON, "forces") or tree.lower[head] in words(LEXICON, "members")


def _responsible(tree: Tree, verb: int) -> Iterator[Doer]:
    """Read "claimed responsibility for", "took credit for", "is responsible for", "held the army responsible for"."""
    taken = any(tree.tokens[c].lemma in words(LEXICON, "responsibility", "nouns") for c in tree.children(verb, "dobj"))
    if taken:
        kinds = lexicon(LEXICON)["responsibility"]["verbs"]
        confidence = next((kind for kind, verbs in kinds.items() if tree.tokens[verb].lemma in verbs), None)
        for head in _agents(tree, verb) if confidence is not None else []:
            yield Doer(trigger=verb, head=head, confidence=confidence or "")
    for state in tree.children(verb, "acomp", "oprd", "ccomp"):
        is_held = tree.tokens[verb].lemma == "hold" and _is_body(tree, tree.child(verb, "dobj", "nsubjpass") or verb)
        is_for = tree.tokens[state].lemma in words(LEXICON, "responsibility", "adjectives")
        if is_for and (is_held or _tells_violence(tree, state)):
            held = tree.child(state, "nsubj") or tree.child(verb, "dobj", "nsubjpass") or tree.child(verb, "nsubj")
            for head in _joined(tree, held) if held is not None else []:
                yield Doer(trigger=state, head=head, confidence="accused")


def _tells_violence(tree: Tree, index: int) -> bool:
    """Tell whether what is said below a word is an act of violence."""
    nouns = words(LEXICON, "violence", "nouns")
    return any(
        tree.tokens[i].lemma in nouns or _is_violent(tree.tokens[i].lemma) for i in tree.subtree(index) if i != index
    )


def _sureness(tree: Tree, trigger: int, head: int) -> str:
    """Suspected where a word of doubt stands with the doer or the act, else stated."""
    near = [*tree.children(trigger, "advmod"), *tree.children(head, "amod", "advmod")]
    near += [c for by in _by(tree, trigger) for c in tree.children(by, "advmod")]
    doubtful = any(tree.tokens[i].text.lower() in words(LEXICON, "suspicion") for i in near)
    return "suspected" if doubtful else "stated"
