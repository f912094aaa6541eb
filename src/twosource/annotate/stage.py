"""One article in, its annotations out; a pure function that joins the parser and the grammars.

Text in one case throughout is read with its usual case, broken quotation marks as plain ones; positions and wordings
stay those of the article.
"""

from dataclasses import replace

from twosource.annotate.anchors import anchor_of, anchored_times
from twosource.annotate.attribution import load_model
from twosource.annotate.casing import restored, unbroken
from twosource.annotate.names import link_names, named_as_places
from twosource.annotate.number import find_numbers
from twosource.annotate.parse import load_parser
from twosource.annotate.place.context import PlaceContext
from twosource.annotate.place.gazetteer import load_gazetteer
from twosource.annotate.place.locate import find_all_places, outlet_place
from twosource.annotate.place.mentions import place_mentions
from twosource.annotate.reading import read
from twosource.lang.numbers import number_lexicon
from twosource.lang.times import time_lexicon
from twosource.model import Annotations, Article, Span, Toponym

LANGUAGE = "en"
# No grammar reads across lines: a mark that is no space stands in for the line's end, one for one.
WALL = str.maketrans({"\n": "¶", "\r": "¶"})


def annotate(article: Article) -> Annotations:
    """Return all annotation layers of an article; only its blocks are read.

    Tokens and canonical names are in the case read; every other wording is the article's own.
    """
    titles = [block.span for block in article.blocks if block.kind == "title"]
    text = restored(unbroken(article.text), [block.span for block in article.blocks], titles)
    found = _layers(replace(article, text=text))
    return found if text == article.text else _worded(found, article.text)


def _layers(article: Article) -> Annotations:
    blocks = [block.span for block in article.blocks]
    parsed, quotations, marked = read(article.text, article.blocks)
    walled = article.text.translate(WALL)
    names = link_names(article.text, parsed)
    context = PlaceContext(title=article.title, dateline=article.dateline, outlet=article.outlet, url=article.url)
    places, title_places = find_all_places(article.text, tuple(place_mentions(parsed, names)), context)
    times = anchored_times(walled, anchor_of(article), parsed, quotations, time_lexicon(LANGUAGE))
    return Annotations(
        report=article.id,
        tokens=parsed.tokens,
        sentences=parsed.sentences,
        names=named_as_places(names, places, article.text),
        numbers=tuple(n for n in find_numbers(walled, number_lexicon(LANGUAGE)) if _is_read(n.span, blocks)),
        times=tuple(t for t in times if _is_read(t.span, blocks) and not _is_in_name(t.span, places)),
        places=tuple(p for p in places if _is_read(p.span, blocks)),
        title_places=title_places,
        outlet_place=None if title_places else outlet_place(places, context),
        quotations=quotations,
        marked=marked,
    )


def _worded(found: Annotations, text: str) -> Annotations:
    """Give the layers the words as they stand in the article."""
    return replace(
        found,
        names=tuple(replace(n, text=n.span.of(text)) for n in found.names),
        numbers=tuple(replace(n, text=n.span.of(text)) for n in found.numbers),
        times=tuple(replace(t, text=t.span.of(text)) for t in found.times),
        places=tuple(replace(p, place=replace(p.place, text=p.span.of(text))) for p in found.places),
    )


def load_models() -> None:
    """Load what annotating needs (parser, gazetteer, network, lexicons), once per process."""
    load_parser()
    load_gazetteer()
    load_model()
    number_lexicon(LANGUAGE)
    time_lexicon(LANGUAGE)


def _is_in_name(span: Span, places: tuple[Toponym, ...]) -> bool:
    """Tell whether a word of time is a part of a place's name: "Winter Haven", "May Pen"."""
    return any(place.span.covers(span) and place.span != span for place in places)


def _is_read(span: Span, blocks: list[Span]) -> bool:
    return any(block.covers(span) for block in blocks)
