"""Attributions in, Statements out: each with its speaker, the day it was said, and speech without a cue of its own."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from twosource.extract.speech.attribution import Attribution
from twosource.extract.speech.marked import PATTERN, is_speech, told_in
from twosource.extract.speech.speakers import Heard, source_span, speaker_at
from twosource.extract.speech.stance import stance_of_cue
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import words
from twosource.model import DateRange, Quotation, Span, Speaker, Statement, Time
from twosource.model.claim import SpeakerKind
from twosource.values.identifier import identifier

LEXICON = "en/speech"
UNCUED = "speech without cue"
SURE = frozenset({PATTERN, UNCUED})


@dataclass(frozen=True, slots=True)
class Marks:
    """Where an attribution stands in the text, and the token that tells."""

    source: Span | None
    cue: Span | None
    target: tuple[Span, ...]
    token: int | None


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with the tokens behind it, for the rules that read claims inside it.

    ``stop`` is its cue where it tells of speech, at which the rules of stance end. "Were ordered to", "suspected of"
    and the like have none: they themselves keep the words told from being asserted, and nobody speaks there.
    """

    statement: Statement
    cue: int | None
    content: frozenset[int]
    country: str | None
    pattern: str
    stop: int | None = None


def statements(tree: Tree) -> list[Told]:
    """Return the statements of an article in text order; speech that no cue claims goes to its likely speaker."""
    heard: list[Heard] = []
    told: list[Told] = []
    for attribution in told_in(tree):
        source = None
        if attribution.source is not None:
            heard.append(speaker_at(tree, attribution.source, heard))
            source = heard[-1] = _cited(tree, attribution, heard)
        if any(tree.tokens[i].pos not in {"SPACE", "PUNCT"} for i in attribution.content):
            told.append(_told(tree, attribution, source))
    told = _with_running_speech(tree, told)
    told = _without_doubles(told)
    told += [t for q in tree.quotations if (t := _uncued(tree, q, told, heard)) is not None]
    told = _with_one_kind([_nested(t, told) for t in told])
    return sorted(told, key=lambda t: (t.statement.target[0], t.statement.id))


def tellers(told: Sequence[Told]) -> list[Told]:
    """Return the statements that give a claim its speaker: those of speech."""
    return [one for one in told if one.stop is not None or one.cue is None]


def kept_statements(tree: Tree, told: Sequence[Told], rested_on: AbstractSet[str | None]) -> tuple[Statement, ...]:
    """Return the statements of an article, each once.

    Beside what was marked, and speech between quotation marks, the rules' own readings are kept where a claim rests on
    them: 1 in 15 of the others is an attribution in the sense of the field.
    """
    sure = (t for t in told if tree.marked is None or t.pattern in SURE or t.statement.id in rested_on)
    return tuple({one.statement.id: one.statement for one in sure}.values())


def _with_one_kind(told: list[Told]) -> list[Told]:
    """A speaker described once ("Mayor Anna Kolar") has that kind wherever the report names only the name."""
    speakers = [one.statement.speaker for one in told]
    known = {s.name: s.kind for s in reversed(speakers) if s is not None and s.kind not in {None, "person"}}
    return [_of_kind(one, known) for one in told]


def _of_kind(one: Told, known: Mapping[str, SpeakerKind | None]) -> Told:
    speaker = one.statement.speaker
    if speaker is None or speaker.kind not in {None, "person"} or speaker.name not in known:
        return one
    return replace(one, statement=replace(one.statement, speaker=replace(speaker, kind=known[speaker.name])))


def _cited(tree: Tree, attribution: Attribution, heard: list[Heard]) -> Heard:
    """In "the Courier, citing an official, said", the official speaks and the Courier passes it on."""
    outer = heard[-1]
    near = [attribution.cue, outer.token, *tree.children(attribution.cue, "ccomp")]
    citing = [c for i in near for c in tree.children(i, "advcl", "acl", "relcl") if _passes_on(tree, c)]
    if _passes_on(tree, attribution.cue) and any(
        tree.tokens[c].lemma == "as" for c in tree.children(attribution.cue, "prep")
    ):
        citing.append(attribution.cue)  # "quoted an official as saying"
    inner = next((o for c in citing for o in tree.children(c, "dobj")), None)
    if inner is None:
        return outer
    found = speaker_at(tree, inner, heard)
    return replace(found, speaker=replace(found.speaker, via=(outer.speaker.name,)))


def _passes_on(tree: Tree, index: int) -> bool:
    return tree.tokens[index].lemma in words(LEXICON, "verbs", "passing_on")


def _without_doubles(told: list[Told]) -> list[Told]:
    """Of two cues of one speaker for the same words ("commented ..., saying") the one nearest the words stays."""
    nearest: dict[tuple[str | None, frozenset[int]], Told] = {}
    for one in told:
        key = (_name_of(one), one.content)
        known = nearest.get(key)
        if known is None or _distance(one) < _distance(known):
            nearest[key] = one
    return list(nearest.values())


def _name_of(one: Told) -> str | None:
    return one.statement.speaker.name if one.statement.speaker is not None else None


def _distance(one: Told) -> int:
    return 0 if one.cue is None else min(abs(one.cue - i) for i in one.content)


def _told(tree: Tree, attribution: Attribution, heard: Heard | None) -> Told:
    content = frozenset(i for i in attribution.content if tree.tokens[i].pos != "SPACE")
    reach = content.union(attribution.reach)
    speaker = heard.speaker if heard is not None else None
    return Told(
        _statement(tree, speaker, _marks(tree, attribution, heard, content), reach),
        attribution.cue,
        reach,
        heard.country if heard is not None else None,
        attribution.pattern,
        attribution.cue if is_speech(tree, attribution) else None,
    )


def _marks(tree: Tree, attribution: Attribution, heard: Heard | None, content: frozenset[int]) -> Marks:
    """The spans of an attribution; those that were marked are taken as they are, quotation marks and all."""
    source = source_span(tree, heard.token) if heard is not None else None
    if attribution.pattern == PATTERN:
        told, cue = attribution.source_tokens, attribution.cue_tokens
        own = tree.span_of(told[0], told[-1]) if told else source if attribution.source is not None else None
        target = tuple(tree.span_of(run[0], run[-1]) for run in _unbroken(tree, content))
        return Marks(own, tree.span_of(cue[0], cue[-1]), target, attribution.cue)
    return Marks(source, tree.span_over(attribution.cue_tokens), _runs(tree, content), attribution.cue)


def _statement(tree: Tree, speaker: Speaker | None, marks: Marks, content: frozenset[int]) -> Statement:
    where = f"{marks.cue}{marks.source}{marks.target[0]}"
    return Statement(
        id=identifier("s", tree.article.id, where),
        report=tree.article.id,
        source=marks.source,
        cue=marks.cue,
        target=marks.target,
        direct=any(q.span.touches(t) for q in tree.quotations for t in marks.target),
        speaker=speaker,
        stance=stance_of_cue(tree, marks.token),
        said=_said(tree, marks.token, content) if marks.token is not None else None,
        quote=marks.target[0].of(tree.text),
    )


def _runs(tree: Tree, content: frozenset[int]) -> tuple[Span, ...]:
    """The content as spans: unbroken runs of tokens, outer punctuation left off."""
    return tuple(tree.span_over(run) for run in _unbroken(tree, content))


def _unbroken(tree: Tree, content: frozenset[int]) -> list[list[int]]:
    """The runs of tokens, space aside, that hold a word."""
    runs: list[list[int]] = []
    for index in sorted(content):
        if runs and all(tree.tokens[i].pos == "SPACE" for i in range(runs[-1][-1] + 1, index)):
            runs[-1].append(index)
        else:
            runs.append([index])
    return [run for run in runs if any(tree.tokens[i].pos != "PUNCT" for i in run)] or runs


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
    """Add to each statement the rest of its speech: further sentences between the same marks or of the same turn.

    What was marked holds its own paragraph's speech already; a turn that goes on in the next paragraph is added.
    """
    turns = {q.turn: [p for p in tree.quotations if p.turn == q.turn] for q in tree.quotations}
    widened = []
    for one in told:
        touched = [q for q in tree.quotations if not one.content.isdisjoint(tree.inside(q.span))]
        more = [q for q in _turns_of(touched, turns) if one.pattern != PATTERN or q not in touched]
        is_inner = one.cue is not None and tree.quotation(one.cue) is not None
        widened.append(one if is_inner else _widened(tree, one, more))
    return widened


def _turns_of(touched: Sequence[Quotation], turns: Mapping[int, Sequence[Quotation]]) -> list[Quotation]:
    return [q for turn in sorted({q.turn for q in touched}) for q in turns[turn]]


def _widened(tree: Tree, one: Told, more: Sequence[Quotation]) -> Told:
    further = frozenset(i for q in more for i in tree.inside(q.span))
    if not further - one.content:
        return one
    content = one.content | further
    target = _runs(tree, content)
    if one.pattern == PATTERN:
        target = tuple(sorted((*one.statement.target, *(q.span for q in more))))
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
    marks = Marks(source_span(tree, source.token), None, _runs(tree, tokens), None)
    statement = _statement(tree, source.speaker, marks, tokens)
    return Told(statement, None, tokens, source.country, UNCUED)


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
    speaker = one.statement.speaker
    if one.cue is None or speaker is None:
        return one
    outer = [o for o in told if o is not one and one.cue in o.content and one.content < o.content | {one.cue}]
    names = [_name_of(o) for o in sorted(outer, key=lambda o: -len(o.content))]
    via = tuple(name for name in dict.fromkeys(names) if name is not None and name != speaker.name)
    via = tuple(dict.fromkeys((*via, *speaker.via)))
    return replace(one, statement=replace(one.statement, speaker=replace(speaker, via=via))) if via else one
