"""Headlines of other stories among the paragraphs are no text of the report; its own lines and lists are."""

import pytest

from twosource.clean.elsewhere import of_other_stories, set_apart

STORY = [
    "Two men were shot outside a bakery in the Orla neighborhood of Riva on Sunday night, the police said.",
    "Officers found the men, 22 and 30, on the pavement; both are expected to recover from their wounds.",
    "Nobody has been arrested, and detectives asked neighbors on Mill Street for pictures of their cameras.",
]
LINKS = [
    "Harbour guard arrested for boozed-up mayhem at jazz club",
    "Velma: Woman accused of running down cyclist gets probation",
    "Up to 40 feared dead in fire during concert",
    "Slaying of beloved professor leaves colleagues crestfallen",
    "+ Five bicyclists hit by vehicle in Velma",
    "[OTHER NEWS: Man allegedly beat former teacher]",
    "[Velma: The woman was killed in a crash]",
    "1:15 Mourners gather after employees are hurt in Tilga plant",
]
OWN = [
    "Two men shot outside bakery in Riva, police say",
    "Neighbors on Mill Street ask detectives for help",
    "Ana Brek, 22, student from Velma",
    "Karel Berg, bus driver and father of three",
    "The gunman was later seen near a quarry",
    "By Ann Example, Associated Press",
    "SIGNED GENERAL COMMAND OF COLUMNS, COMMANDERS BREK, BERG AND SOLKE",
    "A spokeswoman told journalists something quite different.",
    "[Editor's note: the hospital later changed its statement.]",
    "1:15 p.m. Ambulances leave for a clinic",
    "Fewer words here",
]


@pytest.mark.parametrize("line", LINKS)
def test_a_headline_with_other_words_than_the_paragraphs_is_of_another_story(line: str) -> None:
    assert of_other_stories([*STORY[:2], line, STORY[2]]) == {2}
    assert of_other_stories([*STORY, line]) == {3}


@pytest.mark.parametrize("line", OWN)
def test_what_is_told_of_the_story_or_lists_names_stays(line: str) -> None:
    assert of_other_stories([*STORY[:2], line, STORY[2]]) == frozenset()


def test_what_stands_above_the_first_paragraph_may_head_it() -> None:
    assert of_other_stories([LINKS[0], *STORY]) == frozenset()


def test_a_list_is_of_the_report_itself() -> None:
    assert of_other_stories([*STORY, *LINKS[:3]]) == frozenset()
    assert of_other_stories([*STORY, *LINKS[:2]]) == {3, 4}
    assert of_other_stories([STORY[0], LINKS[0], STORY[1], LINKS[1], LINKS[2]]) == frozenset()


def test_links_with_a_mark_go_however_many_there_are() -> None:
    clips = [f"{at}:{40 - at} Tilga clinic opens ward number {at}" for at in (3, 1, 2)]
    assert of_other_stories([STORY[0], *clips]) == {1, 2, 3}


def test_hours_that_follow_each_other_are_a_chronicle() -> None:
    hours = [f"{at}:40 Ambulances leave for clinic number {at}" for at in (7, 8, 9)]
    assert of_other_stories([*STORY, *hours]) == frozenset()


def test_of_a_page_only_marked_links_go() -> None:
    assert set_apart([*STORY, *LINKS]) == {7, 8, 9, 10}


def test_without_paragraphs_nothing_is_strange() -> None:
    assert of_other_stories(LINKS) == frozenset()
