"""Who did it by the sentence right before: the only one told there to have fired or laid hands on somebody."""

from collections.abc import Callable
from typing import Any

import pytest

FORCE = [
    ("Officers opened fire when the driver refused to stop. The suspect died at the scene.", "Officers"),
    ("Police fired at the crowd outside the mill. Two people died on the spot and five were hurt.", "Police"),
    ("A deputy fired three rounds at the man. He was pronounced dead an hour later.", "A deputy"),
    (
        "Troopers returned fire, striking the gunman in the chest. He was taken to a hospital, where he died.",
        "Troopers",
    ),
    ("The guards beat the boy with sticks. He died two days later.", "The guards"),
    ("Soldiers opened fire on a minibus near Tilga. Four passengers died.", "Soldiers"),
    ("The militia shelled the market at noon. Nine traders were killed.", "The militia"),
    ("Rebels ambushed a convoy. Six soldiers were killed.", "Rebels"),
    ("Police said the gunman opened fire on them. An officer died.", "the gunman"),
    ("At that point officers discharged their weapons. The woman was struck twice and died.", "officers"),
    ("Officers exchanged gunfire with two robbers. Both suspects were killed.", "Officers"),
    ("A police sniper took a single shot. The driver was killed.", "A police sniper"),
    ("Police fired 31 rounds. One person was killed while another was taken away.", "Police"),
    ("A neighbour stabbed the farmer. He died on the way to hospital.", "A neighbour"),
    ("Police told the man to stop, and when he ran they fired. He died in hospital.", "Police"),
    ("Police said the man pointed a gun at them. They shot and killed him.", "Police"),
    ("Someone opened fire from a car. The shooting left one man dead.", "Someone"),
    ("The town mourned Ana Brek, who was murdered by the militia.", "the militia"),
    ("Police fired. One person was killed while a boy was taken away.", "Police"),
    ("Police arrested a man they say killed two clerks.", "a man"),
    ("Police are looking for two men they believe killed a clerk.", "two men"),
    ("Residents fled the soldiers, who they said killed a boy.", "the soldiers"),
    ("Soldiers opened fire in Riva; by nightfall 22 civilians lay dead.", "Soldiers"),
    ("The soldiers came at dawn, survivors said. They killed a farmer.", "The soldiers"),
]
NOBODY = [
    "Police fired tear gas at the crowd. Two people died in a stampede.",
    "Police stormed the hall. Officers used grenades. The toll rose to two.",
    "Police fired rubber bullets. A man died.",
    "Officers did not fire. A man died.",
    "The army threatened to fire on the crowd. Two people died.",
    "Officers opened fire. A man was killed when a bus ran over him.",
    "Officers opened fire. A man died of a heart attack.",
    "Police opened fire. Elsewhere, two people were killed.",
    "Police opened fire. A shooting in the valley left two people dead.",
    "Police opened fire. A shopkeeper was found dead.",
    "Police opened fire. Two men had died.",
    "Police opened fire. One of the stabbing victims died.",
    "Officers opened fire. An officer died.",
    "The gunman fired at police. He was killed.",
    "A man shot his wife. He died later.",
    "The attackers opened fire on a checkpoint. Two of them were killed.",
    "Police fired and rebels fired. Two people died.",
    "A boy shot himself. The boy's brother died.",
    "Deputies arrested a man who they say shot at a car. The driver died.",
    "A drug dealer shot in the head was taken away. A man died.",
    "A man collapsed outside a shop. He died at the scene.",
    "Ana Brek shot at the door. Brek died.",
    "Nobody knew whether officers opened fire. A man died.",
    "Police opened fire. Two policemen were killed.",
    "The guards beat the boy. A man died.",
    "There was gunfire by a man. He died.",
    "Neighbours fired at the van. The gunman was killed.",
    'Police searched the house. "They killed my brother," Ana Brek said.',
    'Police fired at the house. The man said: "They killed my brother."',
    "The miners met the guards at the gate, and they killed two.",
]


@pytest.mark.parametrize(("text", "doer"), FORCE)
def test_who_alone_used_force_right_before_felled_the_people(read: Callable[..., Any], text: str, doer: str) -> None:
    killed = [c for c in read(text)[2] if c.measure == "killed"]
    assert {c.actor and c.actor.text for c in killed} == {doer}


@pytest.mark.parametrize("text", NOBODY)
def test_another_cause_or_an_unclear_one_names_nobody(read: Callable[..., Any], text: str) -> None:
    killed = [c for c in read(text)[2] if c.measure == "killed"]
    assert killed
    assert [c.actor for c in killed] == [None] * len(killed)


def test_who_the_words_themselves_name_comes_first(read: Callable[..., Any]) -> None:
    (claim,) = [c for c in read("Police opened fire. Two farmers were killed by rebels.")[2] if c.measure == "killed"]
    assert claim.actor.text == "rebels"


def test_who_shot_others_did_not_shoot_a_new_one(read: Callable[..., Any]) -> None:
    text = "Police shot dead two rioters on Monday. A boy was killed in the barracks."
    assert [c.actor and c.actor.text for c in read(text)[2] if c.measure == "killed"] == ["Police", None]


def test_nobody_felled_has_no_doer(read: Callable[..., Any]) -> None:
    (claim,) = [c for c in read("Police fired at the crowd. No one was hurt.")[2] if c.measure == "injured"]
    assert claim.actor is None


def test_others_who_fell_did_not_do_it(read: Callable[..., Any]) -> None:
    claims = read("Night shooting leaves two-year-old, 3 others shot on Riva's Eastside")[2]
    assert [(c.low, c.actor) for c in claims if c.measure == "hit"] == [(3, None)]
