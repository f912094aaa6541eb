"""A casualty phrase in, the head of who did it out, where a cause tells it: "killed in police firing".

The clause's own agent comes first. A thing that killed acts for the people named with it; who is hit is never guessed.
"""

from collections.abc import Iterator

from twosource.extract.casualties.assailants import (
    attacker,
    beater_of,
    dealer,
    doer_in,
    is_armed,
    is_fighter,
    is_force,
    killer,
    opponent_in,
    sides_of,
)
from twosource.extract.people.mention import LEXICON, NOMINAL, SUBGROUP, SUBJECTS, Mention, behind_by, subject_of
from twosource.extract.speech.attribution import can_speak
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import lexicon, words

PEOPLE = "en/people"
TOLL = "toll"  # the pattern of counts told by a noun
FORCES = ("military", "police", "combatant")
INSIDE = frozenset({"in", "during"})


def agent_of(tree: Tree, mention: Mention) -> int | None:
    """Return the head of who killed, hurt or took the people of a mention, None where the sentence does not tell."""
    if mention.agent is not None:
        return _behind(tree, mention, mention.agent)
    if mention.measure == "captured":
        return _raider(tree, mention.trigger)
    is_attacker = mention.people.group.role == "perpetrator"  # whom only a force strikes
    found = next((who for who in _by_cause(tree, mention) if not is_attacker or is_force(tree, who)), None)
    return None if found is None or are_alike(tree, found, mention) else found


def _behind(tree: Tree, mention: Mention, agent: int) -> int:
    """Who stands behind a thing that acts: "police firing", "fired at a car that fled, killing two"."""
    if can_speak(tree, agent):
        return agent
    above = tree.ancestors(mention.trigger) if tree.tokens[mention.trigger].dep == "advcl" else iter(())
    firing = (who for verb in above if (who := attacker(tree, verb)) is not None)
    agent = _told_of_by(tree, agent)
    told = [i for p in tree.children(agent, "prep") for i in tree.children(p, "pobj")]
    behind = (who for thing in (agent, *told) if (who := doer_in(tree, thing)) is not None)  # "a burst of police fire"
    return _first(next(behind, None), next(firing, None), agent)


def _raider(tree: Tree, trigger: int) -> int | None:
    """Who took people in a raid: "arrested in a police raid".

    No other cause tells it: who is arrested after he shot, or after his son shot, was the cause (20 of 25 read).
    """
    links = (p for p in tree.children(trigger, "prep") if tree.tokens[p].lemma in INSIDE)
    nouns = (noun for p in links for i in tree.children(p, "pobj") for noun in (i, *tree.children(i, "conj")))
    told = (doer_in(tree, noun) for noun in nouns if tree.tokens[noun].lemma in words(LEXICON, "cause", "raids"))
    return next((who for who in told if who is not None), None)


def _first(*heads: int | None) -> int:
    """The first head told; the last is always told. A head may be 0, the first word of a report."""
    return next(head for head in heads if head is not None)


def are_alike(tree: Tree, agent: int, mention: Mention) -> bool:
    """Tell whether agent and victims are of one kind: "two officers died in a police raid" tells of no shooter."""
    status = mention.people.group.status
    return status in FORCES and tree.tokens[agent].text.lower() in words(PEOPLE, status)


def _by_cause(tree: Tree, mention: Mention) -> Iterator[int]:
    whom = mention.people.head
    yield from _given(beater_of(tree, tree.tokens[whom].head, whom))  # "shot a driver, who died"
    yield from _given(doer_in(tree, mention.trigger) if _is_deed_of(tree, mention.trigger) else None)
    yield from _given(*(_by_behind(tree, verb) for verb in _killed_too(tree, mention.trigger)))
    for verb in _clauses(tree, mention):
        yield from _in_nouns(tree, verb)
        yield from _given(dealer(tree, verb))
        yield from _given(killer(tree, verb)) if mention.pattern.startswith(TOLL) else ()
        yield from _given(*(_other_side(tree, fight, mention) for fight in _nouns(tree, verb)))
        for other in (*_other_clauses(tree, verb), *_at_a_place(tree, verb)):
            yield from _given(attacker(tree, other), beater_of(tree, other, whom), _other_side(tree, other, mention))
            yield from _given(_breaker_up(tree, other))
        for noun in _held_in(tree, verb):
            yield from _given(doer_in(tree, noun), opponent_in(tree, noun), _maker(tree, noun), attacker(tree, noun))
    for verb in _clauses(tree, mention):
        yield from (who for noun in _nouns(tree, verb) for who in _given(_fired_before(tree, noun)))
    for verb in _sharing(tree, mention.trigger):
        yield from _in_nouns(tree, verb)


def _is_deed_of(tree: Tree, trigger: int) -> bool:
    """Tell whether a noun is told of whom it befell: "the police shooting of a boy"."""
    of = (p for p in tree.children(trigger, "prep") if tree.tokens[p].lemma == "of")
    return tree.tokens[trigger].pos in NOMINAL and next(of, None) is not None


def _killed_too(tree: Tree, trigger: int) -> list[int]:
    """The verb of killing that ends what another began: "a man shot and killed by troopers"."""
    deadly, own = words(LEXICON, "killed", "object"), ("dobj", *SUBJECTS)
    joined = (c for c in tree.children(trigger, "conj") if tree.tokens[c].lemma in deadly)
    return [c for c in joined if tree.tokens[trigger].pos in VERBAL and not tree.children(c, *own)]


def _by_behind(tree: Tree, verb: int) -> int | None:
    by = (i for agent in tree.children(verb, "agent") if (i := behind_by(tree, agent)) is not None)
    return next((who for who in by if can_speak(tree, who)), None)


def _in_nouns(tree: Tree, verb: int) -> Iterator[int]:
    for noun in _nouns(tree, verb):
        yield from _given(doer_in(tree, noun), opponent_in(tree, noun))


def _other_side(tree: Tree, fight: int, mention: Mention) -> int | None:
    """Whom those who fell fought: "a rebel fell in a clash between rebels and the army"; they are of one side alone."""
    sides = sides_of(tree, fight) if not mention.people.parts else []
    own = [side for side in sides if _is_of_side(tree, side, mention)]
    others = [side for side in sides if side not in own]
    return others[0] if len(own) == len(others) == 1 and is_armed(tree, others[0]) else None


def _is_of_side(tree: Tree, side: int, mention: Mention) -> bool:
    """Tell whether those who fell are of a side: told by the same word, by "they", or of the same kind of fighters."""
    head = mention.people.head
    if tree.tokens[head].lemma == tree.tokens[side].lemma or tree.tokens[side].pos == "PRON":
        return True
    both = (head, side)
    return all(is_force(tree, i) for i in both) or all(is_fighter(tree, i) for i in both)


def _breaker_up(tree: Tree, verb: int) -> int | None:
    """The force that acts against a crowd, in a clause that tells when people fell: "as police cleared the square"."""
    who = subject_of(tree, verb)
    particles = {tree.lower[c] for c in tree.children(verb, "prt", "advmod")}
    needed = lexicon(LEXICON)["cause"]["clearing"].get(tree.tokens[verb].lemma)
    is_clearing = needed is not None and (not needed or not particles.isdisjoint(needed))
    is_clause = tree.tokens[verb].dep == "advcl" and bool(tree.children(verb, "mark", "advmod"))
    return who if is_clearing and is_clause and who is not None and is_force(tree, who) else None


def _sharing(tree: Tree, trigger: int) -> Iterator[int]:
    """Who else fell in the same words, whose cause is told once, last: "one was killed and six injured in firing".

    Not where the first has its own way of dying: "four were burnt and two injured in firing", "killed in a crash and".
    """
    own = {tree.tokens[p].lemma for p in tree.children(trigger, "prep")}
    links = words(LEXICON, "cause", "links")
    if tree.tokens[trigger].lemma not in words(LEXICON, "cause", "plain") or not own.isdisjoint(links):
        return
    for other in tree.children(trigger, "conj"):
        yield other
        yield from tree.children(other, "acl")


def _fired_before(tree: Tree, noun: int) -> int | None:
    """Who fired in "the firing" told of just before, where only one did: "Police fired. In the firing two died"."""
    known = any(tree.tokens[c].text.lower() in {"the", "this"} for c in tree.children(noun, "det"))
    if not known or tree.tokens[noun].lemma not in words(LEXICON, "cause", "firing"):
        return None
    sentence = tree.sentence_number(noun)
    before = range(tree.sentences[max(0, sentence - 1)].first, tree.sentences[sentence].first)
    fires = words(LEXICON, "cause", "fires")
    fired = [i for i in before if tree.tokens[i].pos in VERBAL and tree.tokens[i].lemma in fires]
    who = [found for i in fired if (found := attacker(tree, i)) is not None]
    return who[0] if len(who) == len(fired) == 1 else None


def _held_in(tree: Tree, verb: int) -> Iterator[int]:
    """The happening that a clause with "in which" is told of: "firing at mobs in which four people were killed"."""
    behind = (i for p in tree.children(verb, "prep") for i in tree.subtree(p))
    if tree.tokens[verb].dep == "relcl" and any(tree.tokens[i].tag == "WDT" for i in behind):
        yield from tree.ancestors(verb)


def _maker(tree: Tree, noun: int) -> int | None:
    """Who carried out a happening, the subject of the verb whose object it is: "troops made a raid in which"."""
    above = tree.tokens[noun].head
    is_deed = tree.tokens[noun].lemma in words(LEXICON, "cause", "nouns")
    return subject_of(tree, above) if is_deed and tree.tokens[above].lemma in words(LEXICON, "cause", "makes") else None


def _given(*found: int | None) -> Iterator[int]:
    return (head for head in found if head is not None)


def _clauses(tree: Tree, mention: Mention) -> Iterator[int]:
    """The trigger, the verb a state hangs on ("left two dead"), and what is told of the people themselves."""
    trigger = mention.trigger
    if mention.pattern.startswith(SUBGROUP):
        yield from tree.children(mention.people.head, "acl")  # "a toll of 16, six of them killed in police firing"
    yield trigger
    yield from _killed_too(tree, trigger)
    above = tree.tokens[trigger].head
    if tree.tokens[trigger].dep in {"oprd", "acomp", "attr", "xcomp", "dobj"}:
        yield above
    if tree.tokens[trigger].dep == "amod" and tree.tokens[above].dep == "dobj":
        yield tree.tokens[above].head  # "left three people dead"
    share = tree.tokens[above].head if tree.lower[above] == "of" else trigger  # "two of the deaths occurred in"
    above = tree.tokens[share].head
    if tree.tokens[share].dep in SUBJECTS and tree.tokens[above].lemma in words(LEXICON, "cause", "comes"):
        yield above  # "her death came after a policeman hit her", "two deaths were reported in police firing"
    yield from _leading_to(tree, trigger)
    yield from _wounding(tree, trigger)
    yield mention.people.head
    if mention.pattern.startswith(TOLL):
        yield from _counted(tree, trigger)


def _wounding(tree: Tree, death: int) -> Iterator[int]:
    """What is told of a wound somebody died of: "a wound he received when troops fired", "injuries inflicted by"."""
    wounds = (i for p in tree.children(death, "prep") for i in tree.children(p, "pobj"))
    for wound in wounds:
        if tree.tokens[wound].lemma in words(LEXICON, "hurt", "signs"):
            yield from tree.children(wound, "acl", "relcl")


def _leading_to(tree: Tree, death: int) -> Iterator[int]:
    """The verb that leads to a death: "the raid resulted in the death of two", "fired, leading to two deaths"."""
    verb = tree.tokens[tree.tokens[death].head].head
    if tree.tokens[verb].lemma in words(LEXICON, "cause", "results"):
        yield verb


def _counted(tree: Tree, toll: int) -> Iterator[int]:
    """The deeds that a toll counts: "the number of those killed in police firing"."""
    of = (p for p in tree.children(toll, "prep") if tree.tokens[p].lemma == "of")
    below = (i for p in of for i in tree.children(p, "pobj"))
    return (c for i in below for c in tree.children(i, "acl"))


def _nouns(tree: Tree, verb: int) -> Iterator[int]:
    """The happenings a verb's subject or prepositions name: "in police firing", "during a raid by troops"."""
    for own in tree.children(verb, "nsubj", "csubj"):
        subject = _told_of_by(tree, own)
        yield from (subject, *tree.children(subject, "conj"))
    for prep in tree.children(verb, "prep", "agent"):
        if tree.lower[prep] in words(LEXICON, "cause", "links"):
            for noun in tree.children(prep, "pobj"):
                yield from (noun, *tree.children(noun, "conj"))
        yield from (i for noun in tree.children(prep, "pobj") for i in _told_more_by(tree, noun))


def _told_of_by(tree: Tree, subject: int) -> int:
    """Read "that" and "which" as the happening that their clause is of: "a raid by troops that killed two"."""
    verb = tree.tokens[subject].head
    is_relative = tree.tokens[subject].tag == "WDT" and tree.tokens[verb].dep == "relcl"
    return tree.tokens[verb].head if is_relative else subject


def _told_more_by(tree: Tree, noun: int) -> Iterator[int]:
    """The deeds behind a noun that tells of none by itself: "injuries sustained in firing", "a hail of bullets"."""
    is_wound = tree.tokens[noun].lemma in words(LEXICON, "hurt", "signs")
    if not is_wound and tree.tokens[noun].lemma not in words(LEXICON, "cause", "light"):
        return
    for link in (noun, *tree.children(noun, "acl")):
        yield from (i for p in tree.children(link, "prep", "agent") for i in tree.children(p, "pobj"))


def _at_a_place(tree: Tree, verb: int) -> Iterator[int]:
    """What else is told of the place: "was killed in Riva, where troops clashed with rebels"."""
    places = (i for p in tree.children(verb, "prep") for i in tree.subtree(p))
    clauses = (c for place in places for c in tree.children(place, "relcl"))
    yield from (c for c in clauses if any(tree.lower[a] == "where" for a in tree.children(c, "advmod")))


def _other_clauses(tree: Tree, verb: int) -> Iterator[int]:
    """The clauses of cause beside a verb: "when police opened fire", "after being shot", "fired, and two died"."""
    beside = tree.children(verb, "conj")
    yield from tree.children(verb, "advcl")
    yield from (clause for other in beside for clause in tree.children(other, "advcl"))
    for prep in tree.children(verb, "prep"):
        yield from tree.children(prep, "pcomp")
    above = tree.tokens[verb].head
    if tree.tokens[verb].dep in {"conj", "advcl"}:
        yield above
        yield from tree.children(above, "advcl")
        yield from (other for other in tree.children(above, "conj") if other < verb)
