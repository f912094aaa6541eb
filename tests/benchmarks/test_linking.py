"""Collections drawn to link, and what is made of the times."""

import math
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.collections import drawn
from benchmarks.link_job import ADDED, b_cubed, digest, ours
from benchmarks.linking import beside, exponent

from twosource.link import Account, accounts, linked
from twosource.model import Article, Block, Span

TEXTS = (
    ("Gunmen raided the ferry station at Sarvan and killed 14 guards, said mayor Ilo Brandt.", "2024-06-08"),
    ("Fourteen guards died in the raid on Sarvan's ferry station, mayor Ilo Brandt said.", "2024-06-09"),
    ("A storm sank 30 boats off Port Vela, harbour master Runa Orr told the Quay Post.", "2024-09-01"),
)


def account(number: int) -> Account:
    text, day = TEXTS[number]
    block = Block(span=Span(0, len(text)), kind="paragraph")
    return accounts(Article(id=str(number), sha256="", text=text, blocks=(block,), published=day), ())[0]


EVENTS = [[account(0), account(1)], [account(2)]]


def test_a_collection_is_as_large_as_asked_and_the_same_each_time() -> None:
    found, truth = drawn(EVENTS, 30)
    assert len(found) == len(truth) >= 30
    assert len({one.id for one in found}) == len(found)
    assert drawn(EVENTS, 30) == (found, truth)


def test_reports_of_one_event_are_changed_alike() -> None:
    """What two reports share they share in each draw, and their days keep their distance."""
    found, _ = drawn(EVENTS, 30)
    shared = {len({*a.terms.split()} & {*b.terms.split()}) for a, b in zip(found[::3], found[1::3], strict=False)}
    assert len(shared) <= 2  # two terms may rarely be drawn as one
    assert {
        a.day is not None and b.day is not None and a.day < b.day for a, b in zip(found[::3], found[1::3], strict=False)
    } == {True}


def test_two_draws_of_one_event_are_strangers() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    base = [
        [
            replace(
                account(0),
                id=f"e{n}",
                terms=" ".join(f"N{one}{letters[(n + k) % 26]}" for k, one in enumerate("pqrstu")),
            )
        ]
        for n in range(26)
    ]
    found, truth = drawn(base, 78)
    assert len(truth) == len(set(truth))
    pairs = [(found[n], found[n + 26]) for n in range(26)]
    alike = [len({*a.terms.split()} & {*b.terms.split()}) for a, b in pairs]
    assert sum(alike) / len(alike) < 3


def test_the_exponent_of_a_square_is_two() -> None:
    assert math.isclose(exponent([(10, 3.0), (100, 300.0), (1000, 30_000.0)]), 2.0)


def test_b_cubed_of_the_truth_is_one_and_of_one_heap_less() -> None:
    assert b_cubed([[0, 1], [2]], [7, 7, 8]) == 1.0
    assert b_cubed([[0, 1, 2]], [7, 7, 8]) < 1.0


def test_what_is_added_is_held_against_all_linked_in_one_go() -> None:
    found, truth = drawn(EVENTS, 40 + ADDED)
    assert ours(found, truth, 40)["same"] == 1.0
    assert digest(linked(found)) == digest(linked(found[::-1]))
    assert digest(linked(found)) != digest(linked(found[1:]))


def test_a_tool_that_is_not_installed_is_passed_over_and_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(beside(Path("none"), (10,), {"splink": "no_such_module"})) == []
    assert "splink is not installed and not measured" in capsys.readouterr().out
