"""A deed in, the head of who did it out: "police firing", "an encounter with rebels", "troops opened fire".

It reads the one noun or verb; which deed befell whom is read elsewhere.
"""

from twosource.extract.people.mention import LEXICON, NOMINAL, SUBJECTS, behind_by, subject_of
from twosource.extract.speech.attribution import can_speak
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import words

MODIFIERS = ("compound", "nmod", "amod", "poss")
PEOPLE = "en/people"
BEFORE_INVOLVED = ("npadvmod", "compound", "nsubj", "nmod")
BOTH = 2
BAND_LINKS = frozenset({"of", "from", "comprise"})


def doer_in(tree: Tree, noun: int) -> int | None:
    """Who fires in "police firing", "firing by police", "at the hands of police"; not who may be the target."""
    lemma = tree.tokens[noun].lemma
    if _fires(tree, noun):
        return noun
    if (launcher := _launcher(tree, noun)) is not None:
        return launcher
    if lemma in words(LEXICON, "cause", "owned"):
        return _owner(tree, noun) if tree.lower[tree.tokens[noun].head] == "at" else None  # not "hurt his hand"
    if not _is_deed(tree, noun):
        return None
    by = [p for p in (*tree.children(noun, "prep", "agent"), *_behind(tree, noun)) if tree.tokens[p].lemma == "by"]
    if by:
        return _speaking(tree, behind_by(tree, by[0]))
    force = _involved(tree, noun)
    return force if force is not None else _before_deed(tree, noun)


def _before_deed(tree: Tree, noun: int) -> int | None:
    """Who stands before a deed: "police firing", "a rebel attack"."""
    one_way = tree.tokens[noun].lemma not in words(LEXICON, "cause", "two_way")
    before = reversed(tree.children(noun, *MODIFIERS, "nsubj"))
    return next((c for c in before if _acts(tree, c, one_way=one_way)), None)


def _involved(tree: Tree, noun: int) -> int | None:
    """The force in "an officer-involved shooting", with or without the hyphen; "officers involved in the shooting"."""
    link = tree.tokens[noun].head
    clause = tree.tokens[link].head
    is_told = (tree.lower[link], tree.lower[clause], tree.tokens[clause].dep) == ("in", "involved", "acl")
    if is_told and is_force(tree, tree.tokens[clause].head):
        return tree.tokens[clause].head
    told = [c for c in (*tree.children(noun, "amod"), max(0, noun - 1)) if tree.lower[c] == "involved"]
    return next((i for c in told for i in tree.children(c, *BEFORE_INVOLVED) if is_force(tree, i)), None)


def _behind(tree: Tree, noun: int) -> list[int]:
    """The link right behind a noun that the parser hangs on the noun above: "the toll from the raid by police"."""
    above = tree.tokens[tree.tokens[noun].head].head
    is_link = tree.tokens[noun].dep == "pobj" and tree.tokens[above].pos in NOMINAL
    return [p for p in tree.children(above, "prep") if p == noun + 1] if is_link else []


def _launcher(tree: Tree, thing: int) -> int | None:
    """Who let a thing fly: "a bullet fired by a soldier", "a canister that police had fired"."""
    clauses = (
        c for c in tree.children(thing, "acl", "relcl") if tree.tokens[c].lemma in words(LEXICON, "cause", "launches")
    )
    is_somebody = any(
        tree.tokens[c].tag == "WP" for clause in tree.children(thing, "relcl") for c in tree.children(clause, *SUBJECTS)
    )  # "a sniper, who was shot by police"
    told = (who for clause in clauses if (who := _agent_of_verb(tree, clause)) is not None and not is_somebody)
    return next((who for who in told if tree.tokens[who].tag not in {"WDT", "WP"}), None)


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


def sides_of(tree: Tree, fight: int) -> list[int]:
    """Who fought whom, where both are told: "a clash between police and rebels", "when rebels clashed with police"."""
    if tree.tokens[fight].lemma not in words(LEXICON, "cause", "fights"):
        return []
    links = [p for noun in (fight, *_of(tree, fight)) for p in tree.children(noun, "prep")]
    between = [i for p in links if tree.tokens[p].lemma == "between" for i in tree.children(p, "pobj")]
    sides = [side for first in between for side in (first, *tree.children(first, "conj"))]
    if not sides and tree.tokens[fight].pos in VERBAL:
        against = [i for p in links if tree.tokens[p].lemma == "with" for i in tree.children(p, "pobj")]
        sides = [i for i in (subject_of(tree, fight), *against) if i is not None and against]
    return sides if len(sides) == BOTH else []


def _of(tree: Tree, noun: int) -> list[int]:
    return [i for p in tree.children(noun, "prep") if tree.tokens[p].lemma == "of" for i in tree.children(p, "pobj")]


def is_armed(tree: Tree, index: int) -> bool:
    """Tell whether a word names people who fight: a force, rebels, attackers."""
    return is_fighter(tree, index) or is_force(tree, index)


def is_fighter(tree: Tree, index: int) -> bool:
    """Tell whether a word names attackers, or a group of them: "rebels", "a group of rebels"."""
    fighters, token = words(PEOPLE, "combatant") | words(PEOPLE, "perpetrator"), tree.tokens[index]
    is_band = token.lemma in words(LEXICON, "cause", "bands")
    return token.lemma in fighters or (is_band and any(tree.tokens[i].lemma in fighters for i in _of(tree, index)))


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
    return _names_force(tree, index) or _is_band_of_force(tree, index)


def _names_force(tree: Tree, index: int) -> bool:
    tables = (words(LEXICON, "cause", "forces"), words(PEOPLE, "police"), words(PEOPLE, "military"))
    forms = {tree.tokens[index].lemma, tree.lower[index]}
    return any(not forms.isdisjoint(table) for table in tables)


def _is_band_of_force(tree: Tree, index: int) -> bool:
    """Tell whether a group is one of a force's: "a police team", "a unit of the army", "the special task force"."""
    if tree.tokens[index].lemma not in words(LEXICON, "cause", "bands"):
        return False
    inside = tree.children(index, *MODIFIERS)
    if any(_is_sign(tree.lower[c]) for c in inside):
        return True
    links = (c for c in tree.children(index, "prep", "acl") if tree.tokens[c].lemma in BAND_LINKS)
    inside += [i for link in links for i in tree.children(link, "pobj", "dobj")]
    return any(is_force(tree, i) for i in inside)


def _is_sign(word: str) -> bool:
    """Tell whether a word says what a force is for: "the task force", "an anti-gang squad"."""
    return word in words(LEXICON, "cause", "band_signs") or word.startswith("anti")


def attacker(tree: Tree, verb: int) -> int | None:
    """The agent of a verb of attack that can act."""
    return _agent_of_verb(tree, verb) if attacks(tree, verb) else None


def _agent_of_verb(tree: Tree, verb: int) -> int | None:
    by = [i for agent in tree.children(verb, "agent") if (i := behind_by(tree, agent)) is not None]
    has = any(tree.tokens[c].lemma == "have" for c in tree.children(verb, "aux"))
    passive = tree.tokens[verb].tag == "VBN" and (not has or tree.children(verb, "auxpass"))
    who = by[0] if by else None if passive else subject_of(tree, verb)
    if who is not None and by and not can_speak(tree, who):
        return doer_in(tree, who)  # "struck by a canister that police had fired"
    return _speaking(tree, who)


def dealer(tree: Tree, verb: int) -> int | None:
    """Who dealt a wound: "injuries inflicted by police", "wounds that guards had caused"."""
    return _agent_of_verb(tree, verb) if tree.tokens[verb].lemma in words(LEXICON, "cause", "deals") else None


def killer(tree: Tree, verb: int) -> int | None:
    """Who is told with a verb of killing: "the number of miners killed by the police"."""
    is_killing = tree.tokens[verb].lemma in words(LEXICON, "killed", "object")
    return _agent_of_verb(tree, verb) if is_killing else None


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
    if _uses_force(tree, verb):
        return True
    if lemma in words(LEXICON, "cause", "resorts"):
        deeds = [i for p in tree.children(verb, "prep") for i in tree.children(p, "pobj", "pcomp")]
        return any(tree.tokens[i].lemma in words(LEXICON, "cause", "nouns") or attacks(tree, i) for i in deeds)
    return lemma in words(LEXICON, "cause", "verbs") or (lemma in words(LEXICON, "cause", "of_fire") and fire)


def _uses_force(tree: Tree, verb: int) -> bool:
    """Tell whether arms are used by a common verb: "used live rounds", "dispersed crowds with gunfire", "moved in"."""
    lemma = tree.tokens[verb].lemma
    if lemma not in words(LEXICON, "cause", "uses"):
        return False
    links = (p for p in tree.children(verb, "prep") if tree.tokens[p].lemma in {"with", "to"})
    means = [*tree.children(verb, "dobj"), *(i for p in links for i in tree.children(p, "pobj"))]
    told = (i for thing in means for i in (thing, *tree.children(thing, *MODIFIERS, "conj"), *_of(tree, thing)))
    return any(tree.tokens[i].lemma in words(LEXICON, "cause", "arms") for i in told)
