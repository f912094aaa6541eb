"""A casualty phrase in, the head of who did it out, where a cause tells it: "killed in police firing".

The clause's own agent comes first. A thing that killed acts for the people named with it; who is hit is never guessed.
"""

from collections.abc import Iterator

from twosource.extract.attribution import can_speak
from twosource.extract.mention import LEXICON, NOMINAL, Mention, subject_of
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import lexicon, words

MODIFIERS = ("compound", "nmod", "amod", "poss")
PEOPLE = "en/people"
FORCES = ("military", "police", "combatant", "perpetrator")


def agent_of(tree: Tree, mention: Mention) -> int | None:
    """Return the head of who killed, hurt or took the people of a mention, None where the sentence does not tell."""
    if mention.agent is not None:
        return _behind(tree, mention.agent) or mention.agent
    if mention.people.group.role == "perpetrator" or mention.measure not in {"killed", "injured", "hit"}:
        return None
    found = next(_by_cause(tree, mention), None)
    return None if found is None or _are_alike(tree, found, mention) else found


def _behind(tree: Tree, head: int) -> int | None:
    """Who stands behind a thing that acts: the police of "police firing"."""
    return None if can_speak(tree, head) else _doer(tree, head)


def _are_alike(tree: Tree, agent: int, mention: Mention) -> bool:
    """Tell whether agent and victims are of one kind: "two officers died in a police raid" tells of no shooter."""
    status = mention.people.group.status
    return status in FORCES and tree.tokens[agent].text.lower() in words(PEOPLE, status)


def _by_cause(tree: Tree, mention: Mention) -> Iterator[int]:
    for verb in _clauses(tree, mention):
        for noun in _nouns(tree, verb):
            yield from _given(_doer(tree, noun))
        for other in _other_clauses(tree, verb):
            yield from _given(_attacker(tree, other))
        for noun in _held_in(tree, verb):
            yield from _given(_doer(tree, noun) or _maker(tree, noun) or _attacker(tree, noun))


def _held_in(tree: Tree, verb: int) -> Iterator[int]:
    """The happening that a clause with "in which" is told of: "firing at mobs in which four people were killed"."""
    preps = [p for p in tree.children(verb, "prep") if tree.tokens[p].lemma in words(LEXICON, "cause", "links")]
    if tree.tokens[verb].dep != "relcl" or not any(tree.tokens[i].tag == "WDT" for p in preps for i in tree.subtree(p)):
        return
    yield tree.tokens[verb].head
    for above in tree.ancestors(tree.tokens[verb].head):
        yield above
        if tree.tokens[above].pos in VERBAL:
            return


def _maker(tree: Tree, noun: int) -> int | None:
    """Who carried out a happening, the subject of the verb whose object it is: "troops made a raid in which"."""
    above = tree.tokens[noun].head
    if tree.tokens[noun].dep != "dobj" or tree.tokens[noun].lemma not in words(LEXICON, "cause", "nouns"):
        return None
    found = subject_of(tree, above) if tree.tokens[above].lemma in words(LEXICON, "cause", "makes") else None
    return found if found is not None and can_speak(tree, found) else None


def _given(found: int | None) -> Iterator[int]:
    if found is not None:
        yield found


def _clauses(tree: Tree, mention: Mention) -> Iterator[int]:
    """The trigger, the verb a state hangs on ("left two dead"), and what is told of the people themselves."""
    trigger = mention.trigger
    yield trigger
    above = tree.tokens[trigger].head
    if (
        tree.tokens[trigger].dep in {"oprd", "acomp", "attr", "xcomp", "ccomp", "dobj"}
        and tree.tokens[above].pos in VERBAL
    ):
        yield above
    yield mention.people.head
    told = lexicon(LEXICON)["killed"]["object"]
    yield from (c for c in tree.children(mention.people.head, "acl", "relcl") if tree.tokens[c].lemma in told)


def _nouns(tree: Tree, verb: int) -> Iterator[int]:
    """The happenings a verb's subject or prepositions name: "in police firing", "during a raid by troops"."""
    for subject in tree.children(verb, "nsubj"):
        yield from (subject, *tree.children(subject, "conj"))
    for prep in tree.children(verb, "prep", "agent"):
        if tree.tokens[prep].lemma in words(LEXICON, "cause", "links"):
            for noun in tree.children(prep, "pobj"):
                yield from (noun, *tree.children(noun, "conj"))
        yield from (i for p in tree.children(prep, "prep") for i in tree.children(p, "pobj"))


def _doer(tree: Tree, noun: int) -> int | None:
    """Who fires in "police firing" or "firing by the police"; None where it may be the target."""
    lemma = tree.tokens[noun].lemma
    if _fires(tree, noun):
        return noun
    if tree.tokens[noun].pos not in NOMINAL | {"VERB"} or lemma not in words(LEXICON, "cause", "nouns"):
        return None
    by = [
        i
        for p in tree.children(noun, "prep", "agent")
        if tree.tokens[p].lemma == "by"
        for i in tree.children(p, "pobj")
    ]
    if by:
        return by[0] if can_speak(tree, by[0]) else None
    one_way = lemma not in words(LEXICON, "cause", "two_way")
    return next((c for c in tree.children(noun, *MODIFIERS) if _acts(tree, c, one_way=one_way)), None)


def _fires(tree: Tree, noun: int) -> bool:
    """Tell whether a force has its deed right behind it, as the parser takes "police firing" apart."""
    forms = {tree.tokens[noun].text.lower(), tree.tokens[noun].lemma}
    behind = (c for c in tree.children(noun, "acl") if c == noun + 1 and tree.tokens[c].tag == "VBG")
    return bool(forms & words(LEXICON, "cause", "forces")) and any(_attacks(tree, c) for c in behind)


def _acts(tree: Tree, index: int, *, one_way: bool) -> bool:
    """Tell whether a modifier names who acts: fighters or a nation always, a force or a state where none is hit so."""
    token = tree.tokens[index]
    forms = {token.text.lower(), token.lemma}
    name = tree.name(index)
    if any(forms & words(PEOPLE, table) for table in ("combatant", "perpetrator")):
        return True
    if name is not None and name.kind == "nationality":
        return True
    return one_way and bool(forms & words(LEXICON, "cause", "forces"))


def _other_clauses(tree: Tree, verb: int) -> Iterator[int]:
    """The clauses of cause beside a verb: "when police opened fire", "after being shot by troops"."""
    beside = tree.children(verb, "conj")
    yield from tree.children(verb, "advcl")
    yield from beside
    yield from (clause for other in beside for clause in tree.children(other, "advcl"))
    for prep in tree.children(verb, "prep"):
        yield from tree.children(prep, "pcomp")
    if tree.tokens[verb].dep in {"conj", "advcl"}:
        yield tree.tokens[verb].head


def _attacker(tree: Tree, verb: int) -> int | None:
    """The agent of a verb of attack that can act."""
    token = tree.tokens[verb]
    if token.pos not in VERBAL or not _attacks(tree, verb):
        return None
    by = [i for agent in tree.children(verb, "agent") for i in tree.children(agent, "pobj")]
    passive = tree.children(verb, "auxpass", "nsubjpass") or token.tag == "VBN"
    found = by[0] if by else None if passive else subject_of(tree, verb)
    return found if found is not None and can_speak(tree, found) else None


def _attacks(tree: Tree, verb: int) -> bool:
    lemma = tree.tokens[verb].lemma
    fire = any(tree.tokens[c].lemma == "fire" for c in tree.children(verb, "dobj"))
    return lemma in words(LEXICON, "cause", "verbs") or (lemma in words(LEXICON, "cause", "of_fire") and fire)
