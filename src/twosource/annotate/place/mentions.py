"""The parser's names in, candidate place names with their parse out; a person already known is labelled one."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from twosource.annotate.parse import Parsed
from twosource.annotate.place.context import Mention
from twosource.model import Name, Span, Token

LABELS = frozenset({"GPE", "LOC", "FAC", "NORP", "ORG", "PERSON"})


def place_mentions(parsed: Parsed, names: Sequence[Name]) -> Iterator[Mention]:
    """Yield each name that may be a place, with the dependency of its root and the lemma of its root's head."""
    starts = [token.start for token in parsed.tokens]
    persons = {name.span for name in names if name.kind == "person"}
    for entity in parsed.entities:
        if entity.label in LABELS:
            inside = range(bisect_left(starts, entity.span.start), bisect_left(starts, entity.span.end))
            dep, head = _root(parsed.tokens, inside)
            label = "PERSON" if entity.span in persons else entity.label
            yield Mention(span=_without_article(entity.span, parsed.tokens, inside), label=label, dep=dep, head=head)


def _root(tokens: Sequence[Token], inside: range) -> tuple[str, str]:
    for index in inside:
        if tokens[index].head not in inside or tokens[index].head == index:
            return tokens[index].dep, tokens[tokens[index].head].lemma
    return "", ""


def _without_article(span: Span, tokens: Sequence[Token], inside: range) -> Span:
    """Leave "the" out of "the Donbas"."""
    if len(inside) > 1 and tokens[inside[0]].dep == "det":
        return Span(tokens[inside[1]].start, span.end)
    return span
