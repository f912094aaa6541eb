"""Scores and reasons of one block."""

from collections.abc import Callable, Sequence

import numpy as np

from twosource.link.account import Account
from twosource.link.accounts import accounts
from twosource.link.block import block, pairs
from twosource.link.compare import likelihood, step
from twosource.link.settings import settings
from twosource.link.vocabulary import keys, vocabulary, weigh
from twosource.model import DateRange, Link, Place

from .conftest import State, Write

LinkAll = Callable[[Sequence[Account]], list[Link]]
RAID = "Gunmen raided the ferry station at Sarvan on Saturday and killed 14 guards, said mayor Ilo Brandt, 52."
RETOLD = "Fourteen guards died when the ferry station of Sarvan was raided, mayor Ilo Brandt, 52, told reporters."
DISTANT = (
    "Fourteen guards fell in a fight over a warehouse, villagers said, and its doors stood open at Sarvan by noon."
)
BAKERY = (
    "A bakery in Old Quell sold its millionth loaf of rye to Tamsin Orr, 31, who has bought bread there since 1987."
)


def one(write: Write, identity: str, text: str, published: str | None = "2024-06-10") -> Account:
    (only,) = accounts(write(identity, text, published=published), ())
    return only


def test_two_tellings_of_one_raid_are_linked_with_reasons(write: Write, link_all: LinkAll) -> None:
    (link,) = link_all([one(write, "a", RAID), one(write, "b", RETOLD)])
    assert link.score > settings().threshold
    assert "names shared" in link.why
    assert "Sarvan" in link.why
    assert "wording 0." in link.why
    assert "published on the same day" in link.why


def test_a_raid_and_a_bakery_are_not(write: Write, link_all: LinkAll) -> None:
    assert link_all([one(write, "a", RAID), one(write, "b", BAKERY)]) == []


def test_distance_in_time_lowers_the_score(write: Write, link_all: LinkAll) -> None:
    (near,) = link_all([one(write, "a", RAID), one(write, "b", RETOLD, "2024-06-11")])
    (far,) = link_all([one(write, "a", RAID), one(write, "b", RETOLD, "2024-12-11")])
    assert far.score < near.score


def test_a_missing_day_is_neutral(write: Write, link_all: LinkAll) -> None:
    (undated,) = link_all([one(write, "a", RAID, None), one(write, "b", RETOLD)])
    (far,) = link_all([one(write, "a", RAID), one(write, "b", RETOLD, "2024-12-11")])
    assert undated.score > far.score
    assert "published" not in undated.why


def test_the_same_toll_is_a_reason(write: Write, state: State, link_all: LinkAll) -> None:
    first, second = write("a", RAID), write("b", RETOLD)
    claims = [state(first, "14 guards", low=14, high=14), state(second, "Fourteen guards", low=14, high=14)]
    found = [accounts(told, (claim,))[0] for told, claim in zip((first, second), claims, strict=True)]
    (link,) = link_all(found)
    assert "same toll (killed 14)" in link.why


def test_the_same_wording_scores_one_and_is_compared_once(write: Write, link_all: LinkAll) -> None:
    found = [one(write, str(n), RAID) for n in range(5)]
    first = min(account.id for account in found)
    links = set(link_all(found))
    assert {(link.a, link.score, link.why) for link in links} == {(first, 1.0, "same wording")}
    assert len(links) == 4


def test_a_pair_with_many_rare_terms_is_compared_once(write: Write, link_all: LinkAll) -> None:
    assert len(link_all([one(write, "a", RAID), one(write, "b", RETOLD)])) == 1


def test_the_order_of_a_block_does_not_show(write: Write) -> None:
    found = [one(write, "a", RAID), one(write, "b", RETOLD), one(write, "c", RAID + " " + BAKERY)]
    profiles = [weigh(account, vocabulary(found)) for account in found]
    key = min(set(keys(profiles[0])) & set(keys(profiles[1])))
    assert set(step(key, profiles)) == set(step(key, profiles[::-1]))


def test_a_large_block_costs_no_more_than_its_leaders(write: Write) -> None:
    found = [one(write, str(n), f"{RAID} Witness number {n} was Anna{n}.", None) for n in range(150)]
    known = vocabulary(found)
    profiles = [weigh(account, known) for account in found]
    wide = next(name for name in profiles[0].blocks if " " in name)
    wanted = list(pairs(block(wide, profiles)))
    assert len(wanted) == len(set(wanted)) <= 150 * settings().leaders
    assert len({one for pair in wanted for one in pair}) == 150


def names() -> list[str]:
    return [name for name, _ in settings().weights]


def test_no_evidence_is_unlikely() -> None:
    assert likelihood(dict.fromkeys(names(), np.zeros(1))) < 0.05


def test_only_the_same_wording_scores_one() -> None:
    assert likelihood(dict.fromkeys(names(), np.full(1, 50.0))) < 1
    assert likelihood({name: np.full(1, 5.0 * (weight > 0)) for name, weight in settings().weights}) < 1


def test_reports_of_one_outlet_share_phrases_and_need_more(write: Write, link_all: LinkAll) -> None:
    def outlets(first: str, second: str) -> float:
        told = (write("a", RAID, url=f"https://www.{first}/x"), write("b", RETOLD, url=f"https://{second}/y"))
        (link,) = link_all([account for one in told for account in accounts(one, ())])
        return link.score

    assert outlets("river.example", "river.example") < outlets("river.example", "hill.example")


def told_at(write: Write, state: State, where: Place, day: str, identity: str = "b") -> Account:
    article = write(identity, DISTANT if identity == "b" else RAID, published="2024-06-10")
    when = DateRange(earliest=day, latest=day, precision="day", text="on the day")
    quote = "Fourteen guards" if identity == "b" else "14 guards"
    return accounts(article, (state(article, quote, low=14, high=14, place=where, date=when),))[0]


def test_towns_and_days_that_claims_put_apart_speak_against_a_link(
    write: Write, state: State, place: Callable[..., Place], link_all: LinkAll
) -> None:
    def link(where: Place, day: str) -> Link:
        first = told_at(write, state, place("Sarvan"), "2024-06-08", "a")
        (found,) = link_all([first, told_at(write, state, where, day)])
        return found

    same = link(place("Sarvan"), "2024-06-08")
    suburb, night = link(place("Lower Sarvan", 10.2), "2024-06-08"), link(place("Sarvan"), "2024-06-09")
    elsewhere, later = link(place("Velma", 12.0), "2024-06-08"), link(place("Sarvan"), "2024-06-14")
    assert "yet" not in same.why + suburb.why + night.why
    assert "yet places 222 km apart" in elsewhere.why
    assert "yet days told 6 apart" in later.why
    assert elsewhere.score < suburb.score
    assert later.score < night.score


def test_a_place_no_finer_than_a_state_excludes_nothing(
    write: Write, state: State, place: Callable[..., Place], link_all: LinkAll
) -> None:
    first = told_at(write, state, place("Sarvan"), "2024-06-08", "a")
    (link,) = link_all([first, told_at(write, state, place("Upper Province", 12.0, precision="admin1"), "2024-06-08")])
    assert "yet" not in link.why
