"""Spelling decides what a term is."""

from twosource.link.terms import ages, hours, places, terms


def test_a_capital_makes_a_name_and_small_letters_make_a_stem() -> None:
    assert terms("Police killed the mayor of Sarvan") == ["wpolic", "wkill", "wthe", "wmayor", "wof", "Nsarvan"]


def test_a_headline_in_capitals_gives_words_where_the_text_writes_them_small() -> None:
    assert "wferryman" in terms("Ferryman Drowned\nThe ferryman was 60.")


def test_a_common_word_at_the_head_of_a_sentence_is_no_name() -> None:
    assert terms("Police said so.")[0] == "wpolic"


def test_a_possessive_is_the_name_itself() -> None:
    assert terms("Sarvan's bridge, Sarvan’s bridge") == ["Nsarvan", "wbridg", "Nsarvan", "wbridg"]


def test_numbers_keep_their_figures_without_commas() -> None:
    assert "#1200" in terms("1,200 people fled")


def test_ages_are_found_in_three_wordings() -> None:
    assert ages("A 44-year-old woman and Orla Venn, 31, and a boy aged 9") == ["A44", "A31", "A9"]


def test_places_follow_prepositions_and_stand_in_datelines() -> None:
    assert set(places("VELMA (AP) — Shots were heard near Old Sarvan on Tuesday.")) >= {"Pvelma", "Psarvan"}
    assert "Ptuesday" not in places("in Sarvan on Tuesday")


def test_an_empty_text_has_no_terms() -> None:
    assert terms("") == []


def test_hours_are_told_with_the_one_beside_them() -> None:
    assert hours("It was 7:40 p.m. on Quay Road") == ["H19", "H20"]
    assert {*hours("about 12:10 a.m.")} == {"H0", "H23"}
    assert {*hours("at 6:50 pm")} & {*hours("7 PM")}
    assert hours("7 amateurs, 30 a side") == []
