"""What was set aside is told in at most 200 characters on one line."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from twosource.clean.excerpt import excerpt
from twosource.model import Article

Read = Callable[..., Article]
PROSE = "The bridge over the Ilva fell on Monday and took four lorries with it, the roads office said in a statement."


def test_short_words_stand_whole_on_one_line() -> None:
    assert excerpt(" Share \n\t this story ") == "Share this story"


def test_of_long_words_the_opening_and_the_end_are_kept_between_words() -> None:
    told = excerpt("opening " + "word " * 100 + "closing")
    assert told.startswith("opening word")
    assert told.endswith("word closing")
    assert " … " in told
    assert len(told) <= 200


@given(st.text(max_size=900))
def test_any_words_make_one_short_line(words: str) -> None:
    told = excerpt(words)
    assert len(told) <= 200
    assert told == " ".join(told.split())


def test_a_page_saved_as_text_and_a_row_tell_what_was_set_aside(read: Read) -> None:
    saved = f"Bridge falls over the Ilva\nHome\nNews\nSport\n{PROSE}\n{PROSE} It was built in 1961.\nShare this\n"
    for form in ("saved text", "text"):
        told = [part.excerpt for part in read(saved, form).discarded]
        assert told == ["Home", "News", "Sport", "Share this"]


def test_a_page_tells_its_words_as_shown_without_markup_or_scripts(read: Read) -> None:
    body = "".join(f"<p>{PROSE} Lorry {number} was found.</p>" for number in range(4))
    nav = "<nav><ul><li><b>H</b>ome</li><script>var hidden = 1;</script><li>Arts &amp; life</li></ul></nav>"
    article = read(f"<html><body>{nav}<main>{body}</main></body></html>", "html")
    (told,) = [part.excerpt for part in article.discarded if part.reason == "navigation"]
    assert told == "Home Arts & life"


def test_links_and_buttons_side_by_side_are_told_apart(read: Read) -> None:
    body = "".join(f"<p>{PROSE} Lorry {number} was found.</p>" for number in range(4))
    buttons = "<span><button>Share</button></span><button>Save</button>"
    nav = f"<nav><a href=/><b>H</b>ome</a><a href=/w>World</a>{buttons}</nav>"
    article = read(f"<html><body>{nav}<main>{body}</main></body></html>", "html")
    told = " ".join(part.excerpt for part in article.discarded)
    assert told == "Home World Share Save"


def test_a_long_stretch_of_a_page_tells_its_two_ends(read: Read) -> None:
    body = "".join(f"<p>{PROSE} Lorry {number} was found.</p>" for number in range(4))
    links = "".join(f"<li>Link number {number}</li>" for number in range(300))
    article = read(f"<html><body><main>{body}</main><nav><ul>{links}</ul></nav></body></html>", "html")
    (told,) = [part.excerpt for part in article.discarded if part.reason == "navigation"]
    assert told.startswith("Link number 0 Link number 1 ")
    assert told.endswith(" Link number 299")
    assert len(told) <= 200
