"""A word for an end in, whom it befell out: "the killers of A", "the victim of a murder", "hacked to death".

The deed is told by who did it, by who suffered it, or by how it ended. What verbs and nouns of the deed itself tell is
read elsewhere; the words stand in ``lang/en/casualty.toml``.
"""

from collections.abc import Iterator
from dataclasses import replace

from twosource.extract.casualties.verbs import meant
from twosource.extract.people.counted import people
from twosource.extract.people.mention import LEXICON, Mention, mentioned, subject_of
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import lexicon, words
from twosource.model.claim import Measure

EXPLAINING = frozenset({"attr", "dobj", "oprd", "acomp", "npadvmod"})
HIS = frozenset({"PRP$", "JJ"})
FIGHTERS = frozenset({"men", "military", "police", "combatant"})


def done_to(tree: Tree, index: int) -> Iterator[Mention]:
    """Read "the killers of Ana Ruiz", "the mayor's kidnappers": whoever is named by a deed did it to them.

    Not "the hired assassins of the cartel", nor people at large ("assassins of priests").
    """
    measure = lexicon(LEXICON)["fates"]["doers"][tree.tokens[index].lemma]
    if _is_hired(tree, index):
        return
    for head in (*_of(tree, index), *tree.children(index, "poss")):
        if tree.tokens[head].lemma not in words("en/doers", "forces"):  # "the army's killers"
            found = mentioned(tree, index, head, measure, "who did it")
            yield from (m for m in found if m.people.low is not None or m.people.definite)


def _is_hired(tree: Tree, index: int) -> bool:
    told = {tree.tokens[c].text.lower() for c in tree.children(index, "amod")}
    return not told.isdisjoint(words(LEXICON, "fates", "hired"))


def _of(tree: Tree, index: int) -> list[int]:
    return [i for p in tree.children(index, "prep") if tree.tokens[p].lemma == "of" for i in tree.children(p, "pobj")]


def victim_of(tree: Tree, index: int) -> Iterator[Mention]:
    """Read "the reporter was the victim of a murder", "fell victim to an ambush", "Ruiz, victim of a kidnapping"."""
    to = [p for p in tree.children(tree.tokens[index].head, "prep") if tree.tokens[p].lemma == "to"]
    deeds = [*_of(tree, index), *(i for p in to for i in tree.children(p, "pobj"))]
    measure = next((measure for deed in deeds if (measure := _end(tree, deed)) is not None), None)
    if measure is not None:
        yield from mentioned(tree, index, _bearer(tree, index), measure, "victim of")


def _bearer(tree: Tree, index: int) -> int | None:
    """Who the victim is: the subject of "was" or "fell", or the noun that "victim" explains."""
    token = tree.tokens[index]
    if token.dep == "appos":
        return token.head
    if token.dep not in EXPLAINING or tree.tokens[token.head].lemma not in words(LEXICON, "fates", "becoming"):
        return None
    subject = subject_of(tree, token.head)
    return meant(tree, token.head, subject) if subject is not None else None


def as_martyr(tree: Tree, index: int) -> Iterator[Mention]:
    """Read "my cousin is a martyr", "the baker and his two sons became martyrs", "he rose as a martyr"."""
    token = tree.tokens[index]
    is_as = token.dep == "pobj" and tree.lower[token.head] == "as"
    verb = tree.tokens[token.head].head if is_as else token.head
    listed = words(LEXICON, "fates", "rising") if is_as else words(LEXICON, "fates", "becoming")
    is_state = (is_as or token.dep in EXPLAINING) and not tree.children(index, "nummod")
    if is_state and tree.tokens[verb].lemma in listed and tree.tokens[verb].pos in {"AUX", "VERB"}:
        yield from mentioned(tree, index, subject_of(tree, verb), "killed", "state")


def _end(tree: Tree, deed: int) -> Measure | None:
    """What befell the victim of a deed."""
    ends: tuple[Measure, ...] = ("killed", "captured")
    return next((end for end in ends if tree.tokens[deed].lemma in words(LEXICON, end, "noun")), None)


def to_death(tree: Tree, index: int) -> Iterator[Mention]:
    """Read "was hacked to death", "put three men to death", "froze to death", "fell to her death".

    Verbs that tell of an injury or a killing by themselves are read elsewhere.
    """
    to = tree.tokens[index].head
    verb = _deed_above(tree, tree.tokens[to].head)
    is_end = tree.tokens[index].dep == "pobj" and tree.tokens[to].lemma == "to" and tree.tokens[to].dep == "prep"
    own = {tree.tokens[c].tag for c in tree.children(index)}
    if not is_end or own - HIS or tree.tokens[verb].pos not in VERBAL or _is_told(tree, verb):
        return  # "to the death of his wife"
    whom = tree.child(verb, "dobj", "nsubjpass")
    if whom is None and tree.tokens[verb].dep == "acl" and tree.tokens[verb].tag == "VBN":
        whom = tree.tokens[verb].head
    whom = subject_of(tree, verb) if whom is None else whom
    yield from mentioned(tree, verb, whom if whom is None else meant(tree, verb, whom), "killed", "to death")


def _deed_above(tree: Tree, head: int) -> int:
    """The verb of "clubbed a student to death", where the parser hangs the end on the student."""
    above = tree.tokens[head].head
    is_hurt = tree.tokens[above].lemma in words(LEXICON, "cause", "hurting")
    return above if is_hurt and tree.tokens[head].dep in {"dobj", "nsubjpass"} else head


def _is_told(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is read by its own rule, or leads to no end: "sentenced to death", "bored to death"."""
    listed = (
        words(LEXICON, "killed", "object"),
        words(LEXICON, "injured", "object"),
        words(LEXICON, "killed", "subject"),
    )
    return any(tree.tokens[verb].lemma in each for each in (*listed, words(LEXICON, "fates", "never")))


def fallen(tree: Tree, verb: int) -> Iterator[Mention]:
    """Read "three of their men had fallen", "fell in the ambush", "fell to police bullets"; not "fell ill"."""
    subject = subject_of(tree, verb)
    described = tree.tokens[verb].dep == "relcl"  # "the commanders who fell" are of long ago, or told of before
    if subject is None or described or tree.children(verb, "acomp", "oprd", "attr", "dobj", "prt", "advmod"):
        return
    links = tree.children(verb, "prep")
    fought = [i for p in links if tree.tokens[p].lemma in {"in", "during"} for i in tree.children(p, "pobj")]
    in_fight = any(tree.tokens[i].lemma in words(LEXICON, "fates", "fighting") for i in fought)
    ends = [i for p in links if tree.tokens[p].lemma == "to" for i in tree.children(p, "pobj")]
    to_fire = any(tree.tokens[i].lemma in words(LEXICON, "fates", "fire") for i in ends)
    alone = not links and any(tree.tokens[c].lemma == "have" for c in tree.children(verb, "aux"))
    if in_fight or alone or to_fire:
        found = mentioned(tree, verb, meant(tree, verb, subject), "killed", "verb and subject")
        yield from (m for m in found if m.people.low is not None and (to_fire or m.people.group.status in FIGHTERS))


def lost(tree: Tree, verb: int) -> Iterator[Mention]:
    """Read "two of the men did not survive", "one victim did not survive his wounds"; not "may not survive"."""
    did = {tree.lower[c] for c in tree.children(verb, "aux")}
    for negation in tree.children(verb, "neg") if did == {"did"} else ():  # the trigger: what it denies is no death
        yield from mentioned(tree, negation, subject_of(tree, verb), "killed", "verb and subject")


def buried(tree: Tree, verb: int) -> Iterator[Mention]:
    """Read "villagers buried 27 people", "27 people were buried on Sunday"; not "a landslide buried 27 people"."""
    behind = {tree.tokens[c].text.lower() for c in tree.children(verb, "prep", "advmod", "acomp", "oprd", "prt")}
    whom, doer = tree.child(verb, "dobj", "nsubjpass"), tree.child(verb, "nsubj")
    by = tree.children(verb, "agent")
    if whom is None or by or not behind.isdisjoint(words(LEXICON, "fates", "under")) or _of(tree, whom):
        return  # some of those told of: "five of the victims were buried"
    if doer is not None and not (people(tree, doer) or tree.tokens[doer].pos == "PRON"):
        return
    found = mentioned(tree, verb, meant(tree, verb, whom), "killed", "verb and object")
    yield from (replace(m, agent=None) for m in found if (m.people.low or 0) > 1 and not m.people.definite)
