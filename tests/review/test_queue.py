"""What is open: conflicts first, then what would move most people."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from twosource.model import Claim, DateRange, Decision, Event, Figure, Holdings, Judgement, Place, Subject
from twosource.review import queue


def figure(best: int) -> Figure:
    return Figure(
        id=f"f-{best}",
        event="e-1",
        measure="killed",
        group=None,
        low=best,
        best=best,
        high=best,
        agreement="single",
        voices=1,
        speakers=(),
        origins=(),
        outlets=(),
        reports=(),
        claims_for=("c-r-1-3", "c-r-1-40"),
        claims_against=(),
        rule="default",
        explanation="",
    )


EVENT = Event(
    id="e-1",
    title="Bomb in Bern",
    type=None,
    date=None,
    place=None,
    actors=(),
    reports=("r-1",),
    claims=("c-r-1-3", "c-r-1-40"),
    copy_groups=(),
    links=(),
    figures=(figure(40),),
)


def largest(claims: tuple[Claim, ...]) -> Callable[[Event, Mapping[str, Claim], str], tuple[Figure, ...]]:
    """A rule that takes the largest claim that counts."""

    def figures(event: Event, instead: Mapping[str, Claim], _rule: str) -> tuple[Figure, ...]:
        kept = [instead.get(claim.id, claim) for claim in claims if claim.id in event.claims]
        return (figure(max((claim.low or 0 for claim in kept if claim.scope == "event"), default=0)),)

    return figures


def test_the_claim_whose_loss_would_move_most_comes_first(claim: Callable[..., Claim]) -> None:
    claims = (claim(confidence=0.5), claim(low=40, confidence=0.5))
    (doubt,) = queue(Holdings(rule="default", claims=claims, events=(EVENT,)), largest(claims))
    assert (doubt.subjects, doubt.change) == (("c-r-1-40",), 0.5 * (37 + 37))
    assert doubt.told == (
        "without “40 people were killed”: killed 3 (single) instead of 40 (single); it was read 50% sure"
    )


def test_what_was_decided_is_not_asked_again(claim: Callable[..., Claim]) -> None:
    claims = (claim(confidence=0.5), claim(low=40, confidence=1.0, decisions=("d-1",)))
    assert queue(Holdings(rule="default", claims=claims, events=(EVENT,)), largest(claims)) == ()


def test_conflicts_between_reviewers_stand_above_all(
    claim: Callable[..., Claim], decision: Callable[..., Decision]
) -> None:
    claims = (claim(confidence=0.5), claim(low=40, confidence=0.5))
    judged = Judgement(decision=decision(1, "reject", claim()), status="in conflict", others=("d-2",))
    lost = Judgement(decision=decision(3, "reject", claim()), status="not placed")
    holdings = Holdings(rule="default", claims=claims, events=(EVENT,), judgements=(lost, judged))
    assert [doubt.kind for doubt in queue(holdings, largest(claims))] == ["conflict", "not placed", "claim"]


def test_a_conflict_is_asked_once_and_tells_what_each_side_says(
    claim: Callable[..., Claim], decision: Callable[..., Decision]
) -> None:
    one = Judgement(decision=decision(1, "accept", claim()), status="in conflict", others=("d-2",))
    other = Judgement(decision=decision(2, "reject", claim(), who="ben"), status="in conflict", others=("d-1",))
    (doubt,) = queue(Holdings(rule="default", judgements=(other, one)), largest(()))
    assert doubt.subjects == ("d-1", "d-2")
    assert doubt.told.startswith("ann says accept (")
    assert "; ben says reject (" in doubt.told


def test_one_side_that_says_it_twice_is_still_one_conflict(
    claim: Callable[..., Claim], decision: Callable[..., Decision]
) -> None:
    said = (decision(1, "accept", claim()), decision(2, "accept", claim()), decision(3, "reject", claim(), who="ben"))
    others = (("d-3",), ("d-3",), ("d-1", "d-2"))
    judged = tuple(
        Judgement(decision=one, status="in conflict", others=against) for one, against in zip(said, others, strict=True)
    )
    found = queue(Holdings(rule="default", judgements=judged), largest(()))
    assert [doubt.subjects for doubt in found] == [("d-1", "d-2", "d-3")]


def test_a_sure_claim_waits_behind_an_unsure_one(claim: Callable[..., Claim]) -> None:
    second = replace(EVENT, id="e-2", claims=("c-r-2-9",), figures=(replace(figure(9), claims_for=("c-r-2-9",)),))
    claims = (claim(confidence=0.99), claim(low=40, confidence=0.99), claim("r-2", low=9, confidence=0.2))
    found = queue(Holdings(rule="default", claims=claims, events=(EVENT, second)), largest(claims))
    assert [doubt.subjects for doubt in found] == [("c-r-2-9",), ("c-r-1-40",)]


def alike(name: str) -> Event:
    """An event of one kind, day and town with others."""
    day = DateRange(earliest="2031-05-05", latest="2031-05-05", precision="day")
    bern = Place(name="Bern", precision="town", geonames_id=2661552)
    return replace(EVENT, id=f"e-{name}", type="bombing", date=day, place=bern, claims=(), reports=(f"r-{name}",))


def test_two_events_of_one_day_town_and_kind_are_asked_about_until_held_apart(
    decision: Callable[..., Decision],
) -> None:
    held = Holdings(rule="default", events=(alike("one"), alike("two")))
    (doubt,) = queue(held, largest(()))
    assert (doubt.kind, doubt.subjects) == ("same event", ("e-one", "e-two"))
    subjects = tuple(Subject(kind="event", id=one) for one in ("e-two", "e-one"))
    apart = replace(decision(1, "accept"), verb="not_same_event", subjects=subjects)
    judged = Judgement(decision=apart, status="in force")
    assert queue(replace(held, judgements=(judged,)), largest(())) == ()
    assert queue(replace(held, judgements=(replace(judged, status="undone"),)), largest(())) == (doubt,)
