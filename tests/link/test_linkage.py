"""A collection linked in batches is the collection linked in one go."""

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.link import linkage
from twosource.link.account import Account
from twosource.link.accounts import accounts
from twosource.link.compare import links_of
from twosource.link.events import Told, retold
from twosource.link.linkage import Linkage, extended, linked
from twosource.link.settings import settings as constants
from twosource.model import Article, Block, Span

NAMES = ("Sarvan", "Quell", "Brandt", "Orr", "Northam", "Velma", "Ilo", "Tamsin", "Korval", "Ruk", "Ostia", "Pell")
DEEDS = ("raided the ferry station", "set the grain market on fire", "shot at a bus of dock workers", "bombed a bridge")


def told(number: int) -> Account:
    """A report of one of 40 happenings, in one of three wordings; every seventh is word for word an earlier one."""
    number = number - 3 if number % 7 == 6 else number
    source = random.Random(number % 40)  # noqa: S311 - texts need repeating, not secrecy
    names, deed, killed = source.sample(NAMES, 4), source.choice(DEEDS), source.randint(2, 40)
    own = f"Reporter{number} counted {number} boats." if number % 3 else "Police said so."
    text = f"Gunmen {deed} in {names[0]} on Monday; {killed} died, said {names[1]} {names[2]} of {names[3]}. {own}"
    return told_by(f"r{number}", text, f"2031-0{1 + number % 9}-1{number % 5}")


def told_by(identity: str, text: str, day: str) -> Account:
    block = Block(span=Span(0, len(text)), kind="paragraph")
    article = Article(id=identity, sha256="", text=text, blocks=(block,), published=day)
    return accounts(article, ())[0]


def collection(count: int) -> list[Account]:
    return [replace(told(n), id=f"a{n * 7919 % 1000:03}", report=f"r{n}") for n in range(count)]


@pytest.fixture(autouse=True, scope="module")
def _small_blocks() -> Iterator[None]:
    """Blocks above 6 accounts are large ones, so that hubs come and go in a small collection."""
    small = replace(constants(), rare_at_most=6, leaders=3)
    with pytest.MonkeyPatch.context() as patch:
        for room in ("block", "vocabulary", "cluster"):
            patch.setattr(sys.modules[f"twosource.link.{room}"], "settings", lambda: small)
        yield


def grown(all_accounts: list[Account], cuts: list[int]) -> Linkage:
    found = linked(())
    for start, end in pairwise([0, *sorted(cuts), len(all_accounts)]):
        found = extended(found, all_accounts[start:end])
    return found


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(88)), st.lists(st.integers(1, 87), min_size=1, max_size=5, unique=True))
def test_batches_give_what_one_go_gives(order: list[int], cuts: list[int]) -> None:
    every = collection(88)
    whole, parts = linked(every), grown([every[n] for n in order], cuts)
    assert (parts.known, parts.profiles, parts.blocks) == (whole.known, whole.profiles, whole.blocks)
    assert parts.links == whole.links
    assert parts.clusters == whole.clusters


def test_events_are_taken_over_where_nothing_changed() -> None:
    every = collection(80)
    first = linked(every[:72])
    before = retold(first, Told())
    after = retold(extended(first, every[72:]), Told(), before)
    assert after == retold(linked(every), Told())
    assert {id(event) for event in after} & {id(event) for event in before}


def test_few_reports_more_are_compared_with_few(monkeypatch: pytest.MonkeyPatch) -> None:
    every = collection(88)
    first = linked(every[:86])
    compared: list[int] = []

    def counted(profiles: Any, wanted: set[tuple[str, str]]) -> Any:
        compared.append(len(wanted))
        return links_of(profiles, wanted)

    monkeypatch.setattr(linkage, "links_of", counted)
    extended(first, every[86:])
    assert compared
    assert sum(compared) < 86 * 85 // 6


def test_accounts_known_already_change_nothing() -> None:
    first = linked(collection(20))
    again = extended(first, collection(20))
    assert (again.links, again.clusters, again.changed) == (first.links, first.clusters, frozenset())
