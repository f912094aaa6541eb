"""Who did it, told by what killed: a force's fire, a strike, a clause of attack; who is hit is no doer."""

from collections.abc import Callable
from typing import Any

import pytest

TOLD = [
    ("Two men were killed in police firing in Riva.", "police"),
    ("Five people died in firing by the army.", "the army"),
    ("Four people were killed and six injured when troops opened fire on the crowd.", "troops"),
    ("A man died after being shot by police.", "police"),
    ("Three farmers were killed in a rebel attack.", "rebel"),
    ("Police opened fire, killing two protesters.", "Police"),
    ("Police shot dead nine rioters.", "Police"),
    ("An army airstrike killed seven villagers.", "army"),
    ("The killing of six farmers by soldiers led to protests.", "soldiers"),
    ("Three men were beaten by guards and killed.", "guards"),
    ("Seventeen people died in police firing.", "police"),
    ("Ten people were killed in the police firing and the search went on.", "the police"),
    ("The toll in the police firing rose to five.", "the police"),
    ("The number of those killed in police firing was put at 40.", "police"),
    ("Two persons succumbed to bullet injuries sustained in police firing.", "police"),
    ("Three militants were killed in an encounter with the police.", "the police"),
    ("Police were killed in a clash with rebels.", "rebels"),
    ("Two people were killed when police resorted to firing.", "police"),
    ("Police resorted to firing, resulting in the death of two persons.", "Police"),
    ("The army raid led to the death of two boys.", "army"),
    ("Police opened fire on the mob. Two persons were killed in the firing.", "Police"),
    ("Two youths fell to police bullets.", "police"),
    ("Two lives were lost in the police firing.", "police"),
    ("Nine people were killed during a police operation in Riva.", "police"),
    ("The police action, in which seven miners died, is to be examined.", "police"),
    ("Police bullets killed a mother of two.", "Police"),
    ("Army firing left three people dead in the valley.", "Army"),
    ("Firing by the paramilitary force left four persons dead.", "the paramilitary force"),
    ("A protester was crushed to death by a police truck.", "police"),
    ("At least 11 people have died at the hands of police.", "police"),
    ("Karel Berg succumbed to his injuries on Friday, four days after police beat him.", "police"),
    ("The woman's death came two days after a policeman hit her with a baton.", "a policeman"),
    ("The attacker died in an exchange of gunfire with officers.", "officers"),
    ("The man was shot and killed by responding officers.", "officers"),
    ("Officers responded to a call and ended up killing a farmer.", "Officers"),
    ("One person was killed and six injured in police firing in Riva.", "police"),
    ("The policemen panicked and fired, and two pilgrims were killed.", "The policemen"),
    ("An angry crowd stoned a farmer to death.", "An angry crowd"),
    ("Riot police clubbed a student leader to death on campus.", "Riot police"),
    ("Two more deaths were reported in police firing in Riva.", "police"),
    ("A burst of police gunfire killed one demonstrator.", "police"),
    ("A traffic officer shot a minibus driver, who died on the way to hospital.", "A traffic officer"),
    ("A rickshaw puller was killed when a police party opened fire on residents.", "a police party"),
    ("Tasered by officers, the man went into cardiac arrest and died.", "officers"),
    ("Soldiers shot at a van that failed to stop, killing two passengers.", "Soldiers"),
    ("The RPF jawans opened fire and three persons died.", "The RPF jawans"),
    ("Two boys died in a Turkish airstrike.", "Turkish"),
    ("Two boys died in a treacherous [Turkish] bombing.", "Turkish"),
    ("Two boys died in regime shelling.", "regime"),
    ("Marines eliminated two farmers.", "Marines"),
    ("Guards at an army operation killed two boys.", "Guards at an army operation"),
    ("Police came and opened fire on the mob. Two persons were killed in the firing.", "Police"),
    ("The Riva police shot at mobs in which four persons were killed.", "The Riva police"),
    ("Three boys were killed by an alleged Turkish airstrike.", "Turkish"),
    ("Two boys died in a Turkish army airstrike.", "army"),
    ("An army helicopter killed two boys.", "army"),
    ("Two men died in a cop shooting.", "cop"),
    ("Two boys were killed by snipers' bullets.", "snipers'"),
    ("Two men died at police hands.", "police"),
    ("A boy who died on Sunday was shot by an older brother.", "an older brother"),
    ("Two boys were dead after they were attacked by guards.", "guards"),
    ("Two men died when police had fired at the crowd.", "police"),
    ("Two people were killed when police resorted to shooting at the crowd.", "police"),
    ("Two boys died in a fire and a police raid.", "police"),
    ("Stone-throwing and police firing left two boys dead.", "police"),
    ("Another victim of police firing died in Riva.", "police"),
    ("A man was killed and others were wounded in the rebel attack.", "rebel"),
    ("There were three deaths when police opened fire.", "police"),
    ("The rebel attack left a toll of six dead.", "rebel"),
    ("Police opened fire on the mob. Two persons were killed in this firing.", "Police"),
    ("A rebel was killed in an exchange of heavy gunfire with the army.", "the army"),
    ("Two miners died during a raid by troops and a fire.", "troops"),
    ("Two miners died during a raid by troops and police.", "troops and police"),
    ("A boy was hit by a bullet fired by a soldier and died.", "a soldier"),
    ("A teacher was killed by a canister fired by riot police.", "riot police"),
    ("A boy died after he was struck by a canister that police had fired.", "police"),
    ("One student died of his injuries in the lathi charge by the police and many fled.", "the police"),
    ("A man died of head injuries inflicted by guards.", "guards"),
    ("A boy succumbed to a wound that he had received when troops opened fire.", "troops"),
    ("Two men were killed in a hail of police bullets.", "police"),
    ("Two men were killed in the course of a police raid.", "police"),
    ("Two persons were killed following police firing in Riva.", "police"),
    ("Six people died in a clash with security forces.", "security forces"),
    ("A robber died in an encounter with the special task force.", "the special task force"),
    ("A robber died in an encounter with a team of the Riva police.", "a team of the Riva police"),
    ("A robber died in an encounter with an anti-gang squad.", "an anti-gang squad"),
    ("The gunman was killed when deputies returned fire.", "deputies"),
    ("The toll from the operation by the police rose to nine.", "the police"),
    ("Two rebels were killed in a clash between rebels and the army.", "the army"),
    ("Two rebels died in an exchange of fire between an army patrol and a group of rebels.", "an army patrol"),
    ("Two soldiers were killed in a clash between rebels and the army.", "rebels"),
    ("Two farmers were killed when they clashed with police.", "police"),
    ("Nine people were killed as police used live ammunition against crowds.", "police"),
    ("A singer was killed as troops dispersed crowds with gunfire.", "troops"),
    ("A singer was killed as troops sprayed the square with a volley of bullets.", "troops"),
    ("Eleven people were killed when security forces moved in to clear the square.", "security forces"),
    ("The number of protesters killed by the security forces has passed 500.", "the security forces"),
    ("Two men lost their lives in the repression of the march by the police.", "the police"),
    ("Two boys died as guards dispersed the crowd.", "guards"),
    ("A man died after a police-involved shooting.", "police"),
    ("He left after an officer involved shooting that resulted in the death of a boy.", "an officer"),
    ("The officers involved in a shooting that killed a boy were named.", "The officers"),
    ("The fatal police shooting of 24-year-old Karel Berg angered the town.", "police"),
    ("A raid by troops that killed two men was condemned.", "troops"),
    ("A man shot and killed by troopers was named on Friday.", "troopers"),
    ("He was shot and killed after a shootout with an officer.", "an officer"),
    ("Two of the four deaths occurred in police firing.", "police"),
    ("A robber died in an encounter with the crime branch.", "the crime branch"),
    ("Police shot dead a dacoit.", "Police"),
    ("An infiltrator was shot dead by troops.", "troops"),
    ("An inquiry into the killing of a teenager by a border guard was opened.", "a border guard"),
    ("He was a guard when he and another officer opened fire on a car, killing a boy.", "another officer"),
    ("A rebel was killed in Riva, where fighters clashed with troops.", "troops"),
    ("She fired in an exchange of gunfire with police, in which she was killed.", "police"),
    ("A man started shooting before being killed by police.", "police"),
    ("The deaths of two teenagers shot by marshals are under review.", "marshals"),
]
NOT_TOLD = [
    "Two men were killed when guards were attacked.",
    "Two men were killed in an army truck.",
    "Two people died in a fire",
    "A boy died in an attack by hunger.",
    "Police opened fire on the mob. Two persons were killed in a car crash.",
    "Police beat the mob. Two persons were killed in the firing.",
    "Two people were killed in a clash near the police.",
    "Two people were killed in a car with rebels.",
    "Two people were killed when police opened the gate.",
    "Two people were killed in the Riva attack.",
    "Two policemen were killed in a police raid.",
    "Two people were killed in a police station attack.",
    "Two people died in a fire.",
    "Eleven people lost their lives.",
    "The army lost two of its men.",
    "Two rebels were killed in a clash with rebels of another faction.",
    "Five people were killed in a clash with farmers.",
    "The clashes led to the deaths of two boys.",
    "Gunmen opened fire and police fired back. Two persons were killed in the firing.",
    "Police opened fire on the mob. Two persons were killed in a firing.",
    "A man died in a police car.",
    "Forty people were killed in the riots and the police resorted to a baton charge.",
    "Four people were killed in a crash and two injured in police firing.",
    "Two traders died after police beat a student.",
    "Two persons died in the woods police searched.",
    "Twenty soldiers died in the military actions.",
    "The police charged a man in a shooting that left one person dead.",
    "Guards were hunting a double-murder suspect after he shot at a house.",
    "State police investigated the death of two boys.",
    "Two gunmen were killed in a rebel attack.",
    "Ten men were martyred and others were injured in a Turkish airstrike.",
    "Troops opened the gate of a hall in which two boys were killed.",
    "A guard fired at the house which stands where two boys were killed.",
    "Two deaths angered the town when police fired in the air.",
    "The troops attacked a village at the time of the deaths of two boys.",
    "Two boys were killed before a police raid.",
    "Three men died in a Liberty City shooting.",
    "Two men died in the Riva Mall shooting.",
    "One man died during an army attack.",
    "Two men died after a student was beaten by police.",
    "Two men died after police had been attacked.",
    "A man died as guards ran away.",
    "A man died as guards lit a fire.",
    "Two men died of a fever in the hail of the mountains by the police road.",
    "A robber died in an encounter with the rescue team of Riva.",
    "Two farmers were killed in a clash between rebels and the army.",
    "Nine people were killed as police used the bridge.",
    "Two boys died as guards moved out.",
    "Two boys died as farmers cleared the field.",
    "A man died of a wound that police had seen.",
    "A boy was killed by a stone which fell.",
    "A farmer was killed in a clash between farmers and herders.",
    "The sharpshooter, who was shot by policemen, managed to kill one person.",
    "Farmers involved in a crash that killed a boy were named.",
    "A boy was killed in Riva, where troops opened a bridge.",
]


@pytest.mark.parametrize(("text", "actor"), TOLD)
def test_the_cause_tells_who_did_it(read: Callable[..., Any], text: str, actor: str) -> None:
    assert [c.actor.text for c in read(text)[2] if c.measure == "killed"] == [actor]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_a_cause_that_names_nobody_or_who_was_hit_tells_nothing(read: Callable[..., Any], text: str) -> None:
    assert [c.actor for c in read(text)[2] if c.measure == "killed"] == [None]


def test_who_fell_on_both_sides_fell_to_the_other(read: Callable[..., Any]) -> None:
    claims = read("Two soldiers and three rebels were killed in a clash between rebels and the army.")[2]
    told = {c.low: c.actor and c.actor.text for c in claims if c.measure == "killed"}
    assert told == {5: None, 2: "rebels", 3: "the army"}


def test_a_repeat_that_names_the_doer_completes_the_claim(read: Callable[..., Any]) -> None:
    text = "Nine people were killed in Riva, Mayor Ana Brek said.\n\nNine people were killed in police firing."
    assert [c.actor.text for c in read(text)[2] if c.measure == "killed"] == ["police"]


@pytest.mark.parametrize(
    "text",
    [
        "Karel Berg was arrested on Saturday in Riva. Berg was sent to jail by magistrate Ivan Horak.",
        "Magistrate Ivan Horak sent Karel Berg to jail. Karel Berg was arrested on Saturday in Riva.",
        "Fifty activists courted arrest.",
    ],
)
def test_a_court_or_who_courts_arrest_arrested_nobody(read: Callable[..., Any], text: str) -> None:
    assert [c.actor for c in read(text)[2] if c.measure == "captured"] == [None]


def test_a_team_is_told_with_those_it_is_made_up_of(read: Callable[..., Any]) -> None:
    claims = read("Two men were arrested by a team comprising personnel of the Riva police.")[2]
    assert [c.actor.text for c in claims if c.measure == "captured"] == [
        "a team comprising personnel of the Riva police"
    ]


def test_who_made_the_raid_in_which_people_died_did_it(read: Callable[..., Any]) -> None:
    claims = read("Sarvan troops carried out a raid in which 12 villagers died on Monday.")[2]
    assert ["troops" in c.actor.text for c in claims if c.measure == "killed"] == [True]


def test_who_looks_into_an_attack_in_which_people_died_did_not_do_it(read: Callable[..., Any]) -> None:
    claims = read("The police investigated an attack in which two men were killed on Monday.")[2]
    assert [c.actor for c in claims if c.measure == "killed"] == [None]


def test_who_has_people_fire_at_a_crowd_in_which_some_die_did_it(read: Callable[..., Any]) -> None:
    claims = read("The Riva police ordered firing at mobs in which four persons were killed.")[2]
    assert [c.actor.text for c in claims if c.measure == "killed"] == ["The Riva police"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("A man fired a gun in the air and the bullet came down, striking a girl.", ["A man"]),
        ("Three persons were reported to be injured when police fired.", ["police"]),
        ("Two boys were injured by the suspects' car.", ["the suspects'"]),
        ("Two boys were hit when a group of men opened fire.", ["a group of men"]),
        ("Two gunmen were hit when a son of the owner opened fire.", [None]),
        ("Two wounded men were rescued in a police operation.", [None]),
        ("Officers responding to a call found two men wounded.", [None]),
        ("A man was shot in the foot and another wounded in gun violence.", [None, None]),
        ("He was the person who fired the shot that hit a girl.", [None]),
        ("Ana Brek was slashed in the face and shot in the foot.", [None]),
        ("Police found two officers suffering from wounds.", [None]),
    ],
)
def test_the_cause_tells_who_hurt_people(read: Callable[..., Any], text: str, actors: list[str | None]) -> None:
    assert [c.actor and c.actor.text for c in read(text)[2] if c.measure in {"injured", "hit"}] == actors


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Four men were arrested in a police raid on Monday.", "police"),
        ("Four men were detained during a raid by troops.", "troops"),
        ("Four villagers were abducted in a rebel raid.", "rebel"),
        ("Fifty people were detained in raids and police sweeps.", "police"),
        ("Four men were arrested in an attack by rebels.", None),
        ("Four men were arrested after a raid by rebels.", None),
        ("Four men were arrested after they fired at the police.", None),
        ("Four men were arrested in a police car.", None),
    ],
)
def test_a_raid_tells_who_took_people_and_what_they_did_before_does_not(
    read: Callable[..., Any], text: str, actor: str | None
) -> None:
    assert [c.actor and c.actor.text for c in read(text)[2] if c.measure == "captured"] == [actor]


@pytest.mark.parametrize("toll", ["The toll was put at 16, including six people", "Sixteen people died, including six"])
def test_the_cause_of_some_is_not_that_of_all(read: Callable[..., Any], toll: str) -> None:
    killed = [c for c in read(f"{toll} killed in police firing.")[2] if c.measure == "killed"]
    assert [(c.low, c.actor and c.actor.text) for c in killed] == [(16, None), (6, "police")]


@pytest.mark.parametrize(("who", "told"), [("displaced people", []), ("40 displaced people", [40])])
def test_people_called_displaced_are_told_of_where_they_are_counted(
    read: Callable[..., Any], who: str, told: list[int]
) -> None:
    claims = read(f"Shells hit a school in Velma that housed {who}.")[2]
    assert [c.low for c in claims if c.measure == "displaced"] == told


def test_the_many_who_act_behind_the_name_of_one_dead_are_not_dead(read: Callable[..., Any]) -> None:
    claims = read("After the murder of Senator Karel Quill, the 4,015 judges of the country decided to strike.")[2]
    assert [(c.low, c.group.names) for c in claims if c.measure == "killed"] == [(1, ("Karel Quill",))]


def test_the_day_is_no_part_of_who_did_it(read: Callable[..., Any]) -> None:
    killed = [c for c in read("Tom Riedl was shot and killed by a relative on Sunday.")[2] if c.measure == "killed"]
    assert [(c.actor.name, c.actor.text) for c in killed] == [("relative", "a relative")]


def test_fighters_who_flee_are_not_driven_out(read: Callable[..., Any]) -> None:
    assert "displaced" not in {
        c.measure for c in read("The three hurt were carried off by the guerrillas who fled.")[2]
    }


def test_who_attacks_a_place_that_people_flee_drove_them_out(read: Callable[..., Any]) -> None:
    claims = read("Two hundred villagers fled when rebels attacked the village.")[2]
    assert [c.actor.text for c in claims if c.measure == "displaced"] == ["rebels"]
