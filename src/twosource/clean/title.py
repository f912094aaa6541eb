"""An article whose title is a field of its own comes in; the same with it as a last block of the text goes out."""

import re
from dataclasses import replace

from twosource.model import Article, Block, Span

_BREAK = "\n\n"
_HOUSE = re.compile(r"\s+[-–—|]\s+(?:(?!\s[-–—|]\s).)*$")
_SHORTEST = 20
"""Characters of a title; what is shorter is no headline before the name of its house."""


def titled(article: Article) -> Article:
    """Return the article with its title behind its text: every character of the text stays where it was.

    The name of the house behind the title ("... - Riva Courier") is there, but not read.
    """
    if article.title is None:
        return article
    start = len(article.text) + len(_BREAK)
    block = Block(span=Span(start, start + _end(article.title)), kind="title")
    return replace(article, text=f"{article.text}{_BREAK}{article.title}", blocks=(*article.blocks, block))


def _end(title: str) -> int:
    """Where the headline ends and the name of the house begins."""
    end = len(title)
    while (house := _HOUSE.search(title, 0, end)) is not None and house.start() >= _SHORTEST:
        end = house.start()
    return end
