"""Who says what, form by form: a sentence, the speaker it gives, the speaker's kind, and words that are told."""

from collections.abc import Callable
from typing import Any

import pytest

FORMS = {
    "direct": ('"Three men were killed," Mayor Anna Kolar said.', "Anna Kolar", "government", "Three men were killed"),
    "inverted": ('"The road is closed," said Mayor Anna Kolar.', "Anna Kolar", "government", "The road is closed"),
    "curly marks": (
        "“We have lost a friend,” Mayor Anna Kolar said.",
        "Anna Kolar",
        "government",
        "We have lost a friend",
    ),
    "cue first": ('Mayor Anna Kolar said: "The road is closed."', "Anna Kolar", "government", "The road is closed"),
    "rank and its full stop": (
        "Riva Police Sgt. Anna Kolar said three men were killed.",
        "Anna Kolar",
        "police",
        "three men were killed",
    ),
    "rank and its full stop, inverted": (
        "Three men were killed, said Riva Police Sgt. Anna Kolar.",
        "Anna Kolar",
        "police",
        "Three men were killed",
    ),
    "indirect": ("Police said three men were killed in Riva.", "Police", "police", "three men were killed in Riva"),
    "with that": ("The army said that three men were killed.", "army", "military", "three men were killed"),
    "mixed": ('Mayor Anna Kolar called the raid "an act of piracy".', "Anna Kolar", "government", "act of piracy"),
    "according to": (
        "Three men were killed, according to the health ministry.",
        "health ministry",
        "health authority",
        "Three men were killed",
    ),
    "according to, first": (
        "According to the fire brigade, three men were killed in the blaze.",
        "fire brigade",
        "rescue service",
        "three men were killed",
    ),
    "passive": (
        "Three deaths were reported by the Riva city hospital on Monday.",
        "Riva city hospital",
        "health authority",
        "Three deaths",
    ),
    "parenthesis": ("Three men, police said, were killed in Riva.", "police", "police", "were killed in Riva"),
    "as confirmed by": (
        "As confirmed by the Cuban government, three men were killed.",
        "Cuban government",
        "government",
        "three men were killed",
    ),
    "sentence before its cue": (
        "Three men were killed in Riva, police said.",
        "police",
        "police",
        "Three men were killed",
    ),
    "further verb": (
        "Colonel Ivan Petrak visited the town on Monday, saying that two bridges had been blown up.",
        "Ivan Petrak",
        "military",
        "two bridges had been blown up",
    ),
    "tell somebody": (
        "Interior Minister Anna Kolar told reporters that 12 people had been arrested.",
        "Anna Kolar",
        "government",
        "12 people had been arrested",
    ),
    "denial": (
        "The army denied that its troops fired on the crowd.",
        "army",
        "military",
        "its troops fired on the crowd",
    ),
    "accusation": (
        "The government accused the rebels of killing 20 farmers.",
        None,
        "government",
        "killing 20 farmers",
    ),
    "statement as source": (
        "A statement from the defence ministry said two soldiers were killed.",
        None,
        None,
        "two soldiers were killed",
    ),
    "said in a statement": (
        "The army said in a statement that two soldiers were killed.",
        "army",
        "military",
        "two soldiers were killed",
    ),
    "press release": (
        "The Riva Police Department said in a press release that two men were shot.",
        "Riva Police Department",
        "police",
        "two men were shot",
    ),
    "post": ('"We are safe," Mayor Anna Kolar wrote on Twitter.', "Anna Kolar", "government", "We are safe"),
    "tweeted": ('Mayor Anna Kolar tweeted: "We are safe."', "Anna Kolar", "government", "We are safe"),
    "capital": (
        "Havana says three officers were killed.",
        "Cuban government",
        "government",
        "three officers were killed",
    ),
    "the Kremlin": ("The Kremlin said three officers were killed.", None, "government", "three officers were killed"),
    "country": (
        "Cuba said three officers were killed.",
        "Cuban government",
        "government",
        "three officers were killed",
    ),
    "witness": ("Witnesses said gunmen opened fire on the market.", "Witnesses", "witness", "gunmen opened fire"),
    "resident": ("Residents said the bridge had been blown up.", "Residents", "witness", "bridge had been blown up"),
    "family": ("His sister said he was shot at the gate.", "sister", "family", "he was shot at the gate"),
    "armed group": ("The rebels said they killed six soldiers.", "rebels", "armed group", "they killed six soldiers"),
    "rescuers": ("Rescuers said nine bodies were found.", "Rescuers", "rescue service", "nine bodies were found"),
    "hospital": (
        "Doctors said two of the children had died.",
        "Doctors",
        "health authority",
        "two of the children had died",
    ),
    "prosecutors": ("Prosecutors said the man had shot his neighbour.", "Prosecutors", "police", "the man had shot"),
    "organisation": (
        "The Lodestar Observatory said 30 people were killed.",
        "Lodestar Observatory",
        "organisation",
        "30 people were killed",
    ),
    "media": (
        "State television reported that 30 people were killed.",
        "State television",
        "media",
        "30 people were killed",
    ),
    "anonymous official": (
        "An official who asked not to be named said 30 people were killed.",
        None,
        "anonymous",
        "30 people were killed",
    ),
    "sources": ("Sources said 30 people were killed.", "Sources", "anonymous", "30 people were killed"),
    "spokesman": (
        "A spokesman for the army said two soldiers were killed.",
        None,
        "military",
        "two soldiers were killed",
    ),
    "police chief by name": (
        "Police chief Ivan Petrak said two men were shot.",
        "Ivan Petrak",
        "police",
        "two men were shot",
    ),
}


@pytest.mark.parametrize(("text", "name", "kind", "told"), FORMS.values(), ids=FORMS.keys())
def test_each_form_gives_its_speaker_and_words(
    read: Callable[..., Any], text: str, name: str | None, kind: str | None, told: str
) -> None:
    article, statements, _ = read(text)
    telling = [s for s in statements if any(told in target.of(article.text) for target in s.target)]
    assert len(telling) == 1
    speaker = telling[0].speaker
    assert name is None or speaker.name == name
    assert kind is None or speaker.kind == kind


RESOLVED = {
    "he": "Colonel Ivan Petrak spoke on Monday. He said three men were killed.",
    "the colonel": "Colonel Ivan Petrak arrived on Monday. The colonel said three men were killed.",
    "surname": "Colonel Ivan Petrak arrived on Monday. Petrak said three men were killed.",
    "she, of two": "Ivan Petrak met Mayor Anna Kolar on Monday. Petrak said three men were killed.",
    "interrupted": '"Three men," Colonel Ivan Petrak said, "were killed on the bridge."',
    "two sentences": '"Three men were killed," Colonel Ivan Petrak said. "Two more are missing."',
    "paragraphs": ('Colonel Ivan Petrak said: "Three men were killed on the bridge.\n\n"Two more are missing."'),
}


@pytest.mark.parametrize("text", RESOLVED.values(), ids=RESOLVED.keys())
def test_a_source_is_resolved_within_the_report(read: Callable[..., Any], text: str) -> None:
    speakers = {s.speaker.name for s in read(text)[1] if s.speaker is not None}
    assert speakers == {"Ivan Petrak"}


def test_an_interrupted_quotation_is_one_statement_in_pieces(read: Callable[..., Any]) -> None:
    article, statements, _ = read('"Three men," Colonel Ivan Petrak said, "were killed on the bridge."')
    assert len(statements) == 1
    words = " ".join(target.of(article.text) for target in statements[0].target)
    assert "Three men" in words
    assert "were killed on the bridge" in words
    assert "Petrak" not in words


def test_a_quotation_runs_on_over_paragraphs(read: Callable[..., Any]) -> None:
    article, statements, _ = read(
        'Colonel Ivan Petrak told reporters: "Three men were killed on the bridge.\n\n"Two more are missing."'
    )
    words = " ".join(target.of(article.text) for s in statements for target in s.target)
    assert "Two more are missing" in words
    assert {s.speaker.name for s in statements} == {"Ivan Petrak"}


def test_who_passes_on_is_kept_apart_from_who_speaks(read: Callable[..., Any]) -> None:
    claim = next(c for c in read("The Daily Courier reported that police said 14 people had died.")[2] if c.low == 14)
    assert (claim.speaker.name, claim.speaker.via) == ("police", ("Daily Courier",))


@pytest.mark.parametrize(
    "text",
    [
        "The rebels planned to kill 20 soldiers.",
        "The rebels vowed to kill 20 soldiers.",
        "The rebels want to kill 20 soldiers.",
        "The rebels threatened to kill 20 soldiers.",
    ],
)
def test_what_somebody_wants_did_not_happen(read: Callable[..., Any], text: str) -> None:
    claims = [c for c in read(text)[2] if c.measure == "killed"]
    assert all((c.stance, c.scope) == ("hedged", "hypothetical") for c in claims)
    assert claims


@pytest.mark.parametrize(
    "sentence",
    [
        "A man accused of killing a 14-year-old boy is back in jail in Riva.",
        "When officers came, they found a man who had been killed inside the home.",
        "Four people were wounded. No deaths were reported in these incidents.",
    ],
)
def test_who_is_accused_and_what_is_found_say_nothing(read: Callable[..., Any], sentence: str) -> None:
    claims = [c for c in read(sentence)[2] if c.measure == "killed"]
    assert claims
    assert all(c.speaker is None for c in claims)
