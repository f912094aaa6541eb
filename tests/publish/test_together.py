"""Parts of one ledger joined: each record once, in the order of the whole ledger."""

from dataclasses import replace

from twosource.model import Holdings
from twosource.publish.together import together


def _about(ledger: Holdings, event: int) -> Holdings:
    one = ledger.events[event]
    return replace(
        ledger,
        events=(one,),
        articles=tuple(article for article in ledger.articles if article.id in one.reports),
        claims=tuple(claim for claim in ledger.claims if claim.id in one.claims),
    )


def test_a_part_joined_with_itself_is_the_part(ledger: Holdings) -> None:
    part = _about(ledger, 0)
    assert together([part, part], part.rule) == together([part], part.rule)


def test_the_parts_hold_what_either_holds(ledger: Holdings) -> None:
    parts = [_about(ledger, at) for at in range(len(ledger.events))]
    whole = together(parts, ledger.rule)
    assert {one.id for one in whole.events} == {one.id for one in ledger.events}
    assert {one.id for one in whole.claims} == {claim for event in ledger.events for claim in event.claims}


def test_events_stand_in_the_order_of_the_parts_and_the_rest_in_their_own(ledger: Holdings) -> None:
    first, second = _about(ledger, 0), _about(ledger, 1)
    one, other = together([first, second], "x"), together([second, first], "x")
    assert [event.id for event in one.events] == [event.id for event in reversed(other.events)]
    assert (one.articles, one.claims, one.rule) == (other.articles, other.claims, "x")
