"""Reports of an invented river country, and the stage run in a plain loop."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from twosource.link.account import Account, Profile
from twosource.link.accounts import accounts
from twosource.link.compare import step
from twosource.link.events import Told, events
from twosource.link.vocabulary import keys, vocabulary, weigh
from twosource.model import Article, Block, Claim, Event, Link, Place, Span, Statement

Write = Callable[..., Article]
State = Callable[..., Claim]


@pytest.fixture
def write() -> Write:
    """Build an article of the paragraphs given."""

    def build(identity: str, *paragraphs: str, **fields: Any) -> Article:
        text, blocks = "", []
        for paragraph in paragraphs:
            blocks.append(Block(span=Span(len(text), len(text) + len(paragraph)), kind="paragraph"))
            text += paragraph + "\n\n"
        return Article(id=identity, sha256="", text=text, blocks=tuple(blocks), **fields)

    return build


@pytest.fixture
def state() -> State:
    """Build a claim whose quote stands in the article."""

    def build(article: Article, quote: str, **fields: Any) -> Claim:
        start = article.text.index(quote)
        kept = {"measure": "killed", "stance": "asserted", "pattern": "test", **fields}
        return Claim(
            id=f"c-{article.id}-{start}", report=article.id, span=Span(start, start + len(quote)), quote=quote, **kept
        )

    return build


@pytest.fixture
def link_all() -> Callable[[Sequence[Account]], list[Link]]:
    """Compare accounts in their blocks, as an engine would."""
    return linked


@pytest.fixture
def run() -> Callable[..., tuple[Event, ...]]:
    """Run the whole stage over articles and claims."""

    def build(articles: Sequence[Article], claims: Sequence[Claim] = (), **options: Any) -> tuple[Event, ...]:
        said = tuple(options.pop("statements", ()))
        found = [
            account
            for one in articles
            for account in accounts(
                one, tuple(c for c in claims if c.report == one.id), tuple(s for s in said if s.report == one.id)
            )
        ]
        told = Told(claims=tuple(claims), statements=said)
        return events(found, linked(found), told, **options)

    return build


def linked(found: Sequence[Account]) -> list[Link]:
    """Return the links of all blocks."""
    known = vocabulary(found)
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for account in found:
        for key in keys(weigh(account, known)):
            blocks[key].append(weigh(account, known))
    return [link for key in sorted(blocks) for link in step(key, blocks[key])]


@pytest.fixture
def place() -> Callable[..., Place]:
    """Build a town of the invented country XA."""

    def build(name: str, latitude: float = 10.0, **fields: Any) -> Place:
        kept = {"country": "XA", "precision": "town", "longitude": 20.0, **fields}
        return Place(name=name, latitude=latitude, **kept)

    return build


def said_at(article: Article, quote: str) -> Statement:
    """Build a statement of nobody whose words stand in the article."""
    start = article.text.index(quote)
    return Statement(
        id=f"s-{start}",
        report=article.id,
        source=None,
        cue=None,
        target=(Span(start, start + len(quote)),),
        direct=False,
        speaker=None,
        stance="asserted",
        quote=quote,
    )
