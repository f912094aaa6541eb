"""An article in, where its sentences and items begin out: what stands around a claim and between two."""

from bisect import bisect_right
from dataclasses import dataclass

from twosource.model import Article, Claim
from twosource.values.sentence import SENTENCE_END


@dataclass(frozen=True, slots=True)
class Layout:
    """The text with the starts of its sentences and headings, in order."""

    text: str
    sentences: tuple[int, ...]
    headings: tuple[int, ...]

    def sentence(self, claim: Claim) -> int:
        """Return the number of the sentence in which a claim begins."""
        return bisect_right(self.sentences, claim.span.start) - 1

    def item(self, claim: Claim) -> int:
        """Return the number of the item, between headings, in which a claim stands."""
        return bisect_right(self.headings, claim.span.start)

    def around(self, claim: Claim) -> str:
        """Return the sentence of a claim."""
        number = self.sentence(claim)
        return self.text[self.sentences[number] : self._end(number)]

    def before(self, claim: Claim) -> str:
        """Return the sentence of a claim up to the claim's end."""
        return self.text[self.sentences[self.sentence(claim)] : claim.span.end]

    def between(self, first: Claim, second: Claim) -> tuple[int, int]:
        """Return where the sentences after that of the first and before that of the second begin and end."""
        start = self._end(self.sentence(first))
        return start, max(start, self.sentences[self.sentence(second)])

    def _end(self, number: int) -> int:
        return self.sentences[number + 1] if number + 1 < len(self.sentences) else len(self.text)


def layout(article: Article) -> Layout:
    """Return where the sentences and headings of an article begin."""
    starts = (0, *(match.end() for match in SENTENCE_END.finditer(article.text)))
    headings = tuple(block.span.start for block in article.blocks if block.kind == "heading")
    return Layout(article.text, starts, headings)
