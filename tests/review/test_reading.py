"""Decisions on claims: what each does to a claim, whose word counts, and what finds it again."""

from collections.abc import Callable
from dataclasses import replace

from twosource.model import Claim, Decision, Span, Subject
from twosource.review import judged_claims, present, settled

Make = Callable[..., Claim]
Judge = Callable[..., Decision]


def outcome(claims: list[Claim], *decisions: Decision) -> tuple[dict[str, Claim], list[str]]:
    """The claims that changed, and the status of each decision in order."""
    changed, judgements = judged_claims(present(claims), decisions)
    return changed, [one.status for one in settled(decisions, judgements)]


def test_a_rejected_claim_counts_for_no_event(claim: Make, decision: Judge) -> None:
    changed, status = outcome([claim()], decision(1, "reject", claim()))
    assert (changed[claim().id].scope, changed[claim().id].decisions, status) == ("rejected", ("d-1",), ["in force"])


def test_an_accepted_claim_is_sure(claim: Make, decision: Judge) -> None:
    changed, _ = outcome([claim(confidence=0.4)], decision(1, "accept", claim()))
    assert changed[claim().id].confidence == 1.0


def test_a_correction_changes_the_fields_it_names_and_no_others(claim: Make, decision: Judge) -> None:
    told = claim(wording="three")
    changed, _ = outcome([told], decision(1, "correct", told, value='{"low": 4, "high": 4}'))
    assert changed[told.id] == replace(told, low=4, high=4, wording=None, confidence=1.0, decisions=("d-1",))


def test_corrections_of_different_fields_by_different_people_stand_together(claim: Make, decision: Judge) -> None:
    one = decision(1, "correct", claim(), value='{"low": 4, "high": 4}')
    other = decision(2, "correct", claim(), who="bob", value='{"date": "2031-05-05"}')
    changed, status = outcome([claim()], one, other)
    found = changed[claim().id]
    assert (found.low, found.date.earliest if found.date else None, status) == (4, "2031-05-05", ["in force"] * 2)


def test_a_persons_later_word_replaces_the_earlier_one(claim: Make, decision: Judge) -> None:
    changed, status = outcome([claim()], decision(1, "reject", claim()), decision(2, "accept", claim()))
    assert (changed[claim().id].scope, status) == ("event", ["replaced", "in force"])


def test_where_two_people_disagree_neither_enters_and_both_are_shown(claim: Make, decision: Judge) -> None:
    one, other = decision(1, "reject", claim()), decision(2, "accept", claim(), who="bob")
    changed, judgements = judged_claims(present([claim()]), [other, one])
    assert changed == {}
    assert {(j.decision.id, j.status, j.others) for j in judgements} == {
        ("d-1", "in conflict", ("d-2",)),
        ("d-2", "in conflict", ("d-1",)),
    }


def test_a_conflict_ends_when_one_is_undone(claim: Make, decision: Judge) -> None:
    undo = decision(3, "undo", subjects=(Subject(kind="decision", id="d-1"),), who="cleo")
    changed, status = outcome(
        [claim()], decision(1, "reject", claim()), decision(2, "accept", claim(), who="bob"), undo
    )
    assert (changed[claim().id].scope, status) == ("event", ["undone", "in force", "in force"])


def test_an_undoing_can_be_undone(claim: Make, decision: Judge) -> None:
    undo = decision(2, "undo", subjects=(Subject(kind="decision", id="d-1"),))
    redo = decision(3, "undo", subjects=(Subject(kind="decision", id="d-2"),))
    changed, status = outcome([claim()], decision(1, "reject", claim()), undo, redo)
    assert (changed[claim().id].scope, status) == ("rejected", ["in force", "undone", "in force"])


def test_rejecting_a_report_rejects_all_that_it_claims(claim: Make, decision: Judge) -> None:
    subjects = (Subject(kind="report", id="r-1"),)
    changed, _ = outcome([claim(), claim(low=5), claim("r-2")], decision(1, "reject", subjects=subjects))
    assert sorted(changed) == ["c-r-1-3", "c-r-1-5"]


def test_a_claim_is_found_again_under_another_id_and_in_another_place(claim: Make, decision: Judge) -> None:
    newer = claim(id="c-new", span=Span(40, 62), quote="that 3 people were killed")
    changed, status = outcome([newer, claim(low=9, span=Span(12, 30))], decision(1, "reject", claim()))
    assert (list(changed), status) == (["c-new"], ["in force"])


def test_a_judgement_on_a_number_does_not_pass_to_another_number(claim: Make, decision: Judge) -> None:
    """What a newer version reads otherwise from the same words was not judged; a person is asked again."""
    newer = claim(id="c-new", low=30, quote="3 people were killed")
    assert outcome([newer], decision(1, "reject", claim())) == ({}, ["not placed"])
    changed, status = outcome([newer], decision(1, "correct", claim(), value='{"low": 33, "high": 33}'))
    assert (changed["c-new"].low, status) == (33, ["in force"])


def test_of_two_counts_in_the_same_words_the_one_meant_is_judged(claim: Make, decision: Judge) -> None:
    words = "killing 14 people, including five children"
    whole, part = claim(low=14, quote=words), claim(low=5, quote=words)
    newer = [replace(whole, id="c-a"), replace(part, id="c-b")]
    assert list(outcome(newer, decision(1, "reject", part))[0]) == ["c-b"]


def test_the_order_in_which_decisions_come_does_not_matter(claim: Make, decision: Judge) -> None:
    all_of_them = [
        decision(1, "reject", claim()),
        decision(2, "correct", claim(), value='{"low": 2}'),
        decision(3, "note", claim(), value="ask the hospital"),
    ]
    assert outcome([claim()], *all_of_them) == outcome([claim()], *reversed(all_of_them))


def test_a_correction_that_no_longer_fits_is_shown_and_not_made(claim: Make, decision: Judge) -> None:
    newer = claim(id="c-new", low=1, high=2, quote="3 people were killed")
    assert outcome([newer], decision(1, "correct", claim(), value='{"low": 3}')) == ({}, ["not placed"])
