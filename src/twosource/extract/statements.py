"""Attributions in, Statements out: each with its speaker, the day it was said, and speech without a cue of its own."""

from dataclasses import dataclass, replace

from twosource.extract.attribution import Attribution, attributions
from twosource.extract.speakers import Heard, source_span, speaker_at
from twosource.extract.stance import stance_of_cue
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import words
from twosource.model import DateRange, Quotation, Span, Speaker, Statement, Time
from twosource.model.claim import SpeakerKind
from twosource.values.identifier import identifier

LEXICON = "en/speech"


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with the tokens behind it, for the rules that read claims inside it."""

    statement: Statement
    cue: int | None
    content: frozenset[int]
    country: str | None
    pattern: str


def statements(tree: Tree) -> list[Told]:
    """Return the statements of an article in text order; speech that no cue claims goes to its likely speaker."""
    heard: list[Heard] = []
    told: list[Told] = []
    for attribution in attributions(tree):
        if attribution.source is not None:
            heard.append(speaker_at(tree, attribution.source, heard))
            heard[-1] = _cited(tree, attribution, heard)
            if any(tree.tokens[i].pos not in {"SPACE", "PUNCT"} for i in attribution.content):
                told.append(_told(tree, attribution, heard[-1]))
    told = _with_running_speech(tree, told)
    told = _without_doubles(told)
    told += [t for q in tree.quotations if (t := _uncued(tree, q, told, heard)) is not None]
    told = _with_one_kind([_nested(t, told) for t in told])
    return sorted(told, key=lambda t: (t.statement.target[0], t.statement.id))


def _with_one_kind(told: list[Told]) -> list[Told]:
    """A speaker described once ("Mayor Anna Kolar") has that kind wherever the report names only the name."""
    speakers = [one.statement.speaker for one in told]
    known = {s.name: s.kind for s in reversed(speakers) if s.kind not in {None, "person"}}
    return [_of_kind(one, known.get(one.statement.speaker.name)) for one in told]


def _of_kind(one: Told, kind: SpeakerKind | None) -> Told:
    if kind is None or one.statement.speaker.kind not in {None, "person"}:
        return one
    return replace(one, statement=replace(one.statement, speaker=replace(one.statement.speaker, kind=kind)))


def _cited(tree: Tree, attribution: Attribution, heard: list[Heard]) -> Heard:
    """In "the Courier, citing an official, said", the official speaks and the Courier passes it on."""
    outer = heard[-1]
    near = [attribution.cue, outer.token]
    citing = [c for i in near for c in tree.children(i, "advcl", "acl", "relcl") if _passes_on(tree, c)]
    inner = next((o for c in citing for o in tree.children(c, "dobj")), None)
    if inner is None:
        return outer
    found = speaker_at(tree, inner, heard)
    return replace(found, speaker=replace(found.speaker, via=(outer.speaker.name,)))


def _passes_on(tree: Tree, index: int) -> bool:
    return tree.tokens[index].lemma in words(LEXICON, "verbs", "passing_on")


def _without_doubles(told: list[Told]) -> list[Told]:
    """Of two cues of one speaker for the same words ("commented ..., saying") the one nearest the words stays."""
    nearest: dict[tuple[str, frozenset[int]], Told] = {}
    for one in told:
        key = (one.statement.speaker.name, one.content)
        known = nearest.get(key)
        if known is None or _distance(one) < _distance(known):
            nearest[key] = one
    return list(nearest.values())


def _distance(one: Told) -> int:
    return 0 if one.cue is None else min(abs(one.cue - i) for i in one.content)


def _told(tree: Tree, attribution: Attribution, heard: Heard) -> Told:
    cue = tree.span_over(attribution.cue_tokens)
    source = source_span(tree, heard.token)
    content = frozenset(i for i in attribution.content if tree.tokens[i].pos != "SPACE")
    return Told(
        _statement(tree, heard.speaker, (source, cue), content, attribution.cue),
        attribution.cue,
        content,
        heard.country,
        attribution.pattern,
    )


def _statement(
    tree: Tree, speaker: Speaker, marks: tuple[Span | None, Span | None], content: frozenset[int], cue: int | None
) -> Statement:
    source, cue_span = marks
    target = _runs(tree, content)
    quote = target[0].of(tree.text)
    where = f"{cue_span}{source}{target[0]}"
    return Statement(
        id=identifier("s", tree.article.id, where),
        report=tree.article.id,
        source=source,
        cue=cue_span,
        target=target,
        direct=any(q.span.touches(t) for q in tree.quotations for t in target),
        speaker=speaker,
        stance=stance_of_cue(tree, cue),
        said=_said(tree, cue, content) if cue is not None else None,
        quote=quote,
    )


def _runs(tree: Tree, content: frozenset[int]) -> tuple[Span, ...]:
    """The content as spans: unbroken runs of tokens, outer punctuation left off."""
    runs: list[list[int]] = []
    for index in sorted(content):
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    wordy = [run for run in runs if any(tree.tokens[i].pos != "PUNCT" for i in run)]
    return tuple(tree.span_over(run) for run in wordy or runs)


def _said(tree: Tree, cue: int, content: frozenset[int]) -> DateRange | None:
    """The day of the speech: a time in the cue's sentence outside what was said, hanging on the cue's own clause."""
    span = tree.sentence_span(cue)
    verbs = {cue, *(a for a in tree.ancestors(cue) if tree.tokens[a].pos in VERBAL and a not in content)}
    for time in tree.times:
        if span.covers(time.span) and time.earliest is not None and not _inside(tree, time, content):
            first = next(iter(tree.inside(time.span)), None)
            if first is not None and tree.verb_above(first) in verbs and not is_of_content(first, cue, content):
                return date_range(time)
    return None


def is_of_content(index: int, cue: int, content: frozenset[int]) -> bool:
    """Tell whether a token between what was told and its cue goes with what was told.

    In "five died in a blast on Monday, police said" the parser hangs the Monday on "said" as often as not.
    """
    return bool(content) and min(content) < index < cue


def _inside(tree: Tree, time: Time, content: frozenset[int]) -> bool:
    return any(i in content for i in tree.inside(time.span))


def date_range(time: Time) -> DateRange | None:
    """Return the days of a time expression, None where it names none."""
    if time.earliest is None or time.latest is None or time.precision is None:
        return None
    return DateRange(earliest=time.earliest, latest=time.latest, precision=time.precision, text=time.text)


def _with_running_speech(tree: Tree, told: list[Told]) -> list[Told]:
    """Add to each statement the rest of its speech: further sentences between the same marks or of the same turn."""
    turns = {q.turn: [p for p in tree.quotations if p.turn == q.turn] for q in tree.quotations}
    widened = []
    for one in told:
        touched = {q.turn for q in tree.quotations if any(i in one.content for i in tree.inside(q.span))}
        more = {i for turn in touched for q in turns[turn] for i in tree.inside(q.span)}
        is_inner = one.cue is not None and tree.quotation(one.cue) is not None
        widened.append(one if is_inner or not more - one.content else _widened(tree, one, more))
    return widened


def _widened(tree: Tree, one: Told, more: set[int]) -> Told:
    content = one.content | more
    target = _runs(tree, content)
    statement = replace(one.statement, target=target, direct=True, quote=target[0].of(tree.text))
    return replace(one, statement=statement, content=content)


def _uncued(tree: Tree, quotation: Quotation, told: list[Told], heard: list[Heard]) -> Told | None:
    """Speech without a cue: its governing verb's subject, else who spoke last in the paragraph or just before."""
    tokens = frozenset(tree.inside(quotation.span))
    if not any(tree.tokens[i].pos not in {"SPACE", "PUNCT"} for i in tokens) or any(
        tokens & one.content for one in told
    ):
        return None
    first = min(tokens)
    near = [h for h in heard if abs(tree.sentence_number(h.token) - tree.sentence_number(first)) <= 1]
    subject = _governing_subject(tree, first)
    if subject is not None:
        source = speaker_at(tree, subject, heard)
    elif near and len(tokens) > 4:
        source = min(near, key=lambda h: (h.token > first, abs(h.token - first)))
    else:
        return None
    statement = _statement(tree, source.speaker, (source_span(tree, source.token), None), tokens, None)
    return Told(statement, None, tokens, source.country, "speech without cue")


def _governing_subject(tree: Tree, first: int) -> int | None:
    """The subject of the verb that the quoted words hang on, where it is a person or a body."""
    if first == tree.sentence(first).first:
        return None
    for ancestor in tree.ancestors(first):
        subject = tree.child(ancestor, "nsubj")
        if subject is not None and tree.quotation(subject) is None:
            return subject if tree.name(subject) is not None else None
    return None


def _nested(one: Told, told: list[Told]) -> Told:
    """Name in ``via`` those whose words hold this statement ("The Courier, citing an official")."""
    if one.cue is None:
        return one
    outer = [o for o in told if o is not one and one.cue in o.content and one.content < o.content | {one.cue}]
    names = [o.statement.speaker.name for o in sorted(outer, key=lambda o: -len(o.content))]
    via = tuple(name for name in dict.fromkeys(names) if name != one.statement.speaker.name)
    via = tuple(dict.fromkeys((*via, *one.statement.speaker.via)))
    if not via:
        return one
    return replace(one, statement=replace(one.statement, speaker=replace(one.statement.speaker, via=via)))
