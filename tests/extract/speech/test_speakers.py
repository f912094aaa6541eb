"""Who says so: cues, pronouns, governments behind capitals, nested sources, speech without a cue."""

from collections.abc import Callable
from typing import Any

import pytest

CASES = [
    ("A post from the agency recorded 25 deaths in Dorvale.", "post from the agency", None),
    ("Rescue workers counted 14 bodies in Dorvale.", "Rescue workers", "rescue service"),
    ("The page of the camp identified seven people killed in the strike.", "page of the camp", None),
    ("Police said three people were killed in Riva.", "Police", "police"),
    ("According to the station, three people were killed.", "station", None),
    ("The caller said that three people were killed.", "caller", None),
    ("A neighbour mentioned that three people were killed.", "neighbour", "witness"),
    ("The interior ministry, which met on Monday, put the toll at three dead.", "interior ministry", "government"),
    ("Mayor Anna Kolar earlier gave a toll of three dead.", "Anna Kolar", "government"),
    ("Three people were killed, according to the health ministry.", "health ministry", "health authority"),
    ("Three people were killed, the army said on Monday.", "army", "military"),
    ("Doctors said three people were killed as the prison department insists on 12.", "Doctors", "health authority"),
    ("Three people were killed, as the army confirmed on 5 May.", "army", "military"),
    ("As confirmed by the Cuban government, three people were killed.", "Cuban government", "government"),
    ("Havana says three officers were killed.", "Cuban government", "government"),
    ("Cuba says three officers were killed.", "Cuban government", "government"),
    ("Three officers were killed in Havana, the government said.", "Cuban government", "government"),
    ("French tourists were among the three killed in Havana, the government said.", "Cuban government", "government"),
    ("Three French tourists were killed, the government said.", "government", "government"),
    ("The Kenyan army killed three people, the government said.", "Kenyan government", "government"),
    ("A blast in the Kenyan port of Mombasa killed three people, authorities said.", "authorities", "government"),
    ("Kenyan authorities said three people were killed.", "Kenyan government", "government"),
    ("Colonel Ivan Petrak spoke on Monday. He said three men were killed.", "Ivan Petrak", "military"),
    (
        "Mayor Anna Kolar went home, according to a clerk who asked not to be named. He said three men were killed.",
        "clerk",
        None,
    ),
    ("A clerk spoke on Monday. Anna Kolar, the mayor, came later. She said three men were killed.", "Anna Kolar", None),
    ("The hospital said it was full. He said three men were killed.", "He", None),
    ("The Daily Courier, citing a Sarvan official, said 14 people had died.", "Sarvan official", "anonymous"),
    ('"Three people were killed," said Mayor Anna Kolar.', "Anna Kolar", "government"),
    ('Anna Kolar spoke to reporters, saying, "Three people were killed."', "Anna Kolar", None),
]


KINDS = [
    ("The defence ministry", "military"),
    ("Civil defence", "rescue service"),
    ("The coast guard", "rescue service"),
    ("The Red Cross", "rescue service"),
    ("A medical examiner", "health authority"),
    ("Sarvan Red Cross spokesman Carl Lop", "rescue service"),
    ("The health ministry", "health authority"),
    ("The interior ministry", "government"),
    ("A press secretary for the mayor", "government"),
    ("The army press service", "military"),
    ("The attorney general", "government"),
    ("The Daily Courier", "media"),
    ("The Baidra General Hospital", "health authority"),
    ("The police chief", "police"),
    ("A rebel spokesman", "armed group"),
    ("A rebel commander", "armed group"),
    ("An army commander", "military"),
]


@pytest.mark.parametrize(("who", "kind"), KINDS, ids=[who for who, _ in KINDS])
def test_a_speaker_is_of_the_kind_that_the_words_tell(read: Callable[..., Any], who: str, kind: str) -> None:
    claim = next(c for c in read(f"{who} said three people were killed on Monday.")[2] if c.measure == "killed")
    assert claim.speaker.kind == kind


@pytest.mark.parametrize(("text", "name", "kind"), CASES, ids=[c[0][:45] for c in CASES])
def test_a_claim_has_its_speaker(read: Callable[..., Any], text: str, name: str, kind: str | None) -> None:
    claim = next(c for c in read(text)[2] if c.measure == "killed")
    assert claim.speaker is not None
    assert claim.speaker.name == name
    if kind is not None:
        assert claim.speaker.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Geneva recorded 30 people killed this year.",
        "The singer recorded a song about the killing of Tom Riedl.",
        "I can tell you that three people were killed.",
        "Three people were killed, it was reported in Geneva.",
    ],
)
def test_words_that_name_nobody_give_no_speaker(read: Callable[..., Any], text: str) -> None:
    assert [c.speaker for c in read(text)[2] if c.measure == "killed"] == [None]


def test_who_passes_words_on_stands_in_via(read: Callable[..., Any]) -> None:
    claim = read("The Daily Courier, citing a Sarvan official, said 14 people had died.")[2][0]
    assert claim.speaker.via == ("Daily Courier",)


def test_a_day_in_speech_counts_from_the_day_of_the_speech(read: Callable[..., Any]) -> None:
    text = 'Anna Kolar spoke to reporters on Sunday, saying, "Three people were killed yesterday."'
    claim = next(c for c in read(text, "2031-05-07")[2] if c.measure == "killed")
    assert (claim.said.earliest, claim.date.earliest) == ("2031-05-04", "2031-05-03")


def test_our_side_is_the_speakers_country(read: Callable[..., Any]) -> None:
    text = (
        "U.S. forces carried out a strike in Caracas on Saturday.\n\n"
        'President John Brant said on Sunday: "A lot of Cubans were killed. No death on our side."'
    )
    groups = {(c.low, c.group.nationality) for c in read(text)[2] if c.measure == "killed"}
    assert groups == {(None, "CU"), (0, "US")}


def test_uncounted_losses_owned_up_to_are_the_governments_own(read: Callable[..., Any]) -> None:
    claim = read("The Venezuelan government acknowledged several deaths.")[2][0]
    assert (claim.low, claim.high, claim.wording, claim.group.nationality) == (None, None, "several deaths", "VE")


def test_speech_without_a_cue_stays_with_who_spoke(read: Callable[..., Any]) -> None:
    statements = read('"We lost three men," Colonel Ivan Petrak told reporters. "Two more are missing."')[1]
    assert {s.speaker.name for s in statements} == {"Ivan Petrak"}
    assert all(s.direct for s in statements)


def test_every_quote_is_the_text_at_its_span(read: Callable[..., Any]) -> None:
    text = "Police said 12 people died.\n\n“We mourn,” Mayor Anna Kolar said. “All of us.”"
    article, statements, claims = read(text)
    assert all(article.text[c.span.start : c.span.end] == c.quote for c in claims)
    assert all(s.quote == s.target[0].of(article.text) for s in statements)


@pytest.mark.parametrize(
    "text",
    [
        "The group claimed responsibility for the bombing, which killed 11 people.",
        "The president condemned the attack, which killed 11 people.",
    ],
)
def test_what_a_clause_adds_to_a_noun_is_the_article_s_own(read: Callable[..., Any], text: str) -> None:
    assert [(c.low, c.speaker) for c in read(text)[2] if c.measure == "killed"] == [(11, None)]


def test_our_side_is_that_of_who_carried_out_the_attack_spoken_of(read: Callable[..., Any]) -> None:
    text = (
        "Twelve Cuban officers were killed in the US Venezuela operation on Monday. "
        'President Karl Brandt said on Tuesday: "No death on our side."'
    )
    assert [c.group.nationality for c in read(text)[2] if c.high == 0] == ["US"]


def test_who_opens_a_text_that_ends_with_in_speaks(read: Callable[..., Any]) -> None:
    claims = read("Nairobi police said that two men were killed. The rain set in")[2]
    assert [claim.speaker.name for claim in claims if claim.measure == "killed"] == ["Nairobi police"]


@pytest.mark.parametrize("agency", ["Sarvan", "Karim", "Velma", "Tilga"])
def test_when_somebody_spoke_is_no_part_of_the_name(read: Callable[..., Any], agency: str) -> None:
    text = f"{agency} Agency reported five civilians killed, but later Riva.tv, Orlatv.net and Velma news reported "
    text += "that seven people had died."
    (claim,) = [c for c in read(text)[2] if c.low == 7]
    assert claim.speaker.name.split()[0] == "Riva.tv"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The strike killed three people. Ana Ruiz mourned Karim Reyes and Leo Holt.", "Ana Ruiz"),
        ("The strike killed three people. Ivan Holt also mourned “my brother, Karim Reyes”, in a post.", "Ivan Holt"),
    ],
)
def test_who_mourns_somebody_says_that_he_died(read: Callable[..., Any], text: str, speaker: str) -> None:
    assert [c.speaker.name for c in read(text)[2] if c.group.names] == [speaker]
