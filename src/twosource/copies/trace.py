"""A copy and the reports it may follow in, what became of each of its sentences out; it knows no group.

Here quotations count, other than in the search for copies: once it is known that a report copies another, what both
quote came with the rest.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from twosource.copies.fingerprint import WORD, folded, sentences
from twosource.model import Article, Change, Span, TracedSentence

Words = tuple[str, ...]

# An edited sentence keeps half of the shorter wording in runs of two words or more, five words at least, or most of a
# short one. On 16,107 sentences of copies made by rule (evaluation/copies.py) the fate is right in .995, the source in
# .986.
LEAST_KEPT, LEAST_WORDS = 0.5, 5
SHORT_KEPT, SHORT_WORDS = 0.6, 3
RUN = 2
CANDIDATES = 4  # sentences of the source, those that share most pairs of words


class Wording:
    """The sentences of a text with their folded words, and where each wording and each pair of words stands."""

    def __init__(self, article: Article) -> None:
        """Read the running text of an article; who published it does not matter."""
        self.text = article.text
        self.spans = tuple(span for span in sentences(article) if WORD.search(span.of(article.text)))
        self.words: tuple[Words, ...] = tuple(tuple(map(folded, WORD.findall(s.of(self.text)))) for s in self.spans)
        self.first_of = {words: number for number, words in reversed(tuple(enumerate(self.words)))}

    @cached_property
    def pairs(self) -> Mapping[tuple[str, str], tuple[int, ...]]:
        """Return the sentences that hold a pair of words."""
        found: dict[tuple[str, str], list[int]] = {}
        for number, words in enumerate(self.words):
            for pair in sorted(set(pairwise(words))):
                found.setdefault(pair, []).append(number)
        return {pair: tuple(numbers) for pair, numbers in found.items()}


@dataclass(frozen=True, slots=True)
class Told:
    """A report and its wording, which reports of the same text share."""

    report: str
    wording: Wording


def traced(copy: Told, sources: Sequence[Told], given: Mapping[Span, tuple[str, Span]]) -> Iterator[TracedSentence]:
    """Yield each sentence of a copy with its fate.

    Args:
        copy: the report whose sentences are traced.
        sources: the reports of its group that it may follow, the likeliest first.
        given: sentences it took over from reports of other origins, with report and sentence there.
    """
    report, own = copy.report, copy.wording
    for span, words in zip(own.spans, own.words, strict=True):
        whole = next((one for one in sources if words in one.wording.first_of), None)
        edited = None if whole is not None else _edited(copy, (span, words), sources)
        if whole is not None:
            there = whole.wording.spans[whole.wording.first_of[words]]
            yield TracedSentence(report=report, span=span, fate="copied", source=whole.report, source_span=there)
        elif edited is not None:
            yield edited
        elif span in given:
            giver, there = given[span]
            yield TracedSentence(report=report, span=span, fate="copied", source=giver, source_span=there)
        else:
            yield TracedSentence(report=report, span=span, fate="added")


def _edited(copy: Told, told: tuple[Span, Words], sources: Sequence[Told]) -> TracedSentence | None:
    """The sentence as an edit of the one likest to it, in the first source that has any."""
    span, words = told
    for report, theirs in ((source.report, source.wording) for source in sources):
        matches = [(_matched(words, theirs.words[number]), number) for number in _near(words, theirs)]
        kept, number = max(matches, key=lambda match: (match[0], -match[1]), default=(0, 0))
        if _is_edit(kept, len(words), len(theirs.words[number])):
            there = theirs.spans[number]
            changes = _changes((copy.wording.text, span), (theirs.text, there))
            return TracedSentence(
                report=copy.report, span=span, fate="edited", source=report, source_span=there, changes=changes
            )
    return None


def _near(words: Words, source: Wording) -> list[int]:
    counts = Counter(number for pair in sorted(set(pairwise(words))) for number in source.pairs.get(pair, ()))
    return sorted(counts, key=lambda number: (-counts[number], number))[:CANDIDATES]


def _matched(words: Words, others: Words) -> int:
    blocks = SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= RUN)


def _is_edit(kept: int, length: int, other: int) -> bool:
    shorter, longer = sorted((length, other))
    return (kept >= LEAST_WORDS and kept >= LEAST_KEPT * shorter) or (
        kept >= SHORT_WORDS and kept >= SHORT_KEPT * longer
    )


def _changes(own: tuple[str, Span], theirs: tuple[str, Span]) -> tuple[Change, ...]:
    here, there = _words_at(*own), _words_at(*theirs)
    matcher = SequenceMatcher(None, [word for _, word in here], [word for _, word in there], autojunk=False)
    return tuple(
        Change(span=_stretch(here, first, last, own[1]), source_span=_stretch(there, start, end, theirs[1]))
        for tag, first, last, start, end in matcher.get_opcodes()
        if tag != "equal"
    )


def _words_at(text: str, span: Span) -> list[tuple[Span, str]]:
    found = WORD.finditer(text, span.start, span.end)
    return [(Span(match.start(), match.end()), folded(match.group())) for match in found]


def _stretch(words: Sequence[tuple[Span, str]], first: int, last: int, sentence: Span) -> Span:
    """The characters of words ``[first, last)``; where there are none, the empty span behind the word before."""
    if first < last:
        return Span(words[first][0].start, words[last - 1][0].end)
    at = words[first - 1][0].end if first else sentence.start
    return Span(at, at)
