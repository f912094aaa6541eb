"""How a figure's ends are read against the gold of ``airwars``, which is never open."""

import pytest
from evaluation.ranges import highest

from twosource.model import Claim, Figure, Span


def least(name: str, number: int, stance: str = "asserted") -> Claim:
    return Claim(
        id=name,
        report="r1",
        measure="killed",
        span=Span(0, 1),
        quote="",
        stance=stance,  # type: ignore[arg-type]
        pattern="test",
        low=number,
        high=None,
    )


def figure(best: int | None) -> Figure:
    return Figure(
        id="f",
        event="e",
        measure="killed",
        group=None,
        low=best,
        best=best,
        high=None,
        agreement="single",
        voices=1,
        speakers=(),
        origins=(),
        outlets=(),
        reports=(),
        claims_for=("a",),
        claims_against=("b", "c"),
        rule="default",
        explanation="",
    )


@pytest.mark.parametrize(("best", "read"), [(11, 20), (22, 22), (None, None)])
def test_an_open_end_is_read_as_the_highest_number_claimed(best: int | None, read: int | None) -> None:
    claims = [least("a", 11), least("b", 20), least("c", 40, "denied"), least("elsewhere", 90)]
    assert highest(figure(best), claims) == read
