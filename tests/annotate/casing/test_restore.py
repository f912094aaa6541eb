"""Text in one case comes back in its usual case, character for character; ordinary text is left alone."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate import annotate
from twosource.annotate.casing import restored
from twosource.annotate.casing.restore import is_of_one_case
from twosource.model import Article, Block, Span

TEXT = "President Nicolas Arvelo said on Monday that police in San Salvador killed three men. The FBI denied it."


def whole(text: str) -> str:
    return restored(text, [Span(0, len(text))])


@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_capitals_and_small_letters_come_back(change: Callable[[str], str]) -> None:
    assert whole(change(TEXT)) == TEXT


def test_ordinary_text_is_the_same_object() -> None:
    assert whole(TEXT) is TEXT


def test_each_block_is_judged_alone() -> None:
    text = f"{TEXT}\n{TEXT.upper()}"
    assert restored(text, [Span(0, len(TEXT)), Span(len(TEXT) + 1, len(text))]) == f"{TEXT}\n{TEXT}"


def test_what_is_not_read_stays() -> None:
    text = f"{TEXT.upper()}\n{TEXT.upper()}"
    assert restored(text, [Span(0, len(TEXT))]) == f"{TEXT}\n{TEXT.upper()}"


def test_a_few_letters_tell_nothing() -> None:
    assert not is_of_one_case("BREAKING NEWS")


def test_a_long_sentence_without_a_name_stays() -> None:
    text = "A reporter of this paper counted eleven burnt carts in the yard behind the fish hall in autumn."
    assert whole(text) is text


def test_an_abbreviation_behind_its_full_name_is_in_capitals() -> None:
    text = "the northern river liberation front (nrlf) said on friday that it had freed the two men."
    assert "(NRLF)" in whole(text)


def test_a_dateline_keeps_its_capitals() -> None:
    assert whole("TEGUCIGALPA, 4 JAN 90 -- A BOMB INJURED TWO MEN IN THE CAPITAL.").startswith(
        "TEGUCIGALPA, 4 JAN 90 -- A bomb"
    )


def test_a_title_dot_opens_no_sentence() -> None:
    assert "Gen. Arvelo said the" in whole("yesterday gen. arvelo said the army had left the town for good.")


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.sampled_from("aáßİŉ b.C-'’(\n1é"), min_size=1, max_size=80))
def test_no_character_is_added_or_lost(text: str) -> None:
    read = whole(text)
    assert len(read) == len(text)
    assert read.casefold() == text.casefold() or not text.isascii()


@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_layers_quote_the_article_and_names_are_found(change: Callable[[str], str]) -> None:
    text = change(TEXT)
    block = Block(span=Span(0, len(text)), kind="paragraph")
    found = annotate(Article(id="r", sha256="", text=text, blocks=(block,), published="2031-05-07"))
    assert [name.canonical for name in found.names if name.kind == "person"] == ["Nicolas Arvelo"]
    assert [place.place.name for place in found.places] == ["San Salvador"]
    assert all(name.text == name.span.of(text) for name in found.names)
    assert all(number.text == number.span.of(text) for number in found.numbers)
    assert all(time.text == time.span.of(text) for time in found.times)
    assert all(place.place.text == place.span.of(text) for place in found.places)


def test_a_title_with_a_capital_in_each_word_gets_its_usual_case() -> None:
    text = "Three People Wounded By Gunfire In San Salvador"
    assert (
        restored(text, [Span(0, len(text))], [Span(0, len(text))]) == "Three people wounded by gunfire in San Salvador"
    )
    assert whole(text) == text


def test_short_names_in_a_capitalised_title_stay() -> None:
    text = "Three People Wounded As US Jets Hit UN Base In San Salvador"
    read = restored(text, [Span(0, len(text))], [Span(0, len(text))])
    assert read == "Three people wounded as US jets hit UN base in San Salvador"
