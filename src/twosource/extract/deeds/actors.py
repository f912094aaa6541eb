"""Who did it, as an Actor: the body or person behind a phrase, named in full, with how sure the report is."""

from dataclasses import dataclass

from twosource.extract.deeds.bodies import body_of, is_rebel, is_thing, rebels
from twosource.extract.deeds.doers import Doer, doers, is_nobody
from twosource.extract.people.group import country_in
from twosource.extract.speech.attribution import can_speak
from twosource.extract.speech.speakers import source_span, speaker_at, without_determiner
from twosource.extract.speech.statements import Told
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Actor, Span, Speaker

US = frozenset({"we", "i"})
SELF = US | {"it", "they"}  # in words that are not quoted: "the army said it killed 20"
UNRESOLVED = SELF | {"he", "she", "who", "that", "which", "those", "this", "these", "many", "some", "others", "you"}
RELATIVE = frozenset({"WP", "WDT"})


@dataclass(frozen=True, slots=True)
class Cast:
    """The doers of one report, and the one body of rebels it names."""

    doers: tuple[Doer, ...]
    rebels: str | None


def cast_of(tree: Tree) -> Cast:
    """Return who is told to have done what in a report."""
    return Cast(tuple(doers(tree)), rebels(tree))


def actor_of(tree: Tree, head: int | None, teller: Told | None, cast: Cast) -> Actor | None:
    """Return the actor a phrase stands for; None for things, which act for somebody who is not told."""
    if head is None:
        return None
    head = _meant(tree, head)
    if is_nobody(tree, head) or is_thing(tree, head) or (not can_speak(tree, head) and body_of(tree, head) is None):
        return None  # "a bomb killed", "the strike injured"
    told_by = teller.statement.speaker if teller is not None else None
    if tree.lower[head] in (SELF if tree.quotation(head) is None else US) and told_by is not None:
        return Actor(name=told_by.name, text=tree.tokens[head].text, confidence="claimed")
    text = _with_others(tree, head, _made_up(tree, head, source_span(tree, head))).of(tree.text)
    confidence = _confidence(head, text, cast)
    body = _body(tree, head, cast)
    if body is not None:
        return Actor(name=without_determiner(body), text=text, confidence=confidence, kind="organisation")
    speaker = speaker_at(tree, head, []).speaker
    if speaker.name.lower() in UNRESOLVED:
        return None
    kind = _kind(tree, head, speaker)
    return Actor(name=without_determiner(speaker.name), text=text, confidence=confidence, kind=kind)


def _made_up(tree: Tree, head: int, span: Span) -> Span:
    """The words of who acted with those that say of whom: "a team comprising personnel of the Riva police"."""
    of_whom = next(
        (c for c in tree.children(head, "acl") if tree.tokens[c].lemma in words("en/doers", "made_up")), None
    )
    return span if of_whom is None else Span(span.start, tree.span_over(tree.subtree(of_whom)).end)


def _with_others(tree: Tree, head: int, span: Span) -> Span:
    """The words of who acted with those beside: "soldiers and police"; a fire beside them is what happened."""
    is_foe = tree.lower[tree.tokens[head].head] == "between"  # "a clash between rebels and the army"
    joined = [] if is_foe else tree.children(head, "conj")
    known = (c for c in joined if can_speak(tree, c) and tree.tokens[c].start > span.end)
    beside = [c for c in known if tree.tokens[c].lemma not in words("en/casualty", "cause", "firing")]
    return span if not beside else Span(span.start, source_span(tree, beside[-1]).end)


def _kind(tree: Tree, head: int, speaker: Speaker) -> str:
    """A government is a body; a name the words give to a person is one; "three gunmen" are described."""
    if speaker.kind == "government" and speaker.name != speaker.text and country_in(tree, head) is not None:
        return "organisation"
    persons = {name.canonical for name in tree.names if name.kind == "person"}
    return "person" if speaker.name in persons else "description"


def _meant(tree: Tree, head: int) -> int:
    """Read "who" as the noun before its clause."""
    verb = tree.tokens[head].head
    is_relative = tree.tokens[head].tag in RELATIVE and tree.tokens[verb].dep == "relcl"
    return tree.tokens[verb].head if is_relative else head


def _body(tree: Tree, head: int, cast: Cast) -> str | None:
    """The body named; "the rebels" are those of the only body of rebels that the report names."""
    known = cast.rebels if is_rebel(tree, head) else None
    own = body_of(tree, head)
    return known if own is None or (known is not None and own.islower()) else own


def _confidence(head: int, text: str, cast: Cast) -> str:
    told = {doer.confidence for doer in cast.doers if doer.head == head} - {"stated"}
    if told:
        return min(told)
    suspected = any(word in words("en/stance", "hedges") for word in text.lower().split())
    return "suspected" if suspected else "stated"


def doer_at(trigger: int, cast: Cast) -> int | None:
    """Return the head of who did what a trigger tells of, None where the report does not say it there."""
    return next((doer.head for doer in cast.doers if doer.trigger == trigger), None)


def thing_of(tree: Tree, head: int | None) -> Actor | None:
    """What a share or a sum is told of: "Venezuelan oil supplied 30 % of its fuel"."""
    if head is None or tree.tokens[head].pos not in {"NOUN", "PROPN"}:
        return None
    text = source_span(tree, head).of(tree.text)
    return Actor(name=without_determiner(source_span(tree, head).of(tree.read)), text=text)
