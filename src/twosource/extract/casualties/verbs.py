"""Casualties told by a verb or a state: "killed 30", "30 were killed", "30 died", "left 30 dead"."""

from collections.abc import Iterator
from dataclasses import replace

from twosource.extract.casualties.assailants import is_force
from twosource.extract.casualties.headlines import headline
from twosource.extract.casualties.scene import first_left, found_or_recovering, owner_of_part
from twosource.extract.casualties.taken import has_particle, takes
from twosource.extract.people.conjuncts import conjuncts
from twosource.extract.people.counted import people
from twosource.extract.people.mention import LEXICON, SUBJECTS, Mention, is_captive, mentioned, subject_of
from twosource.extract.people.standins import counted_whom, is_each_other, meant_by_who, one_more
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import words
from twosource.model.claim import Measure

WITHOUT_VERB = frozenset({"ROOT", "amod", "conj"})


def suffered(tree: Tree, verb: int, measure: Measure) -> Iterator[Mention]:
    """Read "Killed 30 people", "30 people were killed", "30 people killed in", and headline "30 Killed"."""
    if not has_particle(tree, verb) or not takes(tree, verb, measure):
        return
    if objects := [owner_of_part(tree, _self(tree, verb, head)) for head in _objects(tree, verb)]:
        yield from (m for whom in objects for m in mentioned(tree, verb, whom, measure, "verb and object"))
    elif (whom := _whom_behind(tree, verb)) is not None:
        of_whom = mentioned(tree, verb, whom, measure, "verb and object")
        yield from (replace(mention, agent=tree.tokens[verb].head) for mention in of_whom)
    elif (passive := _passive(tree, verb)) is not None:
        yield from mentioned(tree, verb, owner_of_part(tree, meant(tree, verb, passive)), measure, "passive")
    elif (found := _told_before(tree, verb)) is not None:
        yield from mentioned(tree, verb, found, measure, "passive")
    elif (behind := _told_behind(tree, verb)) is not None:
        yield from mentioned(tree, verb, behind, measure, "participle")
    elif _is_reduced(tree, verb):
        whole = _of_so_many(tree, first_left(tree, tree.tokens[verb].head))
        yield from mentioned(tree, verb, whole, measure, "participle")
    else:
        yield from headline(tree, verb, measure)


def _is_reduced(tree: Tree, verb: int) -> bool:
    """Tell whether a participle hangs on its people ("the people shot"), though the parser sees a past form."""
    token = tree.tokens[verb]
    past = token.tag == "VBN" or (token.dep == "acl" and token.tag == "VBD")
    return token.dep in {"acl", "relcl"} and past and not tree.children(verb, "nsubj")


def _told_behind(tree: Tree, verb: int) -> int | None:
    """The object whose end a participle behind a comma tells: "freed Ana Ruiz, kidnapped on Friday"."""
    token = tree.tokens[verb]
    bare = not tree.children(verb, "nsubj", "nsubjpass", "aux", "auxpass", "mark", "dobj")
    if token.dep != "advcl" or token.tag != "VBN" or not bare or min(tree.subtree(verb)) != verb:
        return None
    if verb < 2 or tree.tokens[verb - 1].text != ",":
        return None
    objects = (c for c in tree.children(token.head, "dobj") if c == verb - 2)
    return next((c for c in objects if people(tree, c)), None)


def _of_so_many(tree: Tree, head: int) -> int:
    """Read "one of five people shot" as five people shot, wherever the parser hangs the participle."""
    of = next((c for c in tree.children(head, "prep") if tree.tokens[c].lemma == "of"), None)
    inner = tree.child(of, "pobj") if of is not None and tree.tokens[head].lemma == "one" else None
    return inner if inner is not None and any(tree.number(c) for c in tree.children(inner, "nummod")) else head


def _objects(tree: Tree, verb: int) -> list[int]:
    """The objects of a verb, or the noun its relative clause hangs on: "the man (whom) police shot"."""
    objects = [i for i in tree.children(verb, "dobj") if not is_captive(tree, i)] or _behind_dead(tree, verb)
    joined = {other for head in objects for other in conjuncts(tree, head)}
    joined |= {head for head in objects[1:] if _has_own_fate(tree, verb, head)}
    own = [meant(tree, verb, head) for head in objects if head not in joined]
    subject, token = tree.child(verb, "nsubj"), tree.tokens[verb]
    if own or subject is None or token.dep != "relcl" or token.tag not in {"VBD", "VBN"}:
        return own
    told = [subject, *tree.children(verb, "advmod", "nsubjpass")]
    return [] if any(tree.tokens[i].tag in {"WP", "WDT", "WRB"} for i in told) else [token.head]


def _whom_behind(tree: Tree, verb: int) -> int | None:
    """The people of "the teachers that the rebels killed were", where the parser reads rebels killed."""
    token = tree.tokens[verb]
    clause = tree.tokens[token.head].head
    if token.dep != "acl" or tree.tokens[token.head].dep not in SUBJECTS or tree.tokens[clause].dep != "relcl":
        return None
    whom = (tree.tokens[i].tag for i in tree.children(clause, "dobj"))
    return tree.tokens[clause].head if any(tag in {"WDT", "WP"} for tag in whom) else None


def _has_own_fate(tree: Tree, verb: int, head: int) -> bool:
    """Tell whether a second object of a verb was hurt, not killed: "killed 10 and more than 30 people injured"."""
    hurt = words(LEXICON, "injured", "object")
    of_death = tree.tokens[verb].lemma in words(LEXICON, "killed", "object")
    return of_death and any(tree.tokens[c].lemma in hurt for c in tree.children(head, "acl"))


def _behind_dead(tree: Tree, verb: int) -> list[int]:
    """The object that the parser misses behind "dead": "shot dead a teenager"."""
    dead = tree.child(verb, "oprd", "acomp", "advcl")
    if dead is None or dead != verb + 1 or tree.lower[dead] != "dead" or tree.children(verb, "auxpass"):
        return []
    return [c for c in tree.children(verb, "npadvmod") if min(tree.subtree(c)) == dead + 1]


def _passive(tree: Tree, verb: int) -> int | None:
    """The subject; where the parser makes a dateline one too ("Riva, Va. - Five people were shot"), that of people."""
    if _is_figurative(tree, verb):
        return None
    subjects = tree.children(verb, "nsubjpass")
    of_people = (s for s in subjects if people(tree, s)) if len(subjects) > 1 else iter(subjects)
    return next(of_people, next(iter(subjects), None))


def _is_figurative(tree: Tree, verb: int) -> bool:
    """Tell whether what hit or struck somebody is no thing: "struck by the silence"."""
    by = [i for agent in tree.children(verb, "agent") for i in tree.children(agent, "pobj")]
    told = tree.tokens[verb].lemma in words(LEXICON, "figurative", "verbs")
    return told and any(tree.tokens[i].lemma in words(LEXICON, "figurative", "agents") for i in by)


def _told_before(tree: Tree, verb: int) -> int | None:
    """The people of a participle without a subject of its own, told in the clause before it."""
    found = found_or_recovering(tree, verb)
    if found is None and (found := one_more(tree, verb)) is None:
        found = _turned_round(tree, verb)
    if found is None:
        found = _done_before(tree, verb)
    return _shared(tree, verb) if found is None and tree.tokens[verb].dep == "conj" else found


def _done_before(tree: Tree, verb: int) -> int | None:
    """Who did something "before being killed by police": one or several who are counted."""
    before, being = tree.tokens[verb].head, tree.children(verb, "auxpass")
    is_such = tree.tokens[verb].dep == "pcomp" and tree.lower[before] == "before"
    if not is_such or not any(tree.lower[c] == "being" for c in being) or tree.children(verb, *SUBJECTS):
        return None
    clauses = [i for i in tree.ancestors(before) if tree.tokens[i].pos in VERBAL]
    subjects = ((clause, own) for clause in clauses if (own := tree.child(clause, *SUBJECTS)) is not None)
    found = next((meant(tree, clause, subject) for clause, subject in subjects), None)
    is_counted = found is not None and any(counted.low is not None for counted in people(tree, found))
    return found if is_counted else None


def _turned_round(tree: Tree, verb: int) -> int | None:
    """The people behind the verb in "Also wounded were a guard and a nurse"."""
    if tree.tokens[verb].tag != "VBN":
        return None
    above = tree.tokens[verb].head
    is_first = tree.tokens[verb].dep in {"nsubj", "csubj"} and verb < above
    behind = [above] if is_first else [c for c in tree.children(verb, "auxpass") if c > verb]
    found = (tree.child(be, "attr") for be in behind if tree.tokens[be].lemma == "be")
    return next((people for people in found if people is not None), None)


def _shared(tree: Tree, verb: int) -> int | None:
    """The people of a second participle: "were shot and killed", "left and were arrested"; not "5 killed, 2 hurt"."""
    if tree.children(verb, "nsubj", "nsubjpass", "nummod"):
        return None
    passive = tree.child(tree.tokens[verb].head, "nsubjpass")
    return subject_of(tree, verb) if passive is None and tree.children(verb, "auxpass") else passive


def _self(tree: Tree, verb: int, head: int) -> int | None:
    """Who "himself" is, and whom men hurt who shot "each other": the subject of the verb, or of the clause above."""
    if tree.tokens[head].text.lower() not in words(LEXICON, "reflexive") and not is_each_other(tree, head):
        return head
    own = subject_of(tree, verb)
    if own is not None:
        return meant(tree, verb, own)
    above = (tree.child(a, "nsubj", "nsubjpass") for a in tree.ancestors(verb))
    return next((subject for subject in above if subject is not None), None)


def meant(tree: Tree, verb: int, subject: int) -> int:
    """Read "who" and "they" stand for the noun their clause belongs to, or the people told of just before."""
    token = tree.tokens[subject]
    if token.tag in {"WP", "WDT"} and tree.tokens[verb].dep == "relcl":
        return meant_by_who(tree, tree.tokens[verb].head) if token.tag == "WP" else tree.tokens[verb].head
    if token.text.lower() == "both" and counted_whom(tree, subject) and tree.tokens[verb].dep == "relcl":
        return tree.tokens[verb].head  # "a woman and a boy, both of whom were shot"
    if token.text.lower() == "they" and (earlier := _plural_before(tree, verb)) is not None:
        return earlier
    return subject


def _plural_before(tree: Tree, verb: int) -> int | None:
    """The subject of the clause above, where it is a plurality of named or counted people."""
    for ancestor in tree.ancestors(verb):
        subject = tree.child(ancestor, "nsubjpass", "nsubj")
        if subject is not None and subject < verb and tree.children(subject, "conj", "nummod"):
            return subject
    return None


def befell(tree: Tree, verb: int, measure: Measure) -> Iterator[Mention]:
    """Read "30 people died", where the verb's subject suffers."""
    own = tree.child(verb, "nsubj", "nsubjpass")
    shared = subject_of(tree, verb) if tree.tokens[verb].dep == "conj" or _is_reported(tree, verb) else None
    subject = meant(tree, verb, own) if own is not None else shared
    yield from mentioned(tree, verb, subject, measure, "verb and subject")


def _is_reported(tree: Tree, verb: int) -> bool:
    """Tell whether people are told to have fallen: "are thought to have died", "is reported to have died"."""
    return (
        _has(tree, verb)
        and tree.tokens[verb].dep == "xcomp"
        and bool(tree.children(tree.tokens[verb].head, "nsubjpass"))
    )


def state(tree: Tree, index: int, measure: Measure) -> Iterator[Mention]:
    """Read "30 dead", "30 people dead", "left 30 dead", "30 were injured", "two dead, five injured"."""
    token = tree.tokens[index]
    if token.pos in VERBAL and (token.tag in {"VB", "VBD", "VBP", "VBZ"} or _is_perfect(tree, index)):
        return  # a finite verb or a perfect acts: "Gunmen abducted five", "he had just killed"
    if token.tag == "JJ" and (bare := tree.child(index, "nsubj")) is not None and token.dep in WITHOUT_VERB:
        yield from mentioned(tree, index, bare, measure, "state")  # "One man dead, two others hurt in Riva"
        return
    alone = measure == "missing" and token.dep == "ROOT"  # "Two are missing", which the parser takes for a verb
    if (token.dep in {"acomp", "attr", "oprd", "ccomp", "xcomp"} or alone) and tree.tokens[token.head].pos in VERBAL:
        own = tree.child(index, "nsubj", "nsubjpass")
        if token.dep == "oprd" and _behind_dead(tree, token.head):
            return
        held = tree.child(token.head, "dobj") if token.dep == "oprd" else None
        named = own if own is not None else held if held is not None else _bare_count(tree, index)
        head = named if named is not None else _whose_state(tree, token.head)
        yield from mentioned(tree, index, head, measure, "state")
    elif token.dep == "amod" and _is_of_people(tree, index) and token.lemma != "deceased":
        head = token.head
        if tree.tokens[index].start > tree.tokens[head].start or (measure == "captured" and token.tag == "VBN"):
            yield from mentioned(tree, index, head, measure, "state")
    elif token.tag not in {"VBD", "VB", "VBZ", "VBP", "VBG"} and (count := _bare_count(tree, index)) is not None:
        yield from mentioned(tree, index, count, measure, "count and state")


def _whose_state(tree: Tree, verb: int) -> int | None:
    """The subject of a verb with a state; not who found others so: "inside, police found Ana Berg, 33, dead".

    Nor who speaks of it: "he wrote: martyred with him were his sons".
    """
    subject = subject_of(tree, verb)
    if tree.children(verb, "auxpass", "nsubjpass"):
        return subject
    finds = tree.tokens[verb].lemma == "find" and subject is not None and is_force(tree, subject)
    return None if finds or tree.tokens[verb].lemma in words(LEXICON, "reckoned", "telling") else subject


def _is_of_people(tree: Tree, state: int) -> bool:
    """Tell whether a state hangs on a noun, or on the number before it: "93 dead and 55 wounded"."""
    above = tree.tokens[state].head
    return tree.tokens[above].pos == "NOUN" or (tree.tokens[above].pos == "NUM" and above == state - 1)


def _is_perfect(tree: Tree, verb: int) -> bool:
    return _has(tree, verb) and not tree.children(verb, "auxpass")


def _has(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[child].lemma == "have" for child in tree.children(verb, "aux"))


def _bare_count(tree: Tree, index: int) -> int | None:
    """The number that counts a state used as a noun: "two dead", "15 wounded"."""
    ahead = [index - 1] if index and _counts_behind(tree, index - 1) else []  # "first reported five dead"
    counts = (c for c in (*tree.children(index, "nummod", "nsubj"), *ahead) if tree.number(c) is not None)
    return next(counts, one_more(tree, index))


def _counts_behind(tree: Tree, index: int) -> bool:
    """Tell whether a number is a verb's object: "reported five dead", "cited between 17 and 20 killed"."""
    number, token = tree.number(index), tree.tokens[index]
    is_range = number is not None and number.low != number.high and number.low is not None and token.dep == "conj"
    return token.dep == "dobj" or is_range
