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
TOLL = "toll"  # the pattern of counts told by a noun
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
            yield from _given(_doer(tree, noun) or _opponent(tree, noun))
        for other in _other_clauses(tree, verb):
            yield from _given(_attacker(tree, other))
        for noun in _held_in(tree, verb):
            yield from _given(_doer(tree, noun) or _maker(tree, noun) or _attacker(tree, noun))
    for verb in _clauses(tree, mention):
        for noun in _nouns(tree, verb):
            yield from _given(_fired_before(tree, noun))


def _fired_before(tree: Tree, noun: int) -> int | None:
    """Who fired in "the firing" told of just before, where only one did: "Police fired. In the firing two died"."""
    known = any(tree.tokens[c].text.lower() in {"the", "this"} for c in tree.children(noun, "det"))
    if not known or tree.tokens[noun].lemma not in words(LEXICON, "cause", "firing"):
        return None
    sentence = tree.sentence_number(noun)
    before = range(tree.sentences[max(0, sentence - 1)].first, tree.sentences[sentence].first)
    verbs = (i for i in before if tree.tokens[i].pos in VERBAL)
    fired = [i for i in verbs if _attacks(tree, i) and tree.tokens[i].lemma in words(LEXICON, "cause", "fires")]
    who = [found for i in fired if (found := _attacker(tree, i)) is not None]
    return who[0] if len(who) == len(fired) == 1 else None


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
    yield from _leading_to(tree, trigger)
    yield mention.people.head
    if mention.pattern.startswith(TOLL):
        yield from _counted(tree, trigger)
    told = lexicon(LEXICON)["killed"]["object"]
    yield from (c for c in tree.children(mention.people.head, "acl", "relcl") if tree.tokens[c].lemma in told)


def _leading_to(tree: Tree, death: int) -> Iterator[int]:
    """The verb that leads to a death: "the raid resulted in the death of two", "fired, leading to two deaths"."""
    link = tree.tokens[death].head
    verb = tree.tokens[link].head
    if tree.tokens[death].dep == "pobj" and tree.tokens[verb].lemma in words(LEXICON, "cause", "results"):
        yield verb


def _counted(tree: Tree, toll: int) -> Iterator[int]:
    """The deeds that a toll counts: "the number of those killed in police firing"."""
    below = (i for p in tree.children(toll, "prep") for i in tree.children(p, "pobj"))
    return (c for i in below for c in tree.children(i, "acl") if tree.tokens[c].tag == "VBN")


def _nouns(tree: Tree, verb: int) -> Iterator[int]:
    """The happenings a verb's subject or prepositions name: "in police firing", "during a raid by troops"."""
    for subject in tree.children(verb, "nsubj"):
        yield from (subject, *tree.children(subject, "conj"))
    for prep in tree.children(verb, "prep", "agent"):
        if tree.tokens[prep].lemma in words(LEXICON, "cause", "links"):
            for noun in tree.children(prep, "pobj"):
                yield from (noun, *tree.children(noun, "conj"))
        yield from (i for p in tree.children(prep, "prep") for i in tree.children(p, "pobj"))
        yield from (i for wound in tree.children(prep, "pobj") for i in _wounded_in(tree, wound))


def _wounded_in(tree: Tree, wound: int) -> Iterator[int]:
    """Where a wound was received: "died of injuries sustained in police firing"."""
    verbs = tree.children(wound, "acl") if tree.tokens[wound].lemma in words(LEXICON, "hurt", "signs") else []
    return (i for verb in verbs for p in tree.children(verb, "prep") for i in tree.children(p, "pobj"))


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
    before = tree.children(noun, *MODIFIERS, *(("nsubj",) if tree.tokens[noun].tag == "VBG" else ()))
    return next((c for c in before if _acts(tree, c, one_way=one_way)), None)


def _opponent(tree: Tree, noun: int) -> int | None:
    """Whom a fight was with: "killed in an encounter with the police"; who fell with them is told by ``_are_alike``."""
    if tree.tokens[noun].lemma not in words(LEXICON, "cause", "fights"):
        return None
    links = (p for p in tree.children(noun, "prep") if tree.tokens[p].lemma == "with")
    against = (i for p in links for i in tree.children(p, "pobj"))
    return next((i for i in against if _is_armed(tree, i)), None)


def _is_armed(tree: Tree, index: int) -> bool:
    forms = {tree.tokens[index].text.lower(), tree.tokens[index].lemma}
    tables = (words(PEOPLE, "combatant"), words(PEOPLE, "perpetrator"), words(LEXICON, "cause", "forces"))
    return can_speak(tree, index) and any(forms & table for table in tables)


def _fires(tree: Tree, noun: int) -> bool:
    """Tell whether a force has its deed right behind it, as the parser takes "police firing" apart."""
    forms = {tree.tokens[noun].text.lower(), tree.tokens[noun].lemma}
    deed = noun + 1
    if deed == len(tree.tokens) or tree.tokens[deed].dep != "acl" or tree.tokens[deed].tag != "VBG":
        return False
    is_its = tree.tokens[deed].head in {noun, *tree.ancestors(noun)}  # "the toll in the police firing rose"
    return is_its and bool(forms & words(LEXICON, "cause", "forces")) and _attacks(tree, deed)


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
    if lemma in words(LEXICON, "cause", "resorts"):
        deeds = [i for p in tree.children(verb, "prep") for i in tree.children(p, "pobj", "pcomp")]
        return any(tree.tokens[i].lemma in words(LEXICON, "cause", "nouns") or _attacks(tree, i) for i in deeds)
    return lemma in words(LEXICON, "cause", "verbs") or (lemma in words(LEXICON, "cause", "of_fire") and fire)
