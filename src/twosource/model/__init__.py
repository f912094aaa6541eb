"""The records of the ledger: frozen, typed, nothing but values; no record knows how it was made."""

from twosource.model.annotation import Annotations, Marked, Name, Number, Quotation, Sentence, Time, Token, Toponym
from twosource.model.article import Article, Block, Credit, Discarded, Segment
from twosource.model.claim import Actor, Claim, Group, Speaker, Statement
from twosource.model.copygroup import Change, CopyGroup, TracedSentence
from twosource.model.decision import Decision, Judgement, Subject, Ties, Words
from twosource.model.event import Difference, Event, Link, Point, Side
from twosource.model.figure import Figure
from twosource.model.holdings import Holdings
from twosource.model.place import Place
from twosource.model.query import (
    EventEntry,
    Facets,
    Found,
    Listed,
    Query,
    ReportEntry,
    SourceEntry,
    Spot,
    Toll,
    Total,
)
from twosource.model.reading import Reading
from twosource.model.reject import Reject
from twosource.model.report import Report
from twosource.model.span import Span
from twosource.model.trace import ClaimTrace, Trace
from twosource.model.when import DateRange

__all__ = [
    "Actor",
    "Annotations",
    "Article",
    "Block",
    "Change",
    "Claim",
    "ClaimTrace",
    "CopyGroup",
    "Credit",
    "DateRange",
    "Decision",
    "Difference",
    "Discarded",
    "Event",
    "EventEntry",
    "Facets",
    "Figure",
    "Found",
    "Group",
    "Holdings",
    "Judgement",
    "Link",
    "Listed",
    "Marked",
    "Name",
    "Number",
    "Place",
    "Point",
    "Query",
    "Quotation",
    "Reading",
    "Reject",
    "Report",
    "ReportEntry",
    "Segment",
    "Sentence",
    "Side",
    "SourceEntry",
    "Span",
    "Speaker",
    "Spot",
    "Statement",
    "Subject",
    "Ties",
    "Time",
    "Token",
    "Toll",
    "Toponym",
    "Total",
    "Trace",
    "TracedSentence",
    "Words",
]
