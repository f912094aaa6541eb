"""``twosource rules``: every rule that a run takes, one a line."""

from collections.abc import Callable
from typing import Any

from twosource.ontology.rule import rule_names


def test_every_rule_is_listed_with_what_it_does(call: Callable[..., Any]) -> None:
    outcome = call("rules")
    lines = [line.split(maxsplit=1) for line in outcome.out.splitlines()]
    assert outcome.status == 0
    assert [name for name, _ in lines] == list(rule_names())
    assert all(len(title) > 10 for _, title in lines)


def test_a_rule_takes_no_arguments(call: Callable[..., Any]) -> None:
    assert call("rules", "ucdp").status == 2
