"""The way back from a figure or a claim to the characters it came from."""

from dataclasses import dataclass

from twosource.model.article import Article
from twosource.model.claim import Claim, Statement
from twosource.model.event import Event
from twosource.model.figure import Figure
from twosource.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTrace:
    """One claim with its attribution, the article it stands in, and where its words are in the report as decoded.

    ``source`` is None where the report's own characters cannot be told apart (folded markup).
    """

    claim: Claim
    statement: Statement | None
    article: Article
    source: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A figure (None for a lone claim) with its event, and the claims for, against and before it, each traced back."""

    event: Event | None
    figure: Figure | None
    claims_for: tuple[ClaimTrace, ...]
    claims_against: tuple[ClaimTrace, ...]
    claims_before: tuple[ClaimTrace, ...] = ()
