"""An article in, the agency it credits out: the strongest of several credits; it knows no other article."""

from twosource.model import Article, Credit

# Where a credit stands tells how much of the text it is answerable for: a byline for all, a contribution for some.
ORDER = ("byline", "dateline", "metadata", "copyright", "contribution")


def agency_of(article: Article) -> str | None:
    """Return the id of the agency that the article credits most strongly (``"ap"``), None where it credits none."""
    ranked = sorted((_rank(credit), credit.agency) for credit in article.credits if credit.agency is not None)
    return ranked[0][1] if ranked else None


def _rank(credit: Credit) -> int:
    return ORDER.index(credit.where) if credit.where in ORDER else len(ORDER)
