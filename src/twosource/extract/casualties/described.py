"""Casualties told beside the point: "the mayor's murder", "two wounded guards", "among the dead is a nurse"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.extract.casualties.nouns import FOUND
from twosource.extract.people.group import person_at
from twosource.extract.people.mention import NOMINAL, Mention, mentioned
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import words
from twosource.model.claim import Measure

SUBJECTS = frozenset({"nsubj", "csubj"})
OWNED = frozenset({"killed", "captured"})  # "the mayor's injury" is his, but "the gunman's shooting" is not


def possessed(tree: Tree, index: int, measure: Measure) -> Iterator[Mention]:
    """Read "Ana Ruiz's murder", "the mayor's kidnapping", "Ruiz's body": whose it is suffered it.

    "Ruiz's death" is mostly told of somebody else's story: see ``only_where_nobody_else``.
    """
    if measure not in OWNED or _has_of(tree, index):
        return
    for owner in tree.children(index, "poss"):
        if tree.tokens[owner].pos in NOMINAL:
            yield from mentioned(tree, index, owner, measure, "possessive")


def only_where_nobody_else(tree: Tree, found: Sequence[Mention]) -> list[Mention]:
    """Return the mentions without those that tell little by themselves, where others tell of the same measure.

    "Ruiz's death", where a report tells of other deaths, is mostly of somebody else's story: with it 2 of 160 incidents
    got one dead too many. "The two dead guards" are people told of before.
    """
    firm = {m.measure for m in found if not _tells_little(tree, m)}
    return [m for m in found if m.measure not in firm or not _tells_little(tree, m)]


def _tells_little(tree: Tree, mention: Mention) -> bool:
    if mention.pattern == FOUND:  # a body found is mostly that of somebody told of elsewhere; "a martyr arrived" counts
        return tree.tokens[mention.trigger].lemma in words("en/casualty", "killed", "objects_of")
    if mention.pattern == "possessive":
        return tree.tokens[mention.trigger].lemma == "death"
    return mention.pattern == "described" and mention.people.definite and not mention.people.vague


def _has_of(tree: Tree, index: int) -> bool:
    return any(tree.tokens[p].lemma == "of" for p in tree.children(index, "prep"))


def described(tree: Tree, index: int, measure: Measure) -> Iterator[Mention]:
    """Read "Two wounded guards", "the kidnapped students": a state before the people; "the slain couple" is known."""
    token = tree.tokens[index]
    if tree.children(index, "nsubj"):
        return  # "one woman dead, three others hurt"
    if token.dep != "amod" or index > token.head or not _is_described(tree, token.head) or _is_by_half(tree, index):
        return
    listed = words("en/casualty", measure, "state")
    is_deed = token.tag == "VBN" and token.lemma not in words("en/casualty", "ambiguous")
    if not is_deed and listed.isdisjoint({token.lemma, token.text.lower()}):
        return  # "the struck town", "the killing fields"
    for mention in mentioned(tree, index, _so_many(tree, token.head), measure, "described"):
        own = _own(mention, tree.tokens[token.head].start)
        if own is not None and (token.lemma != "deceased" or not own.people.definite):
            yield own


def _so_many(tree: Tree, head: int) -> int:
    """The word that counts the people of a phrase: "dozens" of "dozens of missing persons"; else their noun."""
    of = tree.tokens[head].head
    above = tree.tokens[of].head
    counts = tree.tokens[head].dep == "pobj" and tree.tokens[of].lemma == "of" and tree.number(above) is not None
    return above if counts and not tree.children(head, "det", "poss") else head


def _is_by_half(tree: Tree, state: int) -> bool:
    """Tell whether a word before the hyphen takes a state back: "a half-dead man", "a brain-dead boy"."""
    hyphened = state > 1 and tree.tokens[state - 1].text == "-"
    return hyphened and tree.tokens[state - 2].lemma.lower() in words("en/casualty", "none", "by_half")


def _is_described(tree: Tree, head: int) -> bool:
    """Tell whether a state may be said of a phrase: of any noun, or of somebody by name ("the murdered Ana Ruiz")."""
    return tree.tokens[head].pos == "NOUN" or person_at(tree, head) is not None


def _own(mention: Mention, head: int) -> Mention | None:
    """The people whose noun starts at ``head`` alone: in "three dead guards and two nurses" the nurses live."""
    apart = next((part for part in mention.people.parts if part.span.start <= head < part.span.end), mention.people)
    is_its = apart.span.start <= head < apart.span.end and not mention.is_part
    return replace(mention, people=apart) if is_its else None


def among(tree: Tree, index: int, measure: Measure) -> Iterator[Mention]:
    """Read "Among the dead is a nurse", "two guards are among the wounded", "among the priests killed was A"."""
    if tree.tokens[index].dep in SUBJECTS or _is_of_those(tree, index):
        yield from _told_as(tree, index, measure)
        return
    noun = tree.tokens[index].head if tree.tokens[index].dep == "acl" else index
    above = tree.tokens[noun].head
    if tree.tokens[noun].dep != "pobj" or tree.tokens[above].lemma not in words("en/casualty", "among"):
        return
    verb = tree.tokens[above].head
    people = tree.child(verb, "nsubj", "attr") if tree.tokens[verb].pos in VERBAL else None
    # "A and B were among those killed" is read as a list.
    is_in_list = noun != index and (people or 0) < index and not tree.children(people or 0, "nummod")
    if people is not None and tree.tokens[verb].lemma == "be" and not is_in_list:
        yield from mentioned(tree, index, people, measure, "among")


def _is_of_those(tree: Tree, state: int) -> bool:
    """Tell whether a participle tells which of them are the subject: "those arrested include", "the others hurt"."""
    above = tree.tokens[tree.tokens[state].head]
    return tree.tokens[state].dep == "acl" and above.dep in SUBJECTS and above.text.lower() in {"those", "others"}


def _told_as(tree: Tree, state: int, measure: Measure) -> Iterator[Mention]:
    """Read "The wounded include a child and a nurse", "the injured were Ana Ruiz and Leo Paz": the dead are rolls."""
    of_those = _is_of_those(tree, state)
    verb = tree.tokens[tree.tokens[state].head].head if of_those else tree.tokens[state].head
    if measure == "killed" or not (of_those or tree.children(state, "det")):
        return
    told = tree.child(verb, *(("dobj",) if tree.tokens[verb].lemma == "include" else ("attr",)))
    if told is None or tree.tokens[verb].lemma not in words("en/casualty", "told_as"):
        return
    for mention in mentioned(tree, state, told, measure, "among"):
        if mention.people.low is not None or mention.people.group.names:
            yield mention


def telling(tree: Tree, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions that tell something: "the nuns" and "they" point back to people counted before.

    Where nobody was, "the murder of the nuns" tells of nuns murdered.
    """
    back = [m for m in found if m.people.vague and m.people.definite and m.measure != "captured"]
    told = [mention for mention in found if mention not in back]
    yield from told
    groups = {(mention.measure, _noun(tree, mention)): mention for mention in reversed(back)}
    several = {mention.measure for mention in told if mention.people.low != 1}
    for (measure, noun), mention in sorted(groups.items(), key=lambda item: item[1].trigger):
        if noun is not None and measure not in several:
            yield mention


def _noun(tree: Tree, mention: Mention) -> str | None:
    """The noun that says who they are, None for a pronoun or for people of no stated kind."""
    token = tree.tokens[mention.people.head]
    general = words("en/people", "general") | words("en/people", "perpetrator")
    return token.lemma if token.tag in {"NNS", "NNPS"} and token.text.lower() not in general else None
