"""Casualties told by a noun: "the deaths of 30", "no casualties", "a toll of 32", "with gunshot wounds"."""

from collections.abc import Iterator
from dataclasses import replace

from twosource.extract.people.conjuncts import conjuncts
from twosource.extract.people.counted import People, people, subgroups
from twosource.extract.people.headcount import is_none
from twosource.extract.people.mention import LEXICON, SUBGROUP, Mention, mentioned, subject_of
from twosource.extract.people.postponed import postponed
from twosource.extract.tree import Tree
from twosource.lang.reading import lexicon, words
from twosource.model import Group
from twosource.model.claim import Measure

FOUND = "found dead"
RISING = frozenset({"to", "at"})  # "rose to 32", wherever the parser hangs it
NOUN_LINKS = frozenset({"of", "to", "for"})


def noun(tree: Tree, index: int, measure: Measure) -> Iterator[Mention]:
    """Read "The deaths of 30 officers", "30 deaths", "no casualties", "several deaths"."""
    for head in (*_told_of(tree, index), *postponed(tree, index)):
        found = list(mentioned(tree, index, head, measure, "noun of"))
        agent = _done_by(tree, index, head)
        yield from (replace(_with_count_of_noun(tree, index, mention), agent=agent) for mention in found)
        if found:
            return
    if measure == "killed" and _is_found(tree, index):
        yield _one_found(tree, index)
        return
    is_told = measure == "captured" and _is_capture_told(tree, index)
    for counted in people(tree, index) if is_told or _is_counted(tree, index) else []:
        yield from _casualties(tree, index, measure, counted)


def _is_capture_told(tree: Tree, index: int) -> bool:
    """Tell whether arrests without a number are some of now: "the arrests followed"; not "has previous arrests"."""
    token = tree.tokens[index]
    if (
        token.lemma not in words(LEXICON, "taken", "nouns")
        or token.tag not in {"NNS", "NNPS"}
        or token.dep == "compound"
    ):
        return False
    before = {tree.tokens[c].text.lower() for c in tree.children(index, "det", "amod", "advmod")}
    first = token.head if token.dep == "conj" else index  # "stop killings and arrests"
    above = tree.tokens[tree.tokens[first].head]
    had = tree.tokens[first].dep == "dobj" and above.lemma in words(LEXICON, "taken", "not_made")
    return not had and before.isdisjoint(words(LEXICON, "taken", "elsewhere"))


def _is_found(tree: Tree, index: int) -> bool:
    """Tell whether one is told to be found or brought: "a body was recovered", "a martyr arrived"."""
    token = tree.tokens[index]
    verb = token.head
    is_one = token.tag == "NN" and any(tree.lower[c] in {"a", "another"} for c in tree.children(index, "det"))
    if not is_one or token.lemma not in words(LEXICON, "found"):
        return False
    kind = "arrivals" if token.dep == "nsubj" else "finding"
    return token.dep in {"nsubj", "nsubjpass", "dobj"} and tree.tokens[verb].lemma in words(LEXICON, "found", kind)


def _one_found(tree: Tree, index: int) -> Mention:
    first = min(tree.children(index, "det", "amod", "compound"))
    span = tree.span_of(first, index)
    group = Group(text=span.of(tree.text), role="victim")
    counted = People(head=index, low=1, high=1, wording=group.text, group=group, span=span)
    return Mention(trigger=index, measure="killed", people=counted, agent=None, pattern=FOUND)


def _told_of(tree: Tree, index: int) -> Iterator[int]:
    for prep in tree.children(index, "prep"):
        if tree.tokens[prep].lemma in NOUN_LINKS:
            yield from tree.children(prep, "pobj")


def _done_by(tree: Tree, index: int, head: int) -> int | None:
    """Who did it: "the arrest of four men by police", wherever the parser hangs the "by"."""
    below = [*tree.children(index, "prep", "agent"), *tree.children(head, "prep", "agent")]
    end = max(tree.subtree(index)) + 1
    below += [end] if end < len(tree.tokens) and tree.tokens[end].head in tree.ancestors(index) else []
    by = (tree.child(prep, "pobj") for prep in below if tree.tokens[prep].lemma == "by")
    return next((doer for doer in by if doer is not None), None)


def _is_counted(tree: Tree, index: int) -> bool:
    counting = [index, *tree.children(index, "nummod", "amod", "det", "quantmod", "compound")]
    if any(tree.number(c) is not None for c in counting) or is_none(tree, index):
        return True
    return tree.tokens[index].dep == "pobj" and _is_part_of_quantity(tree, index)


def _is_part_of_quantity(tree: Tree, index: int) -> bool:
    above = tree.tokens[index].head
    return tree.tokens[above].lemma == "of" and tree.number(tree.tokens[above].head) is not None


def _casualties(tree: Tree, index: int, measure: Measure, counted: People) -> Iterator[Mention]:
    """Read "Casualties" are killed and injured both: a number of them bounds neither, but none is none of both."""
    if _is_part_of_quantity(tree, index):
        counted = next(iter(people(tree, tree.tokens[tree.tokens[index].head].head)), counted)
    counted = _of_deaths(tree, index, measure, counted)
    both = tree.tokens[index].lemma == "casualty"
    if not both:
        agent = _maker(tree, index) if measure == "captured" else None
        yield Mention(trigger=index, measure=measure, people=counted, agent=agent, pattern="counted noun")
    elif counted.high == 0:
        for each in ("killed", "injured"):
            yield Mention(trigger=index, measure=each, people=counted, agent=None, pattern="counted noun")


def _of_deaths(tree: Tree, index: int, measure: Measure, counted: People) -> People:
    """The number of the noun alone, where people behind it are no deaths: "one death and two civilians injured"."""
    told = words(LEXICON, measure, "noun")
    is_mixed = any(tree.tokens[c].lemma not in told for c in conjuncts(tree, index))
    return counted.parts[0] if counted.parts and is_mixed else counted


def _maker(tree: Tree, index: int) -> int | None:
    """Who made arrests: "police made 15 arrests", "15 arrests were made by police"."""
    own = tree.children(index, "acl")
    above = tree.tokens[index].head
    for verb in (*own, above):
        if tree.tokens[verb].lemma == "make":
            by = [i for agent in tree.children(verb, "agent", "prep") for i in tree.children(agent, "pobj")]
            passive = tree.tokens[verb].tag == "VBN" and (verb in own or bool(tree.children(verb, "nsubjpass")))
            return (by[0] if by else None) if passive else subject_of(tree, verb)
    return None


def _with_count_of_noun(tree: Tree, index: int, mention: Mention) -> Mention:
    """Read "The deaths of officers" counts nobody, but "two deaths of officers" counts two."""
    number = next((n for c in tree.children(index, "nummod") if (n := tree.number(c)) is not None), None)
    if number is None or mention.people.low is not None or number.low is None:
        return mention
    counted = replace(mention.people, low=int(number.low), high=None if number.high is None else int(number.high))
    return replace(mention, people=replace(counted, wording=number.text, vague=False))


def toll(tree: Tree, index: int, measure: Measure) -> Iterator[Mention]:
    """Read "The death toll rose to 32", "a toll of 32", "put the toll at 32", "the toll is 32"."""
    if not _is_toll(tree, index, measure):
        return
    above = tree.tokens[index].head
    spots = [*tree.children(index, "prep"), *(tree.children(above, "prep") if above != index else [])]
    spots += [p for high in tree.children(above, "advmod") for p in tree.children(high, "prep")]  # "as high as 30"
    spots += [i for i in tree.subtree(above) if i > index and tree.tokens[i].text.lower() in RISING]
    spots = [p for p in spots if tree.tokens[p].lemma not in {"from", "include", "with"}]  # "rose from 14 to 19"
    heads = [p for prep in spots for p in tree.children(prep, "pobj")] + tree.children(above, "attr", "npadvmod")
    if tree.tokens[index].dep == "nsubj" and tree.tokens[above].lemma in words(LEXICON, "counts", "reaching"):
        heads += tree.children(above, "dobj")
    for head in heads:
        if tree.number(head) is not None or any(tree.number(c) for c in tree.children(head, "nummod")):
            told = mentioned(tree, index, head, measure, "toll")
            yield from told if tree.tokens[above].lemma not in words(LEXICON, "counts", "above") else _open_above(told)
            for part in subgroups(tree, index) if head != index else []:  # "put the toll at four, including a woman"
                yield Mention(trigger=index, measure=measure, people=part, agent=None, pattern=SUBGROUP)
            return


def _open_above(found: Iterator[Mention]) -> Iterator[Mention]:
    """More than the number: "the number of arrests has crossed 500"."""
    return (replace(mention, people=replace(mention.people, high=None)) for mention in found)


def _tells(tree: Tree, index: int, measure: Measure) -> bool:
    told = lexicon(LEXICON)[measure]
    return any(tree.tokens[index].lemma in told[table] for table in ("object", "state", "noun"))


def _is_of_hurt(tree: Tree, index: int) -> bool:
    """Tell whether a bare toll sums up the hurt: "fewer injuries, putting the toll at six"; not "and the toll rose"."""
    if tree.tokens[tree.tokens[index].head].tag != "VBG":
        return False
    before = range(tree.sentence(index).first, index)
    deadly = words("en/roll", "deadly")
    return any(_tells(tree, i, "injured") for i in before) and deadly.isdisjoint(tree.lower[i] for i in before)


def _is_toll(tree: Tree, index: int, measure: Measure) -> bool:
    """Tell whether a noun is a toll: the word itself, "death count", or "the number of miners killed"."""
    token = tree.tokens[index]
    if token.lemma in words(LEXICON, "counts", "nouns"):
        below = [i for p in tree.children(index, "prep") for i in tree.subtree(p)]
        is_revised = tree.tokens[token.head].lemma in words(LEXICON, "counts", "revising") and not below
        before = range(tree.sentence(index).first, index) if is_revised and token.dep == "dobj" else ()
        return any(_tells(tree, i, measure) for i in (*(below if token.lemma == "number" else ()), *before))
    if token.lemma == "total":  # "brings the total to 45 killed"
        sentence = tree.sentence(index)
        deadly = lexicon(LEXICON)["killed"]["object"] + lexicon(LEXICON)["killed"]["state"]
        spoken = {tree.tokens[i].lemma for i in range(sentence.first, sentence.last)}
        return tree.tokens[token.head].lemma == "bring" and not spoken.isdisjoint(deadly)
    kind = {tree.tokens[c].lemma for c in tree.children(index, "compound", "amod")}
    if kind & words(LEXICON, "counts", "of_hurt") or (token.lemma == "toll" and not kind and _is_of_hurt(tree, index)):
        return measure == "injured"  # "the injury toll"
    return measure == "killed" and (token.lemma == "toll" or bool(kind & {"death", "body", "fatality"}))
