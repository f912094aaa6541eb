"""Casualties told as headlines tell them: "30 Killed in Riva", "Teen shot", "4 injured by gunfire"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from twosource.extract.casualties.scene import is_aimed
from twosource.extract.casualties.title_numbers import title_numbers
from twosource.extract.people.counted import People
from twosource.extract.people.mention import Mention, mentioned
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Group, Span
from twosource.model.claim import Measure

ON_TOP = 3  # sentences


def headline(tree: Tree, verb: int, measure: Measure) -> Iterator[Mention]:
    """Read a past form without auxiliary or object as a clipped passive."""
    if (bare := _number_before(tree, verb)) is not None:
        yield from mentioned(tree, verb, bare, measure, "headline")
    elif (subject := _headline_subject(tree, verb)) is not None:
        yield from (_counted_as_one(tree, m) for m in mentioned(tree, verb, subject, measure, "headline"))


def shot(tree: Tree, index: int) -> Iterator[Mention]:
    """Read "5 shot in Riva" in a title, where the parser takes "shot" for a noun."""
    token = tree.tokens[index]
    if token.pos != "NOUN" or token.text.lower() not in words("en/casualty", "headline", "nouns"):
        return
    if tree.in_title(index) and index and tree.tokens[index - 1].head == index and _is_bare_number(tree, index - 1):
        yield from mentioned(tree, index, index - 1, "hit", "headline")


def with_title_numbers(tree: Tree, found: Iterable[Mention]) -> list[Mention]:
    """Return the mentions, in titles with the numbers that the parse misses: "spree leaves 4 wounded, gunman dead"."""
    kept = list(found)
    for told in (number for title in tree.titles for number in _numbers_in(tree, title)):
        inside = tree.inside(told.people.span)
        same = [m for m in kept if m.people.head in inside or told.people.head in tree.inside(m.people.span)]
        if not any(m.people.low == told.people.low for m in same):
            kept = [mention for mention in kept if mention not in same]
            kept.append(told)
    return kept


def _numbers_in(tree: Tree, title: Span) -> Iterator[Mention]:
    for told in title_numbers(title.of(tree.text)):
        span = Span(title.start + told.span.start, title.start + told.span.end)
        inside = tree.inside(span)
        head = next((i for i in inside if tree.number(i) is not None), None)
        if head is None:
            continue
        trigger = inside[-1] if inside[-1] != head else inside[0]
        people = [i for i in inside if i != trigger]
        span = tree.span_of(people[0], people[-1])
        group = Group(text=span.of(tree.text), role="victim")
        counted = People(
            head=head, low=told.number, high=told.number, wording=tree.tokens[head].text, group=group, span=span
        )
        measure: Measure = "injured" if told.measure == "hit" and told.number == 1 else told.measure
        yield Mention(trigger=trigger, measure=measure, people=counted, agent=None, pattern="headline")


def _headline_subject(tree: Tree, verb: int) -> int | None:
    """The people of a headline's clipped passive ("30 Killed in ..."): a past form with neither object nor pronoun."""
    if is_aimed(tree, verb):
        return None
    shares_object = any(tree.children(c, "dobj") for c in tree.children(verb, "conj"))
    subject = tree.child(verb, "nsubj") if tree.tokens[verb].tag in {"VBN", "VBD"} and not shares_object else None
    if (
        subject is not None
        and subject < verb - 1
        and tree.tokens[verb - 1].dep == "conj"
        and _is_bare_number(tree, verb - 1)
    ):
        return verb - 1  # "one dead and two wounded"
    return subject if subject is not None and tree.tokens[subject].pos != "PRON" else None


def _number_before(tree: Tree, verb: int) -> int | None:
    """The number right before a past form that has nobody else: "4 injured by gunfire in Riva"."""
    before = verb - 1
    if before < 0 or tree.tokens[verb].tag not in {"VBN", "VBD"} or tree.children(verb, "nsubj", "nsubjpass", "dobj"):
        return None
    is_its = tree.tokens[before].head == verb and tree.tokens[before].dep in {"meta", "nummod", "dep"}
    return before if is_its and _is_bare_number(tree, before) else None


def _is_bare_number(tree: Tree, index: int) -> bool:
    return tree.tokens[index].pos == "NUM" and tree.number(index) is not None


def _counted_as_one(tree: Tree, mention: Mention) -> Mention:
    """Headlines leave out articles: "Teen boy shot" on top tells of one; further down it is another story's teaser."""
    head, counted = tree.tokens[mention.people.head], mention.people
    group = head.text.lower() in words("en/people", "groups")
    if counted.low is not None or counted.high is not None or head.tag != "NN" or group or counted.parts:
        return mention
    if tree.sentence_number(mention.trigger) >= ON_TOP:
        return mention
    measure: Measure = "injured" if mention.measure == "hit" else mention.measure
    return replace(mention, measure=measure, people=replace(counted, low=1, high=1, vague=False))
