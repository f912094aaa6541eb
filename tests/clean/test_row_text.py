"""The text of a row is kept as it came; only the blocks pass over furniture."""

import time
from collections.abc import Callable

import pytest

from twosource.model import Article

Read = Callable[..., Article]

TEXT = """\
  Bridge Collapse Kills Four in Sarvan

By Ann Example, Associated Press

July 15, 2031

SARVAN (AP) — A bridge collapsed on Tuesday and killed four people, the police said.  Two are missing.

Advertisement

The mayor ordered the other bridges closed.\t

Copyright 2031 The Associated Press. All rights reserved.
"""


def test_the_text_is_the_decoded_text_character_for_character(read: Read) -> None:
    assert read(TEXT, "text").text == TEXT


def test_the_blocks_pass_over_furniture(read: Read) -> None:
    article = read(TEXT, "text")
    assert [(block.kind, block.span.of(TEXT)[:9]) for block in article.blocks] == [
        ("title", "Bridge Co"),
        ("dateline", "July 15, "),
        ("paragraph", "SARVAN (A"),
        ("paragraph", "The mayor"),
    ]
    assert [part.reason for part in article.discarded] == ["byline", "advertisement", "copyright"]


def test_every_sign_of_the_agency_is_read_where_it_stands(read: Read) -> None:
    found = {(credit.agency, credit.where) for credit in read(TEXT, "text").credits}
    assert found == {("ap", "byline"), ("ap", "dateline"), ("ap", "copyright")}


def test_what_the_row_tells_outranks_its_text(read: Read) -> None:
    article = read(TEXT, "text", title="Four die", published="July 16, 2031", url="https://www.norvikpost.example/a")
    assert (article.title, article.published, article.outlet) == ("Four die", "2031-07-16", "norvikpost.example")


def test_the_outlet_of_an_archived_page_is_that_of_the_page(read: Read) -> None:
    url = "http://web.archive.org/web/20310805034445/http://www.norvikpost.example:80/story/1"
    assert read(TEXT, "text", url=url).outlet == "norvikpost.example"


def test_a_wrapped_text_is_read_by_paragraphs(read: Read) -> None:
    wrapped = (
        "The bridge over the Sarv collapsed on Tuesday morning while two buses and\n"
        "several cars were crossing it, and four people were killed, the police of\n"
        "the district said in a statement that was read out on the radio at noon by\n"
        "a spokesman who took no questions.\n\n"
        "The mayor ordered the other bridges of the town to be closed until experts\n"
        "have looked at them."
    )
    assert len(read(wrapped, "text").blocks) == 2


def test_a_text_in_capitals_opens_with_no_dateline_but_a_dated_one(read: Read) -> None:
    shouted = (
        "THE ARMY COMMAND HAS REPORTED THAT ABOUT 50 PEASANTS WERE KIDNAPPED ON SUNDAY: ALL ARE SAFE, THE ARMY SAID."
    )
    assert read(shouted, "text").dateline is None


def test_an_empty_row_field_leaves_the_day_unknown(read: Read) -> None:
    assert read("Four people were killed when a bridge fell.", "text", published="soon").published is None


def test_an_opening_of_hyphens_takes_no_time(read: Read) -> None:
    before = time.process_time()
    read(f"{'A-' * 200}\n\nThree villages were cut off by the flood, police said.", "text")
    assert time.process_time() - before < 3


def test_the_headline_of_another_story_is_passed_over(read: Read) -> None:
    link = "Harbour guard arrested for mayhem at jazz club"
    more = TEXT.replace("closed.", "closed until engineers have looked at each of them.")
    article = read(more.replace("Advertisement", link), "text")
    assert (article.discarded[1].reason, article.discarded[1].excerpt) == ("links to other pages", link)


@pytest.mark.parametrize(
    "caption",
    [
        "Image 2 of 5 Two buses on the bridge over the Sarv. Two buses on the bridge over the Sarv.",
        "Buy Photo Two buses on the bridge over the Sarv on Tuesday.",
        "Two buses on the bridge over the Sarv. View Full Caption Ann Example",
        "Photo: Ann Example Image 1 of 2 Caption Close Two buses on the bridge over the Sarv on Tuesday.",
    ],
)
def test_the_labels_of_a_show_of_pictures_make_a_caption(read: Read, caption: str) -> None:
    article = read(TEXT.replace("Advertisement", caption), "text")
    assert [block.kind for block in article.blocks if block.span.of(article.text) == caption] == ["caption"]
