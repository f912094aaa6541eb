"""Annotations in, a walkable parse out: children, subtrees, clauses and what stands at a token; knows no lexicon."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from twosource.extract.mended import mended
from twosource.model import (
    Annotations,
    Article,
    Marked,
    Name,
    Number,
    Place,
    Quotation,
    Sentence,
    Span,
    Time,
    Token,
    Toponym,
)

VERBAL = frozenset({"VERB", "AUX"})
CLAUSE_HEADS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "xcomp", "pcomp", "csubj"})


class Tree:
    """The parse of one article with the annotation layers laid on its tokens. Tokens are named by their index."""

    def __init__(self, article: Article, annotations: Annotations) -> None:
        self.article = article
        self.text = article.text
        self.tokens: Sequence[Token] = mended(annotations.tokens)
        self.sentences: Sequence[Sentence] = annotations.sentences
        self.quotations: Sequence[Quotation] = annotations.quotations
        self.times: Sequence[Time] = annotations.times
        self.places: Sequence[Toponym] = annotations.places
        self.title_places: Sequence[Toponym] = annotations.title_places
        self.outlet_place: Place | None = annotations.outlet_place
        self.names: Sequence[Name] = annotations.names
        self.marked: Sequence[Marked] | None = annotations.marked
        self.titles = [block.span for block in article.blocks if block.kind == "title"]
        self.read = _as_read(article.text, annotations.tokens)
        self.lower = [token.text.lower() for token in self.tokens]
        self._starts = [token.start for token in self.tokens]
        self._children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                self._children[token.head].append(index)
        self._sentence_of = [0] * len(self.tokens)
        for number, sentence in enumerate(self.sentences):
            for index in range(sentence.first, sentence.last):
                self._sentence_of[index] = number
        self._number_at = {i: n for n in annotations.numbers for i in self.inside(n.core)}
        self._name_at = {i: n for n in annotations.names for i in self.inside(n.span)}
        self._place_at = {i: p for p in annotations.places for i in self.inside(p.span)}

    def sentences_before(self, index: int, most: int) -> Iterator[int]:
        """Yield the numbers of the sentences before a token's in its paragraph, the nearest first, ``most`` of them."""
        number = self.sentence_number(index)
        for before in range(number - 1, max(-1, number - 1 - most), -1):
            if self.sentences[before].block != self.sentences[number].block:
                return
            yield before

    def inside(self, span: Span) -> range:
        """Return the indices of the tokens that start inside the span."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def at(self, position: int) -> int | None:
        """Return the index of the token that holds the character, None where there is none."""
        index = bisect_right(self._starts, position) - 1
        return index if index >= 0 and position < self.tokens[index].end else None

    def children(self, index: int, *deps: str) -> list[int]:
        """Return the children of a token, in order; only those with one of the labels where any is given."""
        children = self._children[index]
        if not (deps and children):
            return children
        tokens = self.tokens
        return [c for c in children if tokens[c].dep in deps]

    def child(self, index: int, *deps: str) -> int | None:
        """Return the first child with one of the labels, None without one."""
        return next(iter(self.children(index, *deps)), None)

    def subtree(self, index: int, leave: frozenset[int] = frozenset()) -> list[int]:
        """Return a token and all below it, sorted, without the branches that start at a token in ``leave``."""
        found: list[int] = []
        open_ = [index]
        while open_:
            node = open_.pop()
            found.append(node)
            below = self._children[node]
            open_.extend([c for c in below if c not in leave] if leave else below)
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the heads above a token, nearest first."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def verb_above(self, index: int) -> int | None:
        """Return the nearest verb above a token."""
        return next((a for a in self.ancestors(index) if self.tokens[a].pos in VERBAL), None)

    def sentence(self, index: int) -> Sentence:
        """Return the sentence a token stands in."""
        return self.sentences[self._sentence_of[index]]

    def sentence_number(self, index: int) -> int:
        """Return the number of the sentence a token stands in."""
        return self._sentence_of[index]

    def sentence_span(self, index: int) -> Span:
        """Return the characters of the sentence a token stands in."""
        return self.span_of(self.sentence(index).first, self.sentence(index).last - 1)

    def span_of(self, first: int, last: int) -> Span:
        """Return the characters from one token to another, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def span_over(self, indices: Sequence[int]) -> Span:
        """Return the characters from the first to the last of the tokens, without outer punctuation or space."""
        kept = list(indices)
        while len(kept) > 1 and self.tokens[kept[0]].pos in {"PUNCT", "SPACE"}:
            kept.pop(0)
        while len(kept) > 1 and self.tokens[kept[-1]].pos in {"PUNCT", "SPACE"} and not self._closes(kept):
            kept.pop()
        return self.span_of(kept[0], kept[-1])

    def _closes(self, kept: Sequence[int]) -> bool:
        """Tell whether the last token closes a quotation that opens inside."""
        last = self.tokens[kept[-1]]
        return last.tag == "''" and any(self.tokens[i].tag == "``" for i in kept[:-1])

    def number(self, index: int) -> Number | None:
        """Return the quantity whose number word the token is part of."""
        return self._number_at.get(index)

    def name(self, index: int) -> Name | None:
        """Return the name the token is part of."""
        return self._name_at.get(index)

    def place(self, index: int) -> Toponym | None:
        """Return the place name the token is part of."""
        return self._place_at.get(index)

    def in_title(self, index: int) -> bool:
        """Tell whether the token stands in a title of the text."""
        start = self.tokens[index].start
        return any(span.start <= start < span.end for span in self.titles)

    def quotation(self, index: int) -> Quotation | None:
        """Return the direct speech the token stands in."""
        start = self.tokens[index].start
        return next((q for q in self.quotations if q.span.start <= start < q.span.end), None)

    def lemmas(self, first: int, last: int) -> list[str]:
        """Return the lemmas of tokens ``[first, last)``."""
        return [token.lemma for token in self.tokens[first:last]]


def _as_read(text: str, tokens: Sequence[Token]) -> str:
    """Return the text in the case its words were read in; that of the article unless it shouts or whispers."""
    pieces: list[str] = []
    done = 0
    for token in tokens:
        if text[token.start : token.end] != token.text:
            pieces += [text[done : token.start], token.text]
            done = token.end
    return "".join([*pieces, text[done:]]) if pieces else text
