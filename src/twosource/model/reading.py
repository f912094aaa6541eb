"""All that the row-wise stages read out of one report."""

from dataclasses import dataclass

from twosource.model.annotation import Annotations
from twosource.model.article import Article
from twosource.model.claim import Claim, Statement
from twosource.model.reject import Reject


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Article, statements and claims of one report; or no article and the reason why.

    ``annotations`` is None unless the run keeps them.
    """

    report: str
    article: Article | None = None
    annotations: Annotations | None = None
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    rejects: tuple[Reject, ...] = ()
