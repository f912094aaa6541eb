"""Everything a ledger holds at one moment, in the order it is published."""

from dataclasses import dataclass

from twosource.model.annotation import Annotations
from twosource.model.article import Article
from twosource.model.claim import Claim, Statement
from twosource.model.copygroup import CopyGroup
from twosource.model.decision import Judgement
from twosource.model.event import Event
from twosource.model.reject import Reject


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """Records of every table; each tuple is sorted by what the records say, never by when they came.

    ``rule`` is the way of reconciling behind the figures. ``annotations`` is empty unless the run kept them;
    ``judgements`` are people's decisions, in the order they were made, with how each stands.
    """

    rule: str
    articles: tuple[Article, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    copies: tuple[CopyGroup, ...] = ()
    rejects: tuple[Reject, ...] = ()
    annotations: tuple[Annotations, ...] = ()
    judgements: tuple[Judgement, ...] = ()
