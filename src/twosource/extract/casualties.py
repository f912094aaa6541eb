"""A parse in, mentions of people killed, hurt, taken, missing or displaced out: trigger, people, pattern.

Rules on the parse, one function a construction; the words stand in ``lang/en/casualty.toml``. Who says so, when and
where are read elsewhere.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from twosource.extract.people import People, people, subgroups
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import lexicon, words
from twosource.model.claim import Measure

LEXICON = "en/casualty"
MEASURES: tuple[Measure, ...] = ("killed", "injured", "captured", "missing", "displaced")
SUBGROUP = "part of a group"
DONE_BY_SOMEBODY = frozenset({"verb and object", "passive", "participle"})
NOMINAL = frozenset({"NOUN", "PROPN"})
NOUN_LINKS = frozenset({"of", "to", "for"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One casualty phrase: what befell whom; ``agent`` is the head of who did it, where the clause says."""

    trigger: int
    measure: Measure
    people: People
    agent: int | None
    pattern: str


def mentions(tree: Tree) -> list[Mention]:
    """Return all casualty phrases of an article in text order, one for each trigger and phrase of people."""
    found = [m for index in range(len(tree.tokens)) for m in _at(tree, index)]
    unique = {(m.measure, m.people.head, m.people.span): m for m in reversed(found)}
    return sorted(unique.values(), key=lambda m: (m.trigger, m.people.span, m.measure))


def _at(tree: Tree, index: int) -> Iterator[Mention]:
    token = tree.tokens[index]
    forms = {token.lemma, token.text.lower()}
    for measure in MEASURES:
        lists = lexicon(LEXICON)[measure]
        for table, parts_of_speech, reader in _readers():
            if token.pos in parts_of_speech and not forms.isdisjoint(lists[table]):
                yield from reader(tree, index, measure)
        if token.pos in VERBAL and any(token.lemma == verb for verb, _ in lists["idiom"]):
            yield from _idiom(tree, index, measure)
    yield from _wounded(tree, index)


Reader = Callable[[Tree, int, Measure], Iterator[Mention]]


def _readers() -> tuple[tuple[str, frozenset[str], Reader], ...]:
    """Which list of the lexicon is read how, and for which parts of speech."""
    return (
        ("object", VERBAL, _suffered),
        ("subject", VERBAL, _befell),
        ("state", frozenset({"ADJ", "NOUN", "VERB", "PROPN", "ADV"}), _state),
        ("noun", NOMINAL, _noun),
        ("toll", NOMINAL, _toll),
        ("objects_of", NOMINAL, _noun),
    )


def _mention(tree: Tree, trigger: int, head: int | None, measure: Measure, pattern: str) -> Iterator[Mention]:
    """Yield a mention for the people of a phrase, and one for each group named as part of them."""
    if head is None:
        return
    agent = _agent(tree, trigger) if pattern in DONE_BY_SOMEBODY else None
    told = _deadly(tree, trigger, measure)
    for counted in people(tree, head):
        outcome = _open_outcome(tree, trigger, told, counted)
        yield Mention(trigger=trigger, measure=outcome, people=counted, agent=agent, pattern=pattern)
    for part in subgroups(tree, head):
        outcome = _open_outcome(tree, trigger, told, part)
        yield Mention(trigger=trigger, measure=outcome, people=part, agent=agent, pattern=SUBGROUP)


def _open_outcome(tree: Tree, trigger: int, measure: Measure, counted: People) -> Measure:
    """Several people "shot" may be dead or hurt: told apart from those told to be hurt. One is followed to the end."""
    is_open = measure == "injured" and tree.tokens[trigger].lemma in words(LEXICON, "ambiguous", "open")
    return "hit" if is_open and (counted.low, counted.high) not in {(1, 1), (0, 0)} else measure


def _deadly(tree: Tree, trigger: int, measure: Measure) -> Measure:
    """Read "Shot dead", "beaten to death", "fatally wounded" and "shot and killed" are deaths."""
    if measure != "injured":
        return measure
    deadly = words(LEXICON, "ambiguous", "deadly")
    below = [*tree.children(trigger, "advmod", "oprd", "acomp", "xcomp", "prep", "conj", "ccomp", "amod")]
    below += [i for prep in tree.children(trigger, "prep") for i in tree.children(prep, "pobj")]
    killed = lexicon(LEXICON)["killed"]["object"]
    told = any(
        tree.tokens[i].text.lower() in deadly
        or (tree.tokens[i].dep == "conj" and tree.tokens[i].lemma in killed and not tree.children(i, "nsubjpass"))
        for i in below
    )
    return "killed" if told else measure


def _agent(tree: Tree, trigger: int) -> int | None:
    for agent in tree.children(trigger, "agent"):
        return tree.child(agent, "pobj")
    if tree.children(trigger, "nsubjpass", "auxpass") or not tree.children(trigger, "dobj"):
        return None
    return _subject(tree, trigger)


def _subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, its own or the one it shares with the verb above."""
    own = tree.child(verb, "nsubj", "nsubjpass")
    if own is not None or tree.tokens[verb].dep not in {"conj", "advcl", "xcomp"}:
        return own
    above = tree.tokens[verb].head
    return tree.child(above, "nsubj", "nsubjpass") if tree.tokens[above].pos in VERBAL else None


def _suffered(tree: Tree, verb: int, measure: Measure) -> Iterator[Mention]:
    """Read "Killed 30 people", "30 people were killed", "30 people killed in", and headline "30 Killed"."""
    objects = tree.children(verb, "dobj")
    if objects:
        for head in objects:
            yield from _mention(tree, verb, _self(tree, verb, head), measure, "verb and object")
    elif (passive := tree.child(verb, "nsubjpass")) is not None:
        yield from _mention(tree, verb, _meant(tree, verb, passive), measure, "passive")
    elif tree.tokens[verb].dep == "conj" and tree.children(tree.tokens[verb].head, "nsubjpass"):
        yield from _mention(tree, verb, tree.child(tree.tokens[verb].head, "nsubjpass"), measure, "passive")
    elif (
        tree.tokens[verb].dep in {"acl", "relcl"}
        and tree.tokens[verb].tag == "VBN"
        and not tree.children(verb, "nsubj")
    ):
        yield from _mention(tree, verb, tree.tokens[verb].head, measure, "participle")
    elif (subject := _headline_subject(tree, verb)) is not None:
        yield from _mention(tree, verb, subject, measure, "headline")


def _headline_subject(tree: Tree, verb: int) -> int | None:
    """The people of a headline's clipped passive ("30 Killed in ..."): a past form with neither object nor pronoun."""
    shares_object = any(tree.children(c, "dobj") for c in tree.children(verb, "conj"))
    subject = tree.child(verb, "nsubj") if tree.tokens[verb].tag in {"VBN", "VBD"} and not shares_object else None
    return subject if subject is not None and tree.tokens[subject].pos != "PRON" else None


def _self(tree: Tree, verb: int, head: int) -> int | None:
    """Who "himself" is: the subject of the verb, or of the clause above."""
    if tree.tokens[head].text.lower() not in words(LEXICON, "reflexive"):
        return head
    own = _subject(tree, verb)
    if own is not None:
        return _meant(tree, verb, own)
    above = (tree.child(a, "nsubj", "nsubjpass") for a in tree.ancestors(verb))
    return next((subject for subject in above if subject is not None), None)


def _meant(tree: Tree, verb: int, subject: int) -> int:
    """Read "who" and "they" stand for the noun their clause belongs to, or the people told of just before."""
    token = tree.tokens[subject]
    if token.tag in {"WP", "WDT"} and tree.tokens[verb].dep == "relcl":
        return tree.tokens[verb].head
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


def _befell(tree: Tree, verb: int, measure: Measure) -> Iterator[Mention]:
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is not None:
        yield from _mention(tree, verb, _meant(tree, verb, subject), measure, "verb and subject")
    elif tree.tokens[verb].dep == "conj":
        yield from _mention(tree, verb, _subject(tree, verb), measure, "verb and subject")


def _state(tree: Tree, index: int, measure: Measure) -> Iterator[Mention]:
    """Read "30 dead", "30 people dead", "left 30 dead", "30 were injured", "two dead, five injured"."""
    token = tree.tokens[index]
    if token.dep in {"acomp", "attr", "oprd", "ccomp", "xcomp"} and tree.tokens[token.head].pos in VERBAL:
        own = tree.child(index, "nsubj", "nsubjpass")
        held = tree.child(token.head, "dobj") if token.dep == "oprd" else None
        head = own if own is not None else held if held is not None else _subject(tree, token.head)
        yield from _mention(tree, index, head, measure, "state")
    elif token.dep == "amod" and tree.tokens[token.head].pos == "NOUN" and token.lemma != "deceased":
        head = token.head
        if tree.tokens[index].start > tree.tokens[head].start:
            yield from _mention(tree, index, head, measure, "state")
    elif token.tag not in {"VBD", "VB", "VBZ", "VBP", "VBG"} and (count := _bare_count(tree, index)) is not None:
        yield from _mention(tree, index, count, measure, "count and state")


def _bare_count(tree: Tree, index: int) -> int | None:
    """The number that counts a state used as a noun: "two dead", "15 wounded"."""
    counts = (c for c in tree.children(index, "nummod", "nsubj") if tree.number(c) is not None)
    return next(counts, None)


def _noun(tree: Tree, index: int, measure: Measure) -> Iterator[Mention]:
    """Read "The deaths of 30 officers", "30 deaths", "no casualties", "several deaths"."""
    for prep in tree.children(index, "prep"):
        if tree.tokens[prep].lemma in NOUN_LINKS:
            for head in tree.children(prep, "pobj"):
                for mention in _mention(tree, index, head, measure, "noun of"):
                    yield _with_count_of_noun(tree, index, mention)
                    return
    for counted in people(tree, index) if _is_counted(tree, index) else []:
        yield from _casualties(tree, index, measure, counted)


def _is_counted(tree: Tree, index: int) -> bool:
    return any(
        tree.number(c) is not None or tree.tokens[c].text.lower() == "no"
        for c in [index, *tree.children(index, "nummod", "amod", "det", "quantmod", "compound")]
    ) or (tree.tokens[index].dep == "pobj" and _is_part_of_quantity(tree, index))


def _is_part_of_quantity(tree: Tree, index: int) -> bool:
    above = tree.tokens[index].head
    return tree.tokens[above].lemma == "of" and tree.number(tree.tokens[above].head) is not None


def _casualties(tree: Tree, index: int, measure: Measure, counted: People) -> Iterator[Mention]:
    """Read "Casualties" are killed and injured both: a number of them bounds neither, but none is none of both."""
    if _is_part_of_quantity(tree, index):
        counted = next(iter(people(tree, tree.tokens[tree.tokens[index].head].head)), counted)
    both = tree.tokens[index].lemma == "casualty"
    if not both:
        yield Mention(trigger=index, measure=measure, people=counted, agent=None, pattern="counted noun")
    elif counted.high == 0:
        for each in ("killed", "injured"):
            yield Mention(trigger=index, measure=each, people=counted, agent=None, pattern="counted noun")


def _with_count_of_noun(tree: Tree, index: int, mention: Mention) -> Mention:
    """Read "The deaths of officers" counts nobody, but "two deaths of officers" counts two."""
    number = next((n for c in tree.children(index, "nummod") if (n := tree.number(c)) is not None), None)
    if number is None or mention.people.low is not None or number.low is None:
        return mention
    counted = replace(mention.people, low=int(number.low), high=None if number.high is None else int(number.high))
    return replace(mention, people=replace(counted, wording=number.text, vague=False))


def _toll(tree: Tree, index: int, measure: Measure) -> Iterator[Mention]:
    """Read "The death toll rose to 32", "a toll of 32", "put the toll at 32", "the toll is 32"."""
    if tree.tokens[index].lemma != "toll" and not any(
        tree.tokens[c].lemma in {"death", "body", "fatality"} for c in tree.children(index, "compound", "amod")
    ):
        return
    above = tree.tokens[index].head
    spots = [*tree.children(index, "prep"), *(tree.children(above, "prep") if above != index else [])]
    heads = [p for prep in spots for p in tree.children(prep, "pobj")] + tree.children(above, "attr", "npadvmod")
    for head in heads:
        if tree.number(head) is not None or any(tree.number(c) for c in tree.children(head, "nummod")):
            yield from _mention(tree, index, head, measure, "toll")
            return


def _idiom(tree: Tree, verb: int, measure: Measure) -> Iterator[Mention]:
    """Read "Claimed the lives of 12", "took five hostages", "suffered injuries"."""
    pairs = [noun for lemma, noun in lexicon(LEXICON)[measure]["idiom"] if lemma == tree.tokens[verb].lemma]
    for child in tree.children(verb, "dobj", "oprd", "acomp", "advmod", "xcomp", "prep"):
        if measure == "killed" and tree.tokens[verb].lemma == "lose" and _own_people(tree, child):
            yield from _mention(tree, verb, child, measure, "idiom")
        if tree.tokens[child].lemma not in pairs:
            continue
        if measure == "injured":
            yield from _mention(tree, verb, _subject(tree, verb), measure, "idiom")
        elif measure == "killed":
            yield from _lives(tree, verb, child, measure)
        else:
            held = tree.child(verb, "dobj", "nsubjpass")
            yield from _mention(tree, verb, held if held is not None else child, measure, "idiom")


def _own_people(tree: Tree, head: int) -> bool:
    """Tell whether the object of "lost" is fighters or men counted: "we lost three men"."""
    counted = people(tree, head) if tree.tokens[head].dep == "dobj" else []
    return any(
        part.low is not None and part.group.status in {"men", "military", "police", "combatant"} for part in counted
    )


def _wounded(tree: Tree, index: int) -> Iterator[Mention]:
    """Read "found a man with gunshot wounds", "is in critical condition", "was taken to hospital"."""
    token = tree.tokens[index]
    if token.lemma in words(LEXICON, "hurt", "signs") and token.dep == "pobj":
        prep = token.head
        above = tree.tokens[prep].head
        if tree.tokens[prep].lemma not in {"with", "from", "in", "for"}:
            return
        head = above if tree.tokens[above].pos in NOMINAL else _subject(tree, above)
        yield from _mention(tree, index, head, "injured", "sign of injury")
    elif token.pos == "VERB" and token.lemma in words(LEXICON, "hurt", "moved") and _to_hospital(tree, index):
        head = tree.child(index, "nsubjpass", "dobj")
        yield from _mention(tree, index, head, "injured", "taken to hospital")


def _to_hospital(tree: Tree, verb: int) -> bool:
    goals = [i for p in tree.children(verb, "prep") if tree.tokens[p].lemma == "to" for i in tree.children(p, "pobj")]
    return any(tree.tokens[i].lemma in words(LEXICON, "hurt", "hospitals") for i in goals)


def _lives(tree: Tree, verb: int, child: int, measure: Measure) -> Iterator[Mention]:
    """Whose lives: the "of"-phrase, the number of lives, or the subject who lost theirs."""
    inner = [i for prep in tree.children(child, "prep") for i in tree.children(prep, "pobj")]
    counted = tree.children(child, "nummod")
    if inner or counted:
        yield from _mention(tree, verb, inner[0] if inner else child, measure, "idiom")
    elif tree.tokens[verb].lemma == "lose":
        yield from _mention(tree, verb, _subject(tree, verb), measure, "idiom")
