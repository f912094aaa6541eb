"""A casualty phrase in, the head of who did it out: its own clause tells it, else the sentence right before.

"Officers opened fire. The driver died at the scene": nobody else is told to have fired, and he died of no other cause.
"""

from collections.abc import Iterable, Iterator, Sequence

from twosource.extract.casualties.assailants import attacker, attacks, doer_in, is_force
from twosource.extract.casualties.causes import agent_of, are_alike
from twosource.extract.deeds.actors import Cast, doer_at
from twosource.extract.people.counted import people
from twosource.extract.people.mention import SUBJECTS, Mention, subject_of
from twosource.extract.speech.attribution import can_speak
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import lexicon, words

LEXICON = "en/doers"
HAPPENINGS = "en/acts"
FELL = frozenset({"killed", "injured", "hit"})
PLURAL = frozenset({"NNS", "NNPS"})
UNREAL = frozenset({"if", "unless", "whether", "until"})
HIS = frozenset({"he", "him"})
ONE = HIS | {"she", "her"}
MANY = frozenset({"they", "them"})
NOT_THEN = frozenset({"had", "not", "n't", "never"})
STATES = frozenset({"oprd", "acomp", "attr"})
KNOWN = frozenset({"the", "this", "that"})
JOINED = STATES | {"conj"}
OWN = words("en/casualty", "reflexive")
AIMED = frozenset({"at", "on", "into", "toward", "towards", "through"})
BESIDE = frozenset({"while"})


def culprit(tree: Tree, mention: Mention, cast: Cast) -> int | None:
    """Return the head of who killed, hurt or took the people of a mention, None where the report does not tell."""
    own = agent_of(tree, mention)
    told = own if own is not None else doer_at(mention.trigger, cast)
    spoken_of = _spoken_of(tree, mention.trigger)
    if spoken_of is not None:
        return spoken_of
    if told is not None and _is_of(tree, told, mention):  # "leaves three others shot at a bar"
        return None
    found = told if told is not None else _told_before(tree, mention)
    return _meant(tree, found) if found is not None else None


def _is_of(tree: Tree, who: int, mention: Mention) -> bool:
    """Tell whether a doer is among the words for those who fell."""
    span, start = mention.people.span, tree.tokens[who].start
    return span.start <= start < span.end and tree.tokens[who].dep not in {"poss", "pobj"}


def _meant(tree: Tree, head: int) -> int:
    """Read "they" as the force that is the subject right before: "He pointed a gun at police, and they shot him".

    "He and another deputy" are told by whom the words name.
    """
    beside = [c for c in tree.children(head, "conj") if is_force(tree, c)]
    if tree.lower[head] in ONE and beside:
        return beside[0]
    if tree.lower[head] not in MANY:
        return head
    subjects = [i for i in _before(tree, head) if tree.tokens[i].dep in SUBJECTS and _is_many(tree, i)]
    nearest = next((i for i in subjects if not _tells(tree, i)), next(iter(subjects), None))
    is_speech_of_one = nearest is not None and tree.quotation(nearest) == tree.quotation(head)
    return nearest if nearest is not None and is_speech_of_one and is_force(tree, nearest) else head


def _tells(tree: Tree, subject: int) -> bool:
    """Tell whether people only say what is told: "The soldiers came at dawn, survivors said. They shot two"."""
    verb = tree.tokens[subject].head
    return tree.tokens[verb].lemma in words("en/speech", "verbs") and not tree.children(verb, "dobj")


def _spoken_of(tree: Tree, trigger: int) -> int | None:
    """Return of whom others say that he did it: "a man they say shot a girl", "the driver police believe killed two".

    The parser makes those who say so the doers, or whoever the sentence is about.
    """
    says = trigger - 1
    if says < 1 or tree.tokens[trigger].tag not in {"VBD", "VBN"}:
        return None
    token, teller = tree.tokens[says], tree.tokens[says - 1]
    is_clause = token.dep == "relcl" and token.lemma in words("en/speech", "verbs")
    return token.head if is_clause and teller.head == says and teller.dep == "nsubj" else None


def _before(tree: Tree, index: int) -> Iterator[int]:
    """Yield the tokens before one, nearest first, back to the start of the sentence before."""
    number = tree.sentence_number(index)
    first = tree.sentences[number - 1].first if number and not tree.in_title(index) else tree.sentence(index).first
    return iter(range(index - 1, first - 1, -1))


def _is_many(tree: Tree, index: int) -> bool:
    return tree.tokens[index].pos != "PRON" and (tree.tokens[index].tag in PLURAL or is_force(tree, index))


def _told_before(tree: Tree, mention: Mention) -> int | None:
    """Who did it by the words before in the sentence, else the sentence right before: where one alone used force."""
    if mention.measure not in FELL or mention.people.high == 0 or not is_open(tree, mention):
        return None
    doers = next((found for near in _near(tree, mention.trigger) if (found := list(_doers(tree, near, mention)))), [])
    is_one = len({tree.lower[who] for who in doers}) == 1
    return doers[0] if is_one and _may_be_of(tree, doers[0], mention) else None


def _near(tree: Tree, trigger: int) -> Iterator[Sequence[int]]:
    """Yield the words before a trigger in its sentence, then those of the sentence before, unless it stands apart."""
    number = tree.sentence_number(trigger)
    above = set(_above(tree, trigger))  # "fired at the house where two boys had been killed"
    yield [i for i in range(tree.sentences[number].first, trigger) if i not in above]
    if number and not _is_apart(tree, number):
        yield range(tree.sentences[number - 1].first, tree.sentences[number - 1].last)


def _above(tree: Tree, trigger: int) -> Iterator[int]:
    """Yield the words that a trigger hangs on, but those its clause is only joined to: "they fired, and he died"."""
    node, is_joined = trigger, True
    for above in tree.ancestors(trigger):
        is_joined = is_joined and tree.tokens[node].dep in JOINED
        if not is_joined:
            yield above
        node = above


def _is_apart(tree: Tree, number: int) -> bool:
    """Tell whether a sentence is a title's, follows one, or opens as another happening's: "Elsewhere", "In another"."""
    first = tree.sentences[number].first
    opening = " ".join(tree.lower[first : first + 4])
    is_another = any(opening.startswith(head) for head in words(HAPPENINGS, "another", "heads"))
    return is_another or tree.in_title(first) or tree.in_title(tree.sentences[number - 1].first)


def is_open(tree: Tree, mention: Mention) -> bool:
    """Tell whether nothing is told of what killed or hurt the people of a mention but that they fell."""
    trigger = mention.trigger
    if tree.tokens[trigger].lemma not in words(LEXICON, "before", "fell"):
        return False
    above = tree.tokens[trigger].head
    clause = (trigger, above) if tree.tokens[trigger].dep in STATES else (trigger,)
    below = {tree.lower[c] for verb in clause for c in tree.children(verb, "aux", "neg")}
    scene = {tree.tokens[verb].lemma for verb in (*clause, tree.tokens[mention.people.head].head)}
    if below & NOT_THEN or scene & words(LEXICON, "before", "found"):  # who is found dead may be anywhere
        return False
    people_named = tree.subtree(mention.people.head)  # "one of the stabbing victims died"
    return not (_names_cause(tree, people_named) or any(_has_cause(tree, verb) for verb in clause))


def _names_cause(tree: Tree, indices: Iterable[int]) -> bool:
    return any(tree.tokens[i].lemma in words(LEXICON, "before", "causes") for i in indices)


def _has_cause(tree: Tree, verb: int) -> bool:
    """Tell whether a cause is told with a verb: "in a crash", "of burns", "when a bomb went off", "by somebody"."""
    if _is_new(tree, tree.tokens[verb].head if tree.tokens[verb].dep == "relcl" else tree.child(verb, "nsubj")):
        return True
    for child in tree.children(verb, "prep", "agent", "advcl"):
        subject, marks = tree.child(child, *SUBJECTS), {tree.lower[c] for c in tree.subtree(child)[:1]}
        is_clause = subject is not None and tree.tokens[subject].pos != "PRON" and not marks & BESIDE
        new = tree.tokens[child].dep == "prep" and any(_is_new(tree, noun) for noun in tree.children(child, "pobj"))
        if is_clause or new or tree.tokens[child].dep == "agent" or _names_cause(tree, tree.subtree(child)):
            return True
    return False


def _is_new(tree: Tree, subject: int | None) -> bool:
    """Tell whether a noun is a happening not told of before: "a shooting left two dead", not "the shooting"."""
    happening = words(HAPPENINGS, "happenings", "nouns") | words(LEXICON, "before", "nouns")
    if subject is None or tree.tokens[subject].lemma not in happening:
        return False
    return not any(tree.lower[c] in KNOWN for c in tree.children(subject, "det"))


def _doers(tree: Tree, near: Sequence[int], mention: Mention) -> Iterator[int]:
    """Yield who is told in some words to have used force that may have killed or hurt the people of a mention."""
    for index in near:
        token = tree.tokens[index]
        who = _user(tree, index, mention) if token.pos in VERBAL else None
        if who is None and token.lemma in words(LEXICON, "before", "nouns"):
            who = doer_in(tree, index)
        if who is not None and can_speak(tree, _meant(tree, who)):
            yield _meant(tree, who)


def _user(tree: Tree, verb: int, mention: Mention) -> int | None:
    """Who used force by a verb that tells it as done."""
    if not _is_done(tree, verb) or any(tree.lower[c] in OWN for c in tree.children(verb, "dobj")):
        return None
    if _fires(tree, verb) and not _felled_others(tree, verb, mention):
        return attacker(tree, verb) if attacks(tree, verb) else subject_of(tree, verb)
    forms = {tree.tokens[verb].lemma, tree.lower[verb]}
    named = mention.people.group.names or any(tree.lower[i] == "the" for i in tree.subtree(mention.people.head))
    is_known = mention.people.definite or bool(named)
    if not is_known or forms.isdisjoint(words("en/casualty", "cause", "hurting")):
        return None
    whom = [i for i in tree.children(verb, "dobj") if tree.tokens[i].pos == "PRON" or people(tree, i)]
    return subject_of(tree, verb) if whom else None


def _felled_others(tree: Tree, verb: int, mention: Mention) -> bool:
    """Tell whether a verb tells of its own people and a mention of new ones: "shot two. A boy died in the barracks"."""
    hits = words("en/casualty", "killed", "object") | words("en/casualty", "injured", "object")
    whom = [i for i in tree.children(verb, "dobj") if tree.tokens[verb].lemma in hits and people(tree, i)]
    new = not mention.people.definite and not any(tree.lower[i] in MANY for i in tree.subtree(mention.people.head))
    return bool(whom) and new and not mention.people.group.names


def _fires(tree: Tree, verb: int) -> bool:
    """Tell whether a verb tells of fire that kills: not of tear gas, blanks, or shots in the air."""
    below = {tree.tokens[i].lemma for c in tree.children(verb, "dobj", "prep") for i in tree.subtree(c)}
    if below & words(LEXICON, "before", "harmless"):
        return False
    arms = lexicon(LEXICON)["before"]["arms"].get(tree.tokens[verb].lemma)
    is_arm = arms is not None and any(tree.tokens[c].lemma in arms for c in tree.children(verb, "dobj"))
    mild = words(LEXICON, "before", "no_fire") | words("en/casualty", "cause", "uses")
    deadly = attacks(tree, verb) and tree.tokens[verb].lemma not in mild
    return is_arm or (deadly and (tree.tokens[verb].lemma != "shoot" or _is_aimed(tree, verb)))


def _is_aimed(tree: Tree, verb: int) -> bool:
    """Tell whether somebody shot at something; in "a dealer shot in the head" he was hit."""
    return bool(tree.children(verb, "dobj")) or any(tree.lower[p] in AIMED for p in tree.children(verb, "prep"))


def _is_done(tree: Tree, verb: int) -> bool:
    """Tell whether a verb tells of what was done: not "to fire", "may fire", "did not fire", "if they fire"."""
    helpers = {tree.tokens[c].tag for c in tree.children(verb, "aux")}
    marks = {tree.lower[c] for c in tree.children(verb, "mark")}
    return not (helpers & {"MD", "TO"} or marks & UNREAL or tree.children(verb, "neg"))


def _may_be_of(tree: Tree, who: int, mention: Mention) -> bool:
    """Tell whether somebody's force may have felled the people: others, and attackers only by a force."""
    group, head = mention.people.group, mention.people.head
    if are_alike(tree, who, mention) or tree.tokens[head].lemma == tree.tokens[who].lemma:
        return False
    if group.role == "perpetrator" and not is_force(tree, who):
        return False
    if tree.lower[head] in ONE:
        return _is_many(tree, who) or _has_target(tree, who, tree.lower[head])
    is_many = any(tree.lower[i] in MANY for i in tree.subtree(head))
    return not (is_many and tree.tokens[who].dep in SUBJECTS)  # "the attackers fired; two of them were killed"


def _has_target(tree: Tree, who: int, pronoun: str) -> bool:
    """Tell whether one other person whom a pronoun may mean is told of in the sentence of who did it."""
    sentence, other = tree.sentence(who), words("en/people", "women" if pronoun in HIS else "men")
    found = (i for i in range(sentence.first, sentence.last) if i != who and tree.tokens[i].dep in {"dobj", "pobj"})
    return any(people(tree, i) and not _is_many(tree, i) and tree.tokens[i].lemma not in other for i in found)
