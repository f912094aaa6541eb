"""Title, outlet and address tell where a report's towns lie."""

import pytest

from twosource.annotate.place.candidate import Candidate
from twosource.annotate.place.containers import holds
from twosource.annotate.place.context import Mention, PlaceContext
from twosource.annotate.place.gazetteer import lookup
from twosource.annotate.place.locate import find_all_places, find_places, outlet_place
from twosource.annotate.place.origin import hints, of_groups, outlet_names, story_of, title_spans
from twosource.lang.reading import lexicon
from twosource.model import Span

TEXT = "Two men were shot in Charleston on Friday."
SPOT = Mention(span=Span(21, 31), label="GPE")


def _state(context: PlaceContext) -> str | None:
    (found,) = find_places(TEXT, [SPOT], context)
    return found.place.admin1


@pytest.mark.parametrize(
    ("context", "state"),
    [
        (PlaceContext(url="http://www.wvgazettemail.com/news/1"), "West Virginia"),
        (PlaceContext(url="http://web.archive.org/web/20310805034445/http://wvgazettemail.com/1"), "West Virginia"),
        (PlaceContext(url="http://www.postandcourier.com/news/1"), "South Carolina"),
        (PlaceContext(title="Two shot - WXYZ Huntington, WV News, Weather"), "West Virginia"),
        (PlaceContext(title="Two shot near Huntington, W.Va."), "West Virginia"),
    ],
)
def test_where_a_report_comes_from_tells_towns_of_one_name_apart(context: PlaceContext, state: str) -> None:
    assert _state(context) == state


def test_the_name_of_a_state_in_a_host_is_a_hint() -> None:
    assert [c.name for c in hints(PlaceContext(url="http://delawarevoices.example/1"))] == ["Delaware"]


def test_a_title_has_places_of_its_own() -> None:
    title = "Two shot in Toledo - WXYZ Dayton News"
    _, heading = find_all_places(TEXT, [SPOT], PlaceContext(title=title))
    assert [(t.span.of(title), t.place.admin1) for t in heading] == [("Toledo", "Ohio")]


def test_the_outlet_behind_a_title_is_no_part_of_the_story() -> None:
    title = "Man hurt in crash | WXYZ 5 Toledo, Ohio"
    assert story_of(title) == "Man hurt in crash"
    assert title_spans(title) == []
    assert list(outlet_names(title)) == ["Toledo", "Ohio"]


def test_every_outlets_home_is_known_to_the_gazetteer() -> None:
    def known(town: str, holder: str) -> list[Candidate]:
        return [c for c in lookup(town) if c.kind == "town" and any(holds(o, c) for o in lookup(holder))]

    homes = lexicon("outlets")["homes"]
    assert [home for home in homes if not known(*home.split(", ", 1))] == []


def test_an_armed_group_tells_towns_of_one_name_apart() -> None:
    text = "The Shining Path fired on a house in San Ramon."
    assert [(c.kind, c.country) for c in of_groups(text + " The Shining Path fled.")] == [("country", "PE")]
    span = Span(text.index("San Ramon"), text.index("San Ramon") + len("San Ramon"))
    places = find_places(text, (Mention(span=span, label="GPE"),), PlaceContext())
    assert [place.place.country for place in places if place.span == span] == ["PE"]


LOCAL = "http://www.postandcourier.com/news/1"


@pytest.mark.parametrize(
    "text",
    ["A boy was shot in the foot.", "A boy was shot in Orlaville.", "A man was shot, the first in the United States."],
)
def test_a_local_report_that_names_no_place_tells_of_the_town_of_its_outlet(text: str) -> None:
    mentions = [Mention(span=Span(text.index("Orlaville"), len(text) - 1), label="GPE")] if "Orlaville" in text else []
    context = PlaceContext(title="Boy shot", url=LOCAL)
    place = outlet_place(find_places(text, mentions, context), context)
    assert place is not None
    assert (place.name, place.admin1, place.precision) == ("Charleston", "South Carolina", "admin1")
    assert place.text is None  # no words of the report name it


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("A boy was shot in Dayton, Ohio.", LOCAL),
        ("A bomb exploded in Kenya.", LOCAL),
        ("A boy was shot in the foot.", "http://www.paper.example.com/1"),
    ],
)
def test_a_report_that_puts_itself_elsewhere_or_is_of_no_known_town_does_not(text: str, url: str) -> None:
    context = PlaceContext(title="Boy shot", url=url)
    assert outlet_place(find_places(text, [], context), context) is None
