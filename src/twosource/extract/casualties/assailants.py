"""A deed in, the head of who did it out: "police firing", "an encounter with rebels", "troops opened fire".

It reads the one noun or verb; which deed befell whom is read elsewhere.
"""

from twosource.extract.people.mention import LEXICON, SUBJECTS, behind_by, subject_of
from twosource.extract.speech.attribution import can_speak
from twosource.extract.tree import Tree
from twosource.lang.reading import words

MODIFIERS = ("compound", "nmod", "amod", "poss")
PEOPLE = "en/people"


def doer_in(tree: Tree, noun: int) -> int | None:
    """Who fires in "police firing", "firing by police", "at the hands of police"; not who may be the target."""
    lemma = tree.tokens[noun].lemma
    if _fires(tree, noun):
        return noun
    if lemma in words(LEXICON, "cause", "owned"):
        return _owner(tree, noun) if tree.lower[tree.tokens[noun].head] == "at" else None  # not "hurt his hand"
    if not _is_deed(tree, noun):
        return None
    by = [p for p in tree.children(noun, "prep", "agent") if tree.tokens[p].lemma == "by"]
    if by:
        return _speaking(tree, behind_by(tree, by[0]))
    one_way = lemma not in words(LEXICON, "cause", "two_way")
    before = reversed(tree.children(noun, *MODIFIERS, "nsubj"))
    return next((c for c in before if _acts(tree, c, one_way=one_way)), None)


def _is_deed(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is a deed, or a thing that is told to have done it."""
    token = tree.tokens[noun]
    acts = token.dep in SUBJECTS or tree.tokens[token.head].lemma == "by"
    return token.lemma in words(LEXICON, "cause", "nouns") or (acts and token.lemma in words(LEXICON, "cause", "tools"))


def _owner(tree: Tree, noun: int) -> int | None:
    """Whose hands they are: "died at the hands of the police", "at police hands"."""
    of = (i for p in tree.children(noun, "prep") for i in tree.children(p, "pobj"))
    return next((i for i in (*of, *tree.children(noun, *MODIFIERS))), None)


def _speaking(tree: Tree, head: int | None) -> int | None:
    return head if head is not None and can_speak(tree, head) else None


def opponent_in(tree: Tree, noun: int) -> int | None:
    """Whom a fight was with: "killed in an encounter with the police", "in an exchange of fire with the police".

    Who fell with them is told where the causes are read.
    """
    if tree.tokens[noun].lemma not in words(LEXICON, "cause", "fights"):
        return None
    links = (p for p in tree.children(noun, "prep") if tree.tokens[p].lemma == "with")
    against = (i for p in links for i in tree.children(p, "pobj"))
    return next((i for i in against if is_armed(tree, i)), None)


def is_armed(tree: Tree, index: int) -> bool:
    """Tell whether a word names people who fight: a force, rebels, attackers."""
    fighters = words(PEOPLE, "combatant") | words(PEOPLE, "perpetrator")
    return tree.tokens[index].lemma in fighters or is_force(tree, index)


def _fires(tree: Tree, noun: int) -> bool:
    """Tell whether a force has its deed right behind it, as the parser takes "police firing" apart."""
    deed = noun + 1
    if deed == len(tree.tokens) or tree.tokens[deed].tag != "VBG":
        return False
    return is_force(tree, noun) and attacks(tree, deed)  # wherever it hangs: "the toll in the police firing rose"


def _acts(tree: Tree, index: int, *, one_way: bool) -> bool:
    """Tell whether a modifier names who acts: fighters or a nation always, a force or a state where none is hit so."""
    name = tree.name(index)
    if any(tree.tokens[index].lemma in words(PEOPLE, table) for table in ("combatant", "perpetrator")):
        return True
    if name is not None and name.kind == "nationality":
        return True
    return one_way and is_force(tree, index)


def is_force(tree: Tree, index: int) -> bool:
    """Tell whether a word names police, soldiers or another force of a state."""
    tables = (words(LEXICON, "cause", "forces"), words(PEOPLE, "police"), words(PEOPLE, "military"))
    return any(tree.tokens[index].lemma in table for table in tables)


def attacker(tree: Tree, verb: int) -> int | None:
    """The agent of a verb of attack that can act."""
    return _agent_of_verb(tree, verb) if attacks(tree, verb) else None


def _agent_of_verb(tree: Tree, verb: int) -> int | None:
    by = [i for agent in tree.children(verb, "agent") if (i := behind_by(tree, agent)) is not None]
    has = any(tree.tokens[c].lemma == "have" for c in tree.children(verb, "aux"))
    passive = tree.tokens[verb].tag == "VBN" and (not has or tree.children(verb, "auxpass"))
    return _speaking(tree, by[0] if by else None if passive else subject_of(tree, verb))


def beater_of(tree: Tree, verb: int, victim: int) -> int | None:
    """Who laid hands on somebody who then died: "died after guards beat him", "beaten by guards, he died"."""
    forms = {tree.tokens[verb].lemma, tree.lower[verb]}
    if forms.isdisjoint(words(LEXICON, "cause", "hurting")):
        return None
    whom = tree.children(verb, "dobj", "nsubjpass")
    passive = bool(tree.children(verb, "agent"))
    same = all(i == victim or tree.tokens[i].tag == "PRP" for i in whom)
    return _agent_of_verb(tree, verb) if same and (whom or passive) else None


def attacks(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is one of attack: "fired", "opened fire", "resorted to firing"."""
    lemma = tree.tokens[verb].lemma
    fire = any(tree.tokens[c].lemma == "fire" for c in tree.children(verb, "dobj"))
    if lemma in words(LEXICON, "cause", "resorts"):
        deeds = [i for p in tree.children(verb, "prep") for i in tree.children(p, "pobj", "pcomp")]
        return any(tree.tokens[i].lemma in words(LEXICON, "cause", "nouns") or attacks(tree, i) for i in deeds)
    return lemma in words(LEXICON, "cause", "verbs") or (lemma in words(LEXICON, "cause", "of_fire") and fire)
