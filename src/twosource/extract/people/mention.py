"""One casualty phrase as a record: what befell whom, settled from the trigger, the people and the words around."""

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.extract.people.counted import People, people, subgroups
from twosource.extract.people.standins import told_apart
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import lexicon, words
from twosource.model.claim import Measure
from twosource.values.pattern import LISTED

LEXICON = "en/casualty"
SUBGROUP = "part of a group"
DONE_BY_SOMEBODY = frozenset({"verb and object", "passive", "participle", "idiom", "to death"})
NOMINAL = frozenset({"NOUN", "PROPN"})
SUBJECTS = ("nsubj", "nsubjpass")
SHARING = frozenset({"conj", "advcl", "xcomp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One casualty phrase: what befell whom; ``agent`` is the head of who did it, where the clause says.

    ``is_part`` where the people are among those of another mention at the same trigger ("a man and a woman").
    """

    trigger: int
    measure: Measure
    people: People
    agent: int | None
    pattern: str
    is_part: bool = False


def mentioned(tree: Tree, trigger: int, head: int | None, measure: Measure, pattern: str) -> Iterator[Mention]:
    """Yield a mention for the people of a phrase, and one for each group named as part of them."""
    if head is None:
        return
    agent = _agent(tree, trigger) if pattern in DONE_BY_SOMEBODY else None
    told = _deadly(tree, trigger, measure)
    for told_of in people(tree, head):
        counted = _agreeing(tree, trigger, told_of)
        outcome = _open_outcome(tree, trigger, told, counted)
        yield Mention(trigger=trigger, measure=outcome, people=counted, agent=agent, pattern=pattern)
        for part in counted.parts:
            yield Mention(
                trigger=trigger,
                measure=_open_outcome(tree, trigger, told, counted),
                people=part,
                agent=agent,
                pattern=part_pattern(pattern, part),
                is_part=True,
            )
    for part in _named_parts(tree, trigger, head):
        outcome = _open_outcome(tree, trigger, told, part)
        yield Mention(trigger=trigger, measure=outcome, people=part, agent=agent, pattern=SUBGROUP)


def _named_parts(tree: Tree, trigger: int, head: int) -> list[People]:
    """The people named as part of others, who may hang on the verb: "ten were killed, including three children"."""
    own = subgroups(tree, head)
    is_last = tree.tokens[trigger].pos in VERBAL and head < trigger and not tree.children(trigger, "dobj")
    several = any((counted.low or 2) > 1 for counted in people(tree, head))
    return own if own or not is_last or not several else subgroups(tree, trigger)


def _agreeing(tree: Tree, trigger: int, counted: People) -> People:
    """Read names side by side before "was" as one person's, the last: "according to Ana Ruiz, Leo Paz was killed"."""
    if not counted.parts or not counted.group.names or " and " in counted.group.text.lower():
        return counted
    own = tree.children(trigger, "aux", "auxpass", *SUBJECTS)
    verbs = (trigger,) if own else (trigger, tree.tokens[trigger].head)  # "it was learned that A, B were shot"
    auxiliaries = {tree.tokens[c].text.lower() for verb in verbs for c in tree.children(verb, "aux", "auxpass")}
    is_one = auxiliaries & words(LEXICON, "singular") and counted.parts[-1].group.names
    return counted.parts[-1] if is_one else counted


def part_pattern(pattern: str, part: People) -> str:
    """Return the pattern of some of several people told of in one breath: a named one stands on his own."""
    return f"{pattern}{LISTED}" if part.group.names and part.low == part.high == 1 else SUBGROUP


def _open_outcome(tree: Tree, trigger: int, measure: Measure, counted: People) -> Measure:
    """Several people "shot" may be dead or hurt: told apart from those told to be hurt. One is followed to the end."""
    if measure in {"killed", "injured"} and _is_either(tree, trigger):
        return "hit"
    is_open = measure == "injured" and tree.tokens[trigger].lemma in words(LEXICON, "ambiguous", "open")
    return "hit" if is_open and (counted.low, counted.high) not in {(1, 1), (0, 0)} else measure


def _deadly(tree: Tree, trigger: int, measure: Measure) -> Measure:
    """Read "Shot dead", "beaten to death", "fatally wounded" and "shot and killed" are deaths."""
    if measure != "injured":
        return measure
    deadly = words(LEXICON, "ambiguous", "deadly")
    below = [*tree.children(trigger, "advmod", "oprd", "acomp", "xcomp", "prep", "conj", "ccomp", "amod")]
    whom = tree.children(trigger, "dobj")  # "beat a student to death", wherever the parser hangs the end
    links = [p for i in (trigger, *whom) for p in tree.children(i, "prep") if i == trigger or tree.lower[p] == "to"]
    below += [i for prep in links for i in tree.children(prep, "pobj")]
    below += [c for c in tree.children(trigger, "advcl") if tree.lower[c] == "dead" and c - 1 in _ends(tree, whom)]
    below = [i for i in below if not any(c < i < trigger for c in tree.children(i, "nsubj"))]  # "one dead, two hurt"
    killed = lexicon(LEXICON)["killed"]["object"]
    told = any(
        (tree.tokens[i].text.lower() in deadly and told_apart(tree, i) is None)
        or (
            tree.tokens[i].dep == "conj"
            and tree.tokens[i].lemma in killed
            and not tree.children(i, "nsubjpass", "nsubj", "nummod")
            and not _of_others(tree, i)
        )
        for i in below
    )
    told = (told and not _is_either(tree, trigger)) or _is_dead_behind(tree, trigger)
    return "killed" if told else measure


def _ends(tree: Tree, heads: list[int]) -> list[int]:
    """The last word of each phrase: in "shot a teenager dead" the parser makes a clause of what is behind it."""
    return [max(tree.subtree(head)) for head in heads]


def _of_others(tree: Tree, killing: int) -> bool:
    """Tell whether a second verb has people of its own: "wounded 16 and killed one"; not "shot him and killed him"."""
    second = tree.child(killing, "dobj")
    if second is None:
        return False
    return tree.tokens[second].pos != "PRON" or tree.tokens[second].text.lower() in words(LEXICON, "reflexive")


def _is_either(tree: Tree, trigger: int) -> bool:
    """Tell whether a verb is one of two that may have befallen the people: "eight were hurt or killed"."""
    first = tree.tokens[trigger].head if tree.tokens[trigger].dep == "conj" else trigger
    joined = tree.children(first, "conj") and tree.tokens[first].pos in VERBAL
    return bool(joined) and any(tree.tokens[c].text.lower() == "or" for c in tree.children(first, "cc"))


def _is_dead_behind(tree: Tree, trigger: int) -> bool:
    """Tell whether "dead" stands right behind: in "shot dead 98 men" the parser hangs it on the men."""
    return trigger + 1 < len(tree.tokens) and tree.tokens[trigger + 1].text.lower() == "dead"


def _agent(tree: Tree, trigger: int) -> int | None:
    agents = (*tree.children(trigger, "agent"), *_agents_shared(tree, trigger))
    for agent in (by for by in agents if not is_of_some(tree, by)):
        return behind_by(tree, agent)
    if tree.children(trigger, "nsubjpass", "auxpass") or not tree.children(trigger, "dobj"):
        return None
    return subject_of(tree, trigger)


def is_of_some(tree: Tree, by: int) -> bool:
    """Tell whether a "by" tells who felled some of those told of: "killed, most of them by police"."""
    return tree.lower[by - 2] == "of" and tree.lower[by - 1] in words(LEXICON, "parts", "back")


def _agents_shared(tree: Tree, trigger: int) -> list[int]:
    """The "by" of a participle beside, where both share it: "chased by police and arrested", "shot and killed by"."""
    token, above = tree.tokens[trigger], tree.tokens[tree.tokens[trigger].head]
    bare = ("dobj", *SUBJECTS)
    alone = token.dep == "conj" and token.tag == above.tag == "VBN" and not tree.children(trigger, *bare)
    behind = (c for c in tree.children(trigger, "conj") if tree.tokens[c].tag == token.tag == "VBN")
    joined = [agent for c in behind if not tree.children(c, *bare) for agent in tree.children(c, "agent")]
    return [*(tree.children(token.head, "agent") if alone else []), *joined]


def behind_by(tree: Tree, by: int) -> int | None:
    """Who stands behind "by"; in "by responding officers" the parser may read a verb with its object."""
    own, verb = tree.child(by, "pobj"), tree.child(by, "pcomp")
    return own if own is not None or verb is None else tree.child(verb, "dobj")


def is_arrest(tree: Tree, mention: Mention) -> bool:
    """Tell whether people were arrested, which comes after what it is for; a kidnapping is what happened."""
    trigger = mention.trigger
    spoken = {tree.tokens[i].lemma for i in (trigger, tree.tokens[trigger].head, *tree.children(trigger))}
    return mention.measure == "captured" and not spoken.isdisjoint(words(LEXICON, "arrests"))


def subject_of(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, its own or the one it shares with verbs above: "came and ended up killing"."""
    own = tree.child(verb, "nsubj", "nsubjpass")
    if own is not None or tree.tokens[verb].dep not in SHARING or tree.children(verb, "expl"):
        return own  # "police came, and there were five dead": none of the police
    above = tree.tokens[verb].head
    return subject_of(tree, above) if tree.tokens[above].pos in VERBAL else None


def is_captive(tree: Tree, index: int) -> bool:
    """Tell whether a bare noun says as what others are held: "two nuns were held hostage"."""
    told = tree.tokens[index].text.lower() in words(LEXICON, "hostages", "as_what")
    return told and not tree.children(index, "det", "nummod", "amod", "poss")
