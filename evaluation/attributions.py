"""Who said what, against PolNeAR (corpus ``polnear``): whole articles in, spans of source, cue and content out.

Source: networkdynamics/PolNeAR 1.0.0 (Newell, Margolin and Ruths 2018). ``source``, ``cue`` and ``content`` are F1 of
exact spans in one article; pieces count as one span, and only white space may lie outside. ``content, words alone``
also lets punctuation and quotation marks go. The rest is over the attributions by the 21 commonest cues of speech
(``speech_cues.toml``): ``cue`` is F1 of those cues (one found inside a gold cue of further words, "said in a
statement", is not judged); ``source`` and ``content`` are, given that the cue was found, the
share of right sources and of contents that share half of their words' characters with the gold (Jaccard);
``source, end to end`` counts missed cues as wrong. ``speaker of direct quotations`` is the share of contents that open
with a quotation mark where the source of the statement that overlaps most touches the gold source.
"""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evaluation.corpus import PARTS, f1, part_of, rows, sample
from evaluation.readings import readings
from evaluation.score import Run, Score
from twosource.model import Statement

TASK = "polnear"
QUICK = 90
OPENING = "\"“'‘«"

Pieces = Sequence[Sequence[int]]
Covered = frozenset[int]


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution as characters covered: source, cue, content without space; content by its words alone."""

    source: Covered
    cue: Covered
    content: Covered
    wordy: Covered
    cue_text: str
    is_direct: bool


def scores(run: Run) -> Iterator[Score]:
    """Yield the scores of both parts."""
    documents = sample(rows(run.corpora / "polnear" / "docs.jsonl.gz"), "id", run.most(QUICK))
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for document, read in zip(documents, readings(documents, run.shelf), strict=True):
        text = document["text"]
        gold = [attributed(text, a["source"], a["cue"], a["content"]) for a in document["attributions"]]
        found = [_of_statement(text, statement) for statement in read.statements]
        tally = tallies[part_of(document["id"])]
        count_spans(tally, gold, found)
        count_speech(tally, gold, found)
    for part in PARTS:
        yield from _scores_of(part, tallies[part], whole=not run.quick)


def attributed(text: str, source: Pieces, cue: Pieces, content: Pieces) -> Attributed:
    """Return an attribution by the characters its pieces cover."""
    inside = _covered(text, content)
    return Attributed(
        source=_covered(text, source),
        cue=_covered(text, cue),
        content=inside,
        wordy=frozenset(i for i in inside if text[i].isalnum()),
        cue_text=" ".join(text[start:end] for start, end in cue).lower(),
        is_direct=bool(inside) and text[min(inside)] in OPENING,
    )


def count_spans(tally: Counter[str], gold: Sequence[Attributed], found: Sequence[Attributed]) -> None:
    """Count gold, found and right spans of each kind in one article."""
    for kind in ("source", "cue", "content", "wordy"):
        told: set[Covered] = {span for one in gold if (span := getattr(one, kind))}
        read: set[Covered] = {span for one in found if (span := getattr(one, kind))}
        tally.update({f"{kind} gold": len(told), f"{kind} found": len(read), f"{kind} right": len(told & read)})


def count_speech(tally: Counter[str], gold: Sequence[Attributed], found: Sequence[Attributed]) -> None:
    """Count what is right of the attributions by common cues of speech in one article."""
    cues = speech_cues()
    told = [one for one in gold if one.cue_text in cues]
    by_cue = {one.cue: one for one in found if one.cue}
    wanted = {one.cue for one in told}
    others = {i for one in gold if one.cue_text not in cues for i in one.cue}
    read = {one.cue for one in found if one.cue and one.cue_text in cues and not one.cue & others}
    tally.update({"speech gold": len(wanted), "speech found": len(read), "speech right": len(wanted & read)})
    for one in told:
        _count_of(tally, one, by_cue.get(one.cue), found)


def _count_of(tally: Counter[str], gold: Attributed, same: Attributed | None, found: Sequence[Attributed]) -> None:
    tally["sources"] += bool(gold.source)
    if same is not None:
        tally["sources given cue"] += bool(gold.source)
        tally["sources right"] += bool(gold.source) and same.source == gold.source
        tally["contents given cue"] += bool(gold.wordy)
        tally["contents right"] += bool(gold.wordy) and overlap(same.wordy, gold.wordy) >= 0.5
    if gold.is_direct and gold.source:
        nearest = max(found, key=lambda one: overlap(one.wordy, gold.wordy), default=None)
        tally["quotations"] += 1
        tally["speakers right"] += nearest is not None and bool(
            nearest.wordy & gold.wordy and nearest.source & gold.source
        )


def overlap(a: Covered, b: Covered) -> float:
    """Return the share of all characters that both cover (Jaccard)."""
    return len(a & b) / len(a | b) if a or b else 0.0


@cache
def speech_cues() -> frozenset[str]:
    """Return the commonest cues of speech, in lower case."""
    return frozenset(tomllib.loads(Path(__file__).with_name("speech_cues.toml").read_text(encoding="utf-8")))


def _covered(text: str, pieces: Pieces) -> Covered:
    return frozenset(i for start, end in pieces for i in range(start, end) if not text[i].isspace())


def _of_statement(text: str, statement: Statement) -> Attributed:
    source = [[s.start, s.end] for s in (statement.source,) if s is not None]
    cue = [[s.start, s.end] for s in (statement.cue,) if s is not None]
    return attributed(text, source, cue, [[s.start, s.end] for s in statement.target])


def _scores_of(part: str, tally: Counter[str], *, whole: bool) -> Iterator[Score]:
    spans = {"source": "source", "cue": "cue", "content": "content", "content, words alone": "wordy"}
    for measure, kind in (spans | {"speech: cue": "speech"}).items():
        right, found, gold = (tally[f"{kind} {what}"] for what in ("right", "found", "gold"))
        yield Score(task=TASK, measure=measure, part=part, value=f1(right, found, gold), n=gold, whole=whole)
    for measure, right_of, of in (
        ("speech: source", "sources right", "sources given cue"),
        ("speech: source, end to end", "sources right", "sources"),
        ("speech: content", "contents right", "contents given cue"),
        ("speech: speaker of direct quotations", "speakers right", "quotations"),
    ):
        value = tally[right_of] / max(tally[of], 1)
        yield Score(task=TASK, measure=measure, part=part, value=value, n=tally[of], whole=whole)
