"""A page saved as text: what it tells is kept, what stands around it is not."""

from collections.abc import Callable

import pytest

from twosource.model import Article

PAGE = """\
You are currently viewing Blast at Norvik Harbour Kills Nine as Officials Trade Blame

Blast at Norvik Harbour Kills Nine as Officials Trade Blame

  • Post author:Ines Example
  • Post last modified:May 7, 2031

Share this

NORVIK — An explosion at the fuel depot of Norvik harbour killed nine dock workers on Monday, the port office said.

Fire Crews Arrive

jhgfdsjkh
Residents gather near the depot in Norvik, Monday, May 5, 2031, after an explosion killed nine workers.

“We heard two blasts,” said Anna Example, who lives near the harbour. “Then the windows were gone.”

See also  Ten Recipes for a Long Winter: Our Readers Choose Their Favourites

The interior ministry said that it would publish the names of the dead after telling their families.

This story included contributions from Associated Press reporters in Norvik.

Subscribe to honest news sites like Norvikpost.example.com for daily updates.

Similar Posts:

Harbour Strike Enters Third Week

Leave a Comment
"""

FLOOD = "Three villages were cut off by the flood, police said."
Read = Callable[..., Article]


def kinds(article: Article, kind: str) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.kind == kind]


def reasons(article: Article, text: str) -> dict[str, str]:
    return {text[part.start : part.end]: part.reason for part in article.discarded}


def test_the_text_is_the_kept_lines_joined_by_blank_lines(read: Read) -> None:
    article = read(PAGE)
    assert article.text.startswith("Blast at Norvik Harbour Kills Nine")
    assert article.text.endswith("Associated Press reporters in Norvik.")
    assert article.text.split("\n\n") == [block.span.of(article.text) for block in article.blocks]


def test_the_headline_is_the_title_although_furniture_stands_above_it(read: Read) -> None:
    article = read(PAGE)
    assert article.title == "Blast at Norvik Harbour Kills Nine as Officials Trade Blame"
    assert kinds(article, "title") == [article.title]


def test_each_piece_of_furniture_is_discarded_with_its_reason(read: Read) -> None:
    found = reasons(read(PAGE), PAGE)
    assert (
        found["You are currently viewing Blast at Norvik Harbour Kills Nine as Officials Trade Blame"] == "navigation"
    )
    assert found["Share this"] == "share"
    assert found["jhgfdsjkh"] == "junk"
    assert found["See also  Ten Recipes for a Long Winter: Our Readers Choose Their Favourites"] == "related"
    assert found["Subscribe to honest news sites like Norvikpost.example.com for daily updates."] == "newsletter"
    assert found["Similar Posts:"] == "related"
    assert found["Harbour Strike Enters Third Week"] == "links to other pages"
    assert found["Leave a Comment"] == "comments"
    assert found["• Post last modified:May 7, 2031"] == "page label"


def test_headings_and_captions_are_told_from_paragraphs(read: Read) -> None:
    article = read(PAGE)
    assert kinds(article, "heading") == ["Fire Crews Arrive"]
    assert [text[:16] for text in kinds(article, "caption")] == ["Residents gather"]
    assert len(kinds(article, "paragraph")) == 4


def test_the_page_tells_its_particulars(read: Read) -> None:
    article = read(PAGE)
    assert (article.modified, article.published, article.byline) == ("2031-05-07", None, "Ines Example")
    assert (article.dateline, article.outlet, article.language) == ("NORVIK", "Norvikpost.example.com", "en")
    assert [(credit.agency, credit.where) for credit in article.credits] == [("ap", "contribution")]


def test_a_day_alone_above_the_text_is_the_day_of_publication(read: Read) -> None:
    text = f"Flood Cuts Off Three Villages in the North\n\nMay 9, 2031\n\n{FLOOD}"
    article = read(text)
    assert (article.title, article.published) == ("Flood Cuts Off Three Villages in the North", "2031-05-09")
    assert reasons(article, text) == {"May 9, 2031": "date"}


def test_a_change_is_no_publication(read: Read) -> None:
    text = f"Flood Cuts Off Three Villages\n\nUpdated May 9, 2031 at 10:15 AM\n\n{FLOOD}"
    assert (read(text).published, read(text).modified) == (None, "2031-05-09")


@pytest.mark.parametrize(
    ("line", "published", "modified", "byline"),
    [
        ("July 15, 2031 by Harbour Post staff", "2031-07-15", None, "Harbour Post staff"),
        ("By Ines Example, 15 July 2031", "2031-07-15", None, "Ines Example"),
        ("By Ines Example | Tuesday, July 15, 2031 10:15 am", "2031-07-15", None, "Ines Example"),
        ("By Ines Example Published July 15, 2031 Updated July 16, 2031", "2031-07-15", "2031-07-16", "Ines Example"),
        (
            "By Ines Example | Updated July 16, 2031 at 9:14 a.m. | Published July 15, 2031 at 11:02 p.m.",
            "2031-07-15",
            "2031-07-16",
            "Ines Example",
        ),
        ("Ines Example | July 15, 2031", "2031-07-15", None, None),
        ("July 15, 2031 / 10:02 AM EDT / Harbour Post", "2031-07-15", None, None),
        ("15 July 2031, updated 16 July 2031", "2031-07-15", "2031-07-16", None),
        ("The Longest Day Since July 15, 2030 In Norvik", None, None, None),
        ("by Ines Example who saw the harbour burn on July 15, 2030", None, None, None),
    ],
)
def test_days_beside_names_below_the_headline_are_read(
    read: Read, line: str, published: str | None, modified: str | None, byline: str | None
) -> None:
    article = read(f"Flood Cuts Off Three Villages\n\n{line}\n\n{FLOOD}")
    assert (article.published, article.modified, article.byline) == (published, modified, byline)


def test_the_day_of_the_dateline_is_that_of_publication_where_no_other_is_told(read: Read) -> None:
    filed = f"NORVIK, May 6, 2031 (AP) — {FLOOD}"
    assert read(f"Flood Cuts Off Three Villages\n\n{filed}").published == "2031-05-06"
    assert read(f"Flood Cuts Off Three Villages\n\nMay 7, 2031\n\n{filed}").published == "2031-05-07"


def test_a_day_beside_a_name_above_the_headline_is_of_another_page(read: Read) -> None:
    assert read(f"Harbour Strike | July 12, 2031\n\nFlood Cuts Off Three Villages\n\n{FLOOD}").published is None


def test_a_title_printed_twice_is_read_once(read: Read) -> None:
    text = f"Flood Cuts Off Three Villages\n\nFlood cuts off three villages\n\n{FLOOD}"
    assert list(reasons(read(text), text).values()) == ["repeated title"]


def test_menus_above_and_below_the_text_are_navigation(read: Read) -> None:
    prose = "Three villages were cut off by a flood on Sunday, police in Norvik said."
    below = "Share this\nJobs here\nImprint\nOur team"
    text = f"Norvik Post\nLetters\nArts\nFlood Cuts Off Three Villages in the North\n{prose}\n{below}"
    article = read(text)
    assert article.title == "Flood Cuts Off Three Villages in the North"
    assert set(reasons(article, text).values()) == {"masthead", "navigation", "share"}
    assert article.text.endswith(prose)


@pytest.mark.parametrize(
    ("head", "title", "outlet"),
    [
        (
            "NORVIK TODAY\nYour World, Every Morning\nFlood: three villages cut off",
            "Flood: three villages cut off",
            "NORVIK TODAY",
        ),
        (
            "The Norvik Review\nFlood cuts off three villages\nPolice use boats",
            "Flood cuts off three villages",
            "The Norvik Review",
        ),
        ("World News\nFlood cuts off three villages", "Flood cuts off three villages", None),
        ("Norvik on Sunday\nSong of the Rising Water", "Norvik on Sunday", None),
        ("Flood Hits Norvik Post", "Flood Hits Norvik Post", None),
        ("Fire Damages Norvik Chapel Roof\nThe river took it all from them", "Fire Damages Norvik Chapel Roof", None),
    ],
)
def test_the_headline_tells_of_the_text_and_the_outlet_stands_above_it(
    read: Read, head: str, title: str, outlet: str | None
) -> None:
    article = read(f"{head}\n\n{FLOOD} The villages lie on the Norvik.")
    assert (article.title, article.outlet) == (title, outlet)


def test_names_below_the_last_paragraph_are_kept(read: Read) -> None:
    names = "Ann Example\nBo Sample\nCem Muster\nDora Beispiel"
    text = f"The port office named the dead on Monday and asked for silence.\n{names}"
    assert read(text).discarded == ()


def test_an_answer_of_one_word_is_no_button(read: Read) -> None:
    text = "Did the army fire first? The general shook his head and gave a short answer.\n\nNo.\n\nHe left."
    assert read(text).discarded == ()


def test_a_text_of_one_sentence_is_a_paragraph(read: Read) -> None:
    article = read("A bomb killed five in Norvik")
    assert [block.kind for block in article.blocks] == ["paragraph"]
    assert article.title is None


def test_windows_line_ends_and_strange_letters_are_kept(read: Read) -> None:
    text = "قتل خمسة أشخاص في المدينة يوم الاثنين.\r\n\r\nEmoji 👩‍🚒 stay, and so do joiners: می‌خواهم.\r\n"
    article = read(text)
    assert article.text == "قتل خمسة أشخاص في المدينة يوم الاثنين.\n\nEmoji 👩‍🚒 stay, and so do joiners: می‌خواهم."
