"""One article with its annotations in, its statements and claims out; a pure function."""

from twosource.extract.claims import claims
from twosource.extract.confidence import weighed
from twosource.extract.settle.aside import told_aside
from twosource.extract.settle.aside_kin import with_kin
from twosource.extract.settle.course import on_course
from twosource.extract.settle.doubtful_days import without_doubtful_days
from twosource.extract.settle.headline import in_title, is_told_by_title
from twosource.extract.settle.namesakes import under_one_name
from twosource.extract.settle.passing import told_in_passing
from twosource.extract.settle.repeats import collapse
from twosource.extract.speech.statements import kept_statements, statements, tellers
from twosource.extract.tree import Tree
from twosource.extract.where.capital_told import with_capitals
from twosource.model import Annotations, Article, Claim, Statement

__all__ = ["extract", "is_told_by_title"]


def extract(article: Article, annotations: Annotations) -> tuple[tuple[Statement, ...], tuple[Claim, ...]]:
    """Return what the article says: attributions, and claims about people and acts, in text order.

    Args:
        article: the clean reading; spans in the result are characters of its text.
        annotations: the layers of the same article.
    """
    tree = with_capitals(Tree(article, annotations), annotations)
    told = statements(tree)
    collapsed = told_aside(tree, collapse(tree, under_one_name(claims(tree, tellers(told)), tree.text)))
    collapsed = on_course(tree, in_title(article, with_kin(tree, collapsed)))
    found = weighed(tree, without_doubtful_days(tree, told_in_passing(tree, collapsed)))
    return kept_statements(tree, told, {claim.statement for claim in found}), found
