"""What one article says, and who it says said so."""

from dataclasses import dataclass
from typing import Literal

from twosource.model.place import Place
from twosource.model.span import Span
from twosource.model.when import DateRange

Stance = Literal["asserted", "denied", "hedged"]
Measure = Literal["killed", "injured", "hit", "captured", "missing", "displaced", "act"]
SpeakerKind = Literal[
    "government",
    "military",
    "police",
    "armed group",
    "health authority",
    "rescue service",
    "witness",
    "family",
    "organisation",
    "media",
    "person",
    "anonymous",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The person or body that the article attributes a claim to (UCDP ``source_original``).

    ``text`` is the wording at the claim, ``name`` the resolved name (the fullest form in the report, or the
    government behind a capital), ``kind`` None where the report does not tell. ``via`` lists, outermost first, who
    passed the words on: "the Daily Courier, citing a Sarvan official" has the official as speaker and the Courier in
    ``via``.
    """

    text: str
    name: str
    kind: SpeakerKind | None = None
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An attribution: source (who), cue (the word that tells), target (what); names after NAF.

    ``speaker`` is None where the report names nobody ("was expected to"). ``said`` is the day of the speech where the
    report tells it. ``target`` is what was told as it stands, quotation marks and full stops included.
    """

    id: str
    report: str
    source: Span | None
    cue: Span | None
    target: tuple[Span, ...]
    direct: bool
    speaker: Speaker | None
    stance: Stance
    said: DateRange | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The people a figure counts, or at whom an act was aimed ("the attack on Ana Ruiz").

    ``role`` is victim or perpetrator, None of whoever the law took; ``nationality`` ISO 3166-1 alpha-2; ``status``
    civilian, combatant, military, police, children, women, men or None; ``names`` are the people named, where they are.
    """

    text: str
    role: str | None = None
    nationality: str | None = None
    status: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who did it, and how sure the report is: ``stated``, ``accused``, ``claimed``, ``admitted`` or ``suspected``.

    ``kind`` is ``person``, ``organisation``, or ``description`` where the report names nobody ("three gunmen").
    """

    name: str
    text: str
    confidence: str = "stated"
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing one article says: a measure with its quantity, or an act.

    ``hit`` counts people shot or stabbed of whom it is not told who lived ("five people were shot"). ``low``/``high``
    bound the number of people (None: not bounded, or not told). ``quote`` equals the article's text at ``span``;
    ``spans`` are further places of the same article that repeat it. ``scope`` is ``event``, or why the figure is not
    one event's: ``cumulative`` (a running toll), ``historical``, ``general`` (what is done to people again and
    again), ``hypothetical``, ``withdrawn`` (corrected by the report itself), ``remainder`` (nobody besides those told
    of), ``elsewhere`` (people of another happening, deeds only spoken of),
    ``rejected`` (by a person). ``part_of`` marks a sub-group stated inside a total.
    ``pattern`` names the rule that made the claim; ``confidence`` (0-1) is how likely the report says what was read,
    not whether it is true (None: not weighed); ``decisions`` are the ids of people's decisions
    that made it what it is; ``alignment`` is ``exact`` where the span was copied character for
    character from the report, ``folded`` where space or entities were normalised.
    """

    id: str
    report: str
    measure: Measure
    span: Span
    quote: str
    stance: Stance
    pattern: str
    event: str | None = None
    statement: str | None = None
    low: int | None = None
    high: int | None = None
    wording: str | None = None
    group: Group | None = None
    actor: Actor | None = None
    date: DateRange | None = None
    place: Place | None = None
    speaker: Speaker | None = None
    cue: str | None = None
    said: DateRange | None = None
    scope: str = "event"
    part_of: str | None = None
    spans: tuple[Span, ...] = ()
    alignment: str = "exact"
    confidence: float | None = None
    decisions: tuple[str, ...] = ()

    @property
    def first(self) -> Span:
        """Where the article says it first."""
        return min((self.span, *self.spans))
