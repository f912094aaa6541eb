"""A time in, whether it stands in the name of something out: "the 19 April Movement" dates nothing."""

from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Time


def is_of_name(tree: Tree, time: Time) -> bool:
    """Tell whether a time goes on as the name of a group, a street or a school, written with a capital."""
    last = max(tree.inside(time.span), default=None)
    if last is None or last + 1 >= len(tree.tokens):
        return False
    following = tree.tokens[last + 1]
    return following.text[:1].isupper() and following.text.lower() in words("en/acts", "dated", "named")
