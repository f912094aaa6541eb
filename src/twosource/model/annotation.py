"""What the annotate stage finds in an article: all positions are characters of the article's text."""

from dataclasses import dataclass
from typing import Literal

from twosource.model.place import Place
from twosource.model.span import Span
from twosource.model.when import Precision

TimeKind = Literal["DATE", "TIME", "DURATION", "SET"]
NumberKind = Literal["cardinal", "ordinal", "percent", "money", "age", "year", "measure", "identifier"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word with its parse; ``head`` is the index of the head token in the article (its own for a root).

    ``tag`` is the Penn Treebank tag, ``pos`` and ``dep`` are Universal POS and ClearNLP labels as spaCy's English
    models give them; ``entity`` is the label of the name it is part of, or "".
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``[first, last)`` of one sentence, and the stretch (index) that was parsed with them."""

    first: int
    last: int
    block: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in the text; mentions of one person or body in a report share ``canonical``, its fullest form.

    ``kind`` is person, organisation, place, nationality or other.
    """

    span: Span
    text: str
    kind: str
    canonical: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A quantity in words or digits, as bounds.

    ``span`` covers the qualifier too ("at least 30"); ``core`` covers the number word alone. ``low``/``high`` are
    None where the wording does not bound that side ("at least 30": 30, None). Vague words without a bound of their
    own ("several", "a lot of") have neither. ``qualifier`` is the lemma of the qualifier in the lexicon, None without
    one.
    """

    span: Span
    core: Span
    text: str
    kind: NumberKind
    low: float | None
    high: float | None
    qualifier: str | None = None
    vague: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """An expression of time. ``value`` is TIMEX3; the days are ISO 8601, None where it names no day (a duration)."""

    span: Span
    text: str
    kind: TimeKind
    value: str | None
    earliest: str | None
    latest: str | None
    precision: Precision | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name in the text with the place it stands for.

    ``government`` is True where the name stands for a government or its people rather than the ground ("Havana
    denounced"). ``place.text`` is the wording.
    """

    span: Span
    place: Place
    government: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Direct speech between quotation marks; ``span`` leaves the marks out. Parts of one utterance share ``turn``."""

    span: Span
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Who said what, as marked in the text: the indices of the tokens of source, cue and content, in order.

    Source and content may be empty; a content may be in pieces.
    """

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """All annotation layers of one article (``report`` is its id), each in text order.

    ``title_places`` are the places named in the article's title; their spans are characters of the title.
    ``outlet_place`` is the town of a local outlet where neither title nor text puts the story on the map.
    ``marked`` is None where no model was there to mark who said what.
    """

    report: str
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    numbers: tuple[Number, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Toponym, ...] = ()
    title_places: tuple[Toponym, ...] = ()
    outlet_place: Place | None = None
    quotations: tuple[Quotation, ...] = ()
    marked: tuple[Marked, ...] | None = None
