"""Rarity within a collection, with general news behind it, and the blocks an account is compared in."""

import math

from twosource.link.account import Account
from twosource.link.accounts import accounts
from twosource.link.vocabulary import Vocabulary, enlarged, keys, renewed_terms, vocabulary, weigh

from .conftest import Write


def account(write: Write, identity: str, text: str, published: str | None = "2024-06-10") -> Account:
    (only,) = accounts(write(identity, text, published=published), ())
    return only


def test_of_two_reports_alone_a_village_is_rarer_than_the_police() -> None:
    known = Vocabulary(2, {"Nsarvan": 2, "wpolic": 2})
    assert known.rarity("Nsarvan") > 2 * known.rarity("wpolic")


def test_a_term_held_by_all_of_a_large_collection_says_nothing() -> None:
    assert Vocabulary(100_000, {"Nsarvan": 100_000}).rarity("Nsarvan") < 0.01


def test_each_account_counts_a_term_once(write: Write) -> None:
    known = vocabulary([account(write, "a", "Sarvan Sarvan Sarvan"), account(write, "b", "Sarvan")])
    assert (known.accounts, known.held_by["Nsarvan"]) == (2, 2)


def test_the_weights_stand_in_the_order_of_the_terms(write: Write) -> None:
    one, two = account(write, "a", "Sarvan Velma Velma"), account(write, "b", "Velma")
    profile = weigh(one, vocabulary([one, two]))
    assert dict(zip(profile.terms.split(), profile.counts, strict=True))["Nvelma"] == 2
    assert len(profile.rarity) == 4 * len(profile.terms.split())


def test_accounts_of_one_event_share_a_block(write: Write) -> None:
    texts = ["Gunmen raided the ferry station at Sarvan.", "The raid on Sarvan's ferry station left two dead."]
    found = [account(write, str(n), text) for n, text in enumerate(texts)]
    first, second = (weigh(one, vocabulary(found)) for one in found)
    assert {"00000Nsarvan"} <= {*first.blocks} & {*second.blocks}
    assert {*keys(first)} & {*keys(second)}


def test_a_term_that_many_hold_blocks_by_the_fortnight_too(write: Write) -> None:
    found = [account(write, str(n), "Sarvan", f"2024-0{1 + n % 9}-01") for n in range(90)]
    one = weigh(found[0], vocabulary(found)).blocks
    assert one != weigh(found[4], vocabulary(found)).blocks
    assert all(name.startswith("00000Nsarvan ") for name in one)


def test_an_undated_account_of_many_blocks_with_its_like(write: Write) -> None:
    found = [account(write, str(n), "Sarvan", None) for n in range(90)]
    assert weigh(found[0], vocabulary(found)).blocks == ("00000Nsarvan ?",)


def test_a_hundred_reports_more_among_a_hundred_thousand_leave_a_rarity_as_it_was() -> None:
    before, after = Vocabulary(100_000, {"Nsarvan": 5_000}), Vocabulary(100_100, {"Nsarvan": 5_005})
    assert before.rarity("Nsarvan") == after.rarity("Nsarvan")


def test_terms_that_weigh_or_block_otherwise_are_told(write: Write) -> None:
    first, second = account(write, "a", "Sarvan Velma"), account(write, "b", "Sarvan Quell")
    before = vocabulary([first])
    assert "Nsarvan" in renewed_terms(before, enlarged(before, [second]), [second])
    assert renewed_terms(before, before, [first]) == frozenset()


def test_blocks_are_spread_over_shards_as_the_collection_grows(write: Write) -> None:
    one = account(write, "a", "Sarvan Velma Quell Brandt Orr Northam")
    held = dict.fromkeys(one.terms.split(), 2)
    assert len(keys(weigh(one, Vocabulary(2, held)))) == 1
    assert len(keys(weigh(one, Vocabulary(100_000, held)))) > 1


def test_the_prior_is_that_of_a_logarithm_of_shares() -> None:
    assert math.isclose(Vocabulary(499, {}).rarity("Nsarvan"), math.log(1000 / 2), rel_tol=0.1)
