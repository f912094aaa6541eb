"""Points read as sentences: who did what, or who said what, in quotation marks where the words are the speaker's."""

from dataclasses import replace

import pytest

from twosource.model import Actor, Claim, Event, Holdings, Point, Span, Speaker, Statement
from twosource.publish.shelf import shelf
from twosource.publish.view_point import LENGTH, ordered_points, point_view
from twosource.publish.wording import shortened

TEXT = "The mayor of Port Almar called it an outrage and said that the port would open again in May."
MAYOR = Speaker(text="The mayor", name="mayor of Port Almar")


def _statement(quote: str, *, direct: bool = False, cue: str | None = None) -> Statement:
    start = TEXT.find(quote)
    at = TEXT.find(cue) if cue else 0
    return Statement(
        id="s-1", report="r-1", source=None, cue=Span(at, at + len(cue)) if cue else None,
        target=(Span(start, start + len(quote)),), direct=direct, speaker=MAYOR, stance="asserted", quote=quote,
    )  # fmt: skip


def _act(quote: str, actor: Actor | None, speaker: Speaker | None = None) -> Claim:
    return Claim(id="c-1", report="r-1", measure="act", span=Span(0, 5), quote=quote, stance="asserted",
                 pattern="act", actor=actor, speaker=speaker)  # fmt: skip


def _told(ledger: Holdings, one: Statement | Claim, text: str | None = None) -> str:
    article = replace(ledger.articles[0], id="r-1", text=TEXT)
    is_claim = isinstance(one, Claim)
    held = shelf(
        Holdings(
            rule="default",
            articles=(article,),
            claims=(one,) if isinstance(one, Claim) else (),
            statements=(one,) if isinstance(one, Statement) else (),
        )
    )
    point = Point(
        text=text or one.quote,
        claims=(one.id,) if is_claim else (),
        statements=() if is_claim else (one.id,),
        reports=("r-1",),
    )
    view = point_view(point, held)
    return f"{view.by}{view.sign} {view.text}"


def test_direct_words_stand_in_quotation_marks_behind_the_speaker(ledger: Holdings) -> None:
    assert _told(ledger, _statement("an outrage", direct=True)) == "Mayor of Port Almar: “an outrage”"


def test_reported_words_lose_the_that(ledger: Holdings) -> None:
    told = _told(ledger, _statement("that the port would open again in May", cue="said"))
    assert told == "Mayor of Port Almar: the port would open again in May"


def test_reported_words_beside_their_verb_keep_it(ledger: Holdings) -> None:
    assert _told(ledger, _statement("it an outrage", cue="called")) == "Mayor of Port Almar called it an outrage"


def test_direct_words_that_open_with_that_keep_it(ledger: Holdings) -> None:
    assert _told(ledger, _statement("that was all", direct=True)).endswith("“that was all”")


@pytest.mark.parametrize(
    ("actor", "told"),
    [
        (Actor(name="Sarvanian government", text="Almar"), "Sarvanian government opened the port"),
        (Actor(name="little-known group", text="A little-known group"), "A little-known group opened the port"),
        (Actor(name="police", text="they"), "Police opened the port"),
        (None, " opened the port"),
    ],
)
def test_an_act_is_a_sentence(ledger: Holdings, actor: Actor | None, told: str) -> None:
    assert _told(ledger, _act("opened the port", actor)) == told


def test_an_act_whose_words_name_the_actor_is_not_headed_by_it(ledger: Holdings) -> None:
    act = _act("blamed the Palmar Column", Actor(name="Palmar Column", text="Palmar Column"))
    assert _told(ledger, act) == " blamed the Palmar Column"


def test_an_act_that_someone_tells_of_names_the_teller(ledger: Holdings) -> None:
    act = _act("opened the port", Actor(name="police", text="police"), MAYOR)
    assert _told(ledger, act) == "Police opened the port, says mayor of Port Almar"


def test_long_words_are_cut_between_words_and_quotation_marks_closed(ledger: Holdings) -> None:
    long = "“" + "word " * 80
    told = _told(ledger, _act(long, Actor(name="Police", text="police")), long)
    assert told == f"Police {shortened(long, LENGTH)}”"


def test_what_figures_hold_comes_last_and_numbers_first(ledger: Holdings) -> None:
    event: Event = ledger.events[0]
    act = replace(ledger.claims[0], id="act-1", measure="act", quote="shut 3 schools", event=event.id)
    points = (
        Point(text="Counted", claims=(), statements=("statement-ministry",), reports=("r-courier",)),
        Point(text="Told", claims=("claim-front",), statements=(), reports=("r-herald",)),
        Point(text="shut 3 schools", claims=("act-1",), statements=(), reports=("r-courier",)),
    )
    event = replace(event, points=points)
    held = shelf(replace(ledger, claims=(*ledger.claims, act), events=(event,)))
    assert [point.text for point in ordered_points(event, held)] == ["shut 3 schools", "Told", "Counted"]
