"""Accounts in, a collection linked out: its profiles, blocks, links and clusters; in one go, or some accounts more.

``extended`` gives what ``linked`` gives of all accounts together, and compares only what the new ones change.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twosource.link.account import Account, Profile, text_terms
from twosource.link.block import Block, Pair, block, is_judged, pairs_with
from twosource.link.cluster import clusters_of_component, components
from twosource.link.compare import links_of, step, twin_links
from twosource.link.vocabulary import Vocabulary, enlarged, keys, renewed_terms, vocabulary, weigh
from twosource.model import Link

Clusters = tuple[tuple[str, ...], ...]
Members = dict[str, set[str]]
NO_BLOCK = Block((), (), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkage:
    """A collection linked; all by ids of accounts, blocks by their names.

    ``changed`` are the accounts whose links, or whose weights, differ from those of the linkage it was made from.
    """

    accounts: Mapping[str, Account]
    known: Vocabulary
    profiles: Mapping[str, Profile]
    blocks: Mapping[str, Block]
    links: Mapping[Pair, Link]
    clusters: Clusters
    changed: frozenset[str]


def linked(accounts: Iterable[Account]) -> Linkage:
    """Return the accounts linked, shard by shard, in this process."""
    by_id = {account.id: account for account in accounts}
    known = vocabulary(by_id.values())
    profiles = {one: weigh(account, known) for one, account in by_id.items()}
    shards: dict[str, list[Profile]] = {}
    for profile in profiles.values():
        for key in keys(profile):
            shards.setdefault(key, []).append(profile)
    links = {(link.a, link.b): link for key, group in shards.items() for link in step(key, group)}
    everybody = frozenset(by_id)
    return Linkage(
        accounts=by_id,
        known=known,
        profiles=profiles,
        blocks=_blocks({}, profiles, {}, everybody),
        links=links,
        clusters=_clusters(by_id, links, everybody, ()),
        changed=everybody,
    )


def extended(before: Linkage, accounts: Iterable[Account]) -> Linkage:
    """Return a linkage with some accounts more: equal, but for ``changed``, to that of all accounts in one go.

    Where the collection has grown to another power of two (``Vocabulary.size``) all are linked anew.
    """
    new = {account.id: account for account in accounts if account.id not in before.accounts}
    together = {**before.accounts, **new}
    known = enlarged(before.known, new.values())
    if known.size != before.known.size:
        return linked(together.values())
    profiles = {**before.profiles, **_renewed_profiles(before, new, known)}
    fresh = frozenset(one for one in profiles if profiles[one] is not before.profiles.get(one))
    blocks = _blocks(before.blocks, profiles, before.profiles, fresh)
    links = _links(before, profiles, blocks, fresh)
    changed = fresh | {one for pair, _ in before.links.items() ^ links.items() for one in pair}
    return Linkage(
        accounts=together,
        known=known,
        profiles=profiles,
        blocks=blocks,
        links=links,
        clusters=_clusters(together, links, changed, before.clusters),
        changed=changed,
    )


def _renewed_profiles(before: Linkage, new: Mapping[str, Account], known: Vocabulary) -> dict[str, Profile]:
    """Weigh the new accounts, and those again that hold a term which now weighs or blocks otherwise."""
    renewed = renewed_terms(before.known, known, new.values())
    again = (one for one, account in before.accounts.items() if not renewed.isdisjoint(account.terms.split()))
    profiles = {one: weigh(before.accounts[one], known) for one in again}
    kept = {one: profile for one, profile in profiles.items() if profile != before.profiles[one]}
    return kept | {one: weigh(account, known) for one, account in new.items()}


def _blocks(
    before: Mapping[str, Block],
    profiles: Mapping[str, Profile],
    old_profiles: Mapping[str, Profile],
    fresh: Iterable[str],
) -> dict[str, Block]:
    """Return the blocks of all profiles: those that fresh profiles entered or left made anew."""
    members: Members = {}
    for one in fresh:
        old = old_profiles[one].blocks if one in old_profiles else ()
        for name in {*old} ^ {*profiles[one].blocks}:
            members.setdefault(name, set(before.get(name, NO_BLOCK).members)).symmetric_difference_update({one})
    made = {name: block(name, [profiles[one] for one in inside]) for name, inside in members.items()}
    return {name: one for name, one in {**before, **made}.items() if one.firsts}


def _links(
    before: Linkage, profiles: Mapping[str, Profile], blocks: Mapping[str, Block], fresh: frozenset[str]
) -> dict[Pair, Link]:
    """Keep the links that fresh profiles and changed blocks leave alone; add those of the pairs that they bring."""
    altered = {name for name in {*before.blocks, *blocks} if before.blocks.get(name) is not blocks.get(name)}
    doubtful = {
        one for name in altered & before.blocks.keys() for one in _gone(before.blocks[name], blocks.get(name, NO_BLOCK))
    }
    kept = {
        pair: link
        for pair, link in before.links.items()
        if fresh.isdisjoint(pair) and (doubtful.isdisjoint(pair) or _meet(pair, profiles, blocks))
    }
    inside = _by_block(fresh, profiles)
    wanted = {
        pair
        for name in {*altered, *inside} & blocks.keys()
        for pair in pairs_with(
            blocks[name], {*inside.get(name, ()), *_gone(blocks[name], before.blocks.get(name, NO_BLOCK))}
        )
        if is_judged(name, pair, profiles)
    }
    twins = twin_links(blocks[name] for name in {*altered, *inside} & blocks.keys())
    return kept | {(link.a, link.b): link for link in (*twins, *links_of(profiles, wanted))}


def _gone(old: Block, new: Block) -> set[str]:
    """The accounts that a block compared, or set equal, otherwise than another form of it does."""
    unpaired = {one for pair in {*old.twins} - {*new.twins} for one in pair}
    return ({*old.hubs} - {*new.hubs}) | ({*old.firsts} - {*new.firsts}) | unpaired


def _by_block(some: Iterable[str], profiles: Mapping[str, Profile]) -> dict[str, list[str]]:
    inside: dict[str, list[str]] = {}
    for one in some:
        for name in profiles[one].blocks:
            inside.setdefault(name, []).append(one)
    return inside


def _meet(pair: Pair, profiles: Mapping[str, Profile], blocks: Mapping[str, Block]) -> bool:
    """Tell whether two accounts are compared, or equal, in a block that they share."""
    shared = {*profiles[pair[0]].blocks} & {*profiles[pair[1]].blocks}
    return any(
        pair in blocks[name].twins or (pair in pairs_with(blocks[name], pair) and is_judged(name, pair, profiles))
        for name in shared
    )


def _clusters(
    accounts: Mapping[str, Account], links: Mapping[Pair, Link], changed: frozenset[str], before: Clusters
) -> Clusters:
    """Cluster the components that hold a changed account; the others keep their clusters."""
    home = {one: cluster for cluster in before for one in cluster}
    found: list[tuple[str, ...]] = []
    for members, scores in components(accounts, {pair: link.score for pair, link in links.items()}):
        if changed.isdisjoint(members):
            found += dict.fromkeys(home[one] for one in members)
        else:
            found += clusters_of_component(members, scores, lambda one: text_terms(accounts[one]))
    return tuple(sorted(found))
