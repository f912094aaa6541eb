"""Each kind of event is one complete file, found by itself."""

import pytest

from twosource.ontology.event_type import EventType, event_type, event_types, type_weights

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip
ACLED = {
    "Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots",
    "Strategic developments",
}  # fmt: skip


@pytest.fixture(params=event_types(), ids=lambda kind: kind.id)
def kind(request: pytest.FixtureRequest) -> EventType:
    found: EventType = request.param
    return found


def test_codes_are_those_of_the_schemes(kind: EventType) -> None:
    assert {*kind.plover[:1]} <= PLOVER
    assert {*kind.acled[:1]} <= ACLED
    assert kind.ucdp in {None, 1, 2, 3}
    assert kind.muc in {None, "ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY"}


def test_words_are_lower_case_and_weighed(kind: EventType) -> None:
    assert kind.words
    assert all(word == word.lower() and weight > 0 for word, weight in kind.words)


def test_the_name_of_the_kind_speaks_for_the_kind(kind: EventType) -> None:
    strongest = max(kind.words, key=lambda pair: pair[1])[0]
    weights = type_weights(strongest)
    assert max(weights, key=lambda name: weights[name]) == kind.id


def test_a_title_takes_the_actor(kind: EventType) -> None:
    assert kind.title.format(actor="X").startswith("X")


def test_a_trial_is_no_happening() -> None:
    assert [kind.id for kind in event_types() if not kind.happening] == ["trial"]


def test_of_overlapping_phrases_the_longer_counts() -> None:
    assert type_weights("The air strike hit a mill.") == {"air-strike": 4.0}


def test_part_of_a_word_is_no_trigger() -> None:
    assert type_weights("The cooperation of snapshots and bombasts") == {}


def test_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(KeyError, match="armed-attack"):
        event_type("picnic")
