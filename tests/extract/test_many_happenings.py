"""A war's toll and what is done to people again and again count for no one happening."""

from collections.abc import Callable
from typing import Any

import pytest


def _scopes(read: Callable[..., Any], text: str) -> set[str]:
    return {c.scope for c in read(text)[2] if c.measure in {"killed", "injured", "hit", "captured"}}


@pytest.mark.parametrize(
    "text",
    [
        "The war has resulted in 60,000 deaths over a nine-year period.",
        "During this ten-year war, 60,000 people have died.",
        "In only three months, the press has reported the discovery of 130 bodies.",
        "In October alone, their actions claimed 210 lives.",
        "Since the party was founded, nearly 900 of its members have been murdered.",
        "The feud of the two clans is a war that killed more than 1,200 people.",
        "Aid to the regime brought 60,000 deaths.",
        "She said that 136 of our nurses have been killed in 75 days.",
        "A total of 27 members of the Orrin family had been killed up until that point in the fighting.",
    ],
)
def test_the_toll_of_a_war_or_of_months_is_cumulative(read: Callable[..., Any], text: str) -> None:
    assert _scopes(read, text) == {"cumulative"}


@pytest.mark.parametrize(
    "text",
    [
        "He was sentenced to 20 years in prison for killing 12 people.",
        "A war monitor said 140 people were killed in the strike on Monday.",
        "Since the attack, three more people have died.",
        "The earthquake killed 30,000 people.",
        "The bomb killed 12 people in a country that has been at war for ten years.",
    ],
)
def test_the_toll_of_one_happening_is_its_own(read: Callable[..., Any], text: str) -> None:
    assert _scopes(read, text) == {"event"}


@pytest.mark.parametrize(
    "text",
    [
        "The militia kills villagers.",
        "The murders of judges must stop.",
        "He says the army is killing peasants.",
        '"I am tired of them killing our kids," the mother said.',
        '"I am tired of kids getting killed," the mother said.',
        "A stray bullet hits innocent bystanders, he said.",
    ],
)
def test_what_is_done_again_and_again_is_general(read: Callable[..., Any], text: str) -> None:
    assert _scopes(read, text) == {"general"}


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers stormed the village, killing peasants.",
        "Journalists were wounded on Monday.",
        "Several people have been wounded.",
        "Troops have killed three judges.",
        "Judges have been murdered today.",
        "Gunmen killed our neighbours.",
        "The mother mourned kids killed in the square.",
        "He said that others had been wounded.",
        "The video showed the bodies of young girls.",
        "The wounded villagers have been treated.",
    ],
)
def test_what_was_done_once_is_the_events(read: Callable[..., Any], text: str) -> None:
    assert _scopes(read, text) == {"event"}


def test_who_fell_weeks_before_fell_in_another_happening(read: Callable[..., Any]) -> None:
    assert _scopes(read, "The fire came eight months after an innocent bystander was killed.") == {"historical"}
    assert _scopes(read, "The fire came an hour after an innocent bystander was killed.") == {"event"}
