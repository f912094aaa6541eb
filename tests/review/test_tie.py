"""Same event, not the same event: the ties that people make between accounts, and their conflicts."""

from collections.abc import Callable

from twosource.model import Claim, Decision, Judgement, Subject, Ties, Words
from twosource.review import Homes, judged_ties, present

HOMES = Homes({}, {f"r-{n}": (f"a-{n}",) for n in range(1, 6)} | {"r-9": ("a-8", "a-9")})


def reports(*numbers: int) -> tuple[Subject, ...]:
    return tuple(Subject(kind="report", id=f"r-{n}", words=(Words(report=f"r-{n}"),)) for n in numbers)


def outcome(*decisions: Decision) -> tuple[Ties, tuple[Judgement, ...]]:
    return judged_ties(present([]), HOMES, decisions)


def test_reports_become_ties_between_their_accounts(decision: Callable[..., Decision]) -> None:
    same = decision(1, "same_event", subjects=reports(1, 9))
    apart = decision(2, "not_same_event", subjects=reports(2, 3), against=reports(4))
    ties, _ = outcome(same, apart)
    assert ties == Ties(together=((("a-1",), ("a-8", "a-9")),), apart=((("a-2", "a-3"), ("a-4",)),))


def test_a_claim_stands_for_the_account_that_tells_it(
    claim: Callable[..., Claim], decision: Callable[..., Decision]
) -> None:
    told = claim("r-9")
    homes = Homes({told.id: "a-9"}, HOMES.accounts_of)
    other = Subject(kind="report", id="r-1", words=(Words(report="r-1"),))
    one = decision(1, "not_same_event", told)
    ties, _ = judged_ties(present([told]), homes, [decision(1, "not_same_event", subjects=(*one.subjects, other))])
    assert ties.apart == ((("a-9",), ("a-1",)),)


def test_people_who_contradict_each_other_tie_nothing(decision: Callable[..., Decision]) -> None:
    same = decision(1, "same_event", subjects=reports(1, 2))
    apart = decision(2, "not_same_event", subjects=reports(2, 1), who="bob")
    ties, judgements = outcome(same, apart)
    assert ties == Ties()
    assert [(one.status, one.others) for one in judgements] == [("in conflict", ("d-2",)), ("in conflict", ("d-1",))]


def test_a_contradiction_through_a_third_report_is_seen(decision: Callable[..., Decision]) -> None:
    ties, judgements = outcome(
        decision(1, "same_event", subjects=reports(1, 2)),
        decision(2, "same_event", subjects=reports(2, 3), who="bob"),
        decision(3, "not_same_event", subjects=reports(1, 3), who="cleo"),
        decision(4, "same_event", subjects=reports(4, 5)),
    )
    assert [one.status for one in judgements] == ["in conflict", "in conflict", "in conflict", "in force"]
    assert ties == Ties(together=((("a-4",), ("a-5",)),))


def test_one_person_may_merge_and_then_split_off(decision: Callable[..., Decision]) -> None:
    ties, judgements = outcome(
        decision(1, "same_event", subjects=reports(1, 2)),
        decision(2, "same_event", subjects=reports(2, 3)),
        decision(3, "not_same_event", subjects=reports(1, 3)),
    )
    assert [one.status for one in judgements] == ["in force"] * 3
    assert ties.apart == ((("a-1",), ("a-3",)),)


def test_what_is_not_in_the_ledger_is_not_placed(decision: Callable[..., Decision]) -> None:
    ties, (judgement,) = outcome(decision(1, "same_event", subjects=reports(1, 7)))
    assert (ties, judgement.status) == (Ties(together=()), "not placed")
