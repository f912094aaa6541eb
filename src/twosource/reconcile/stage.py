"""An event's claims in, its figures out: per measure everybody in the event, and each group of people told of."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from twosource.model import Article, Claim, CopyGroup, Event, Figure, Group
from twosource.ontology.rule import Rule, rule_named
from twosource.reconcile.blame import Blame, blames
from twosource.reconcile.count import Count, count, voices_of
from twosource.reconcile.everybody import ATTACKERS, VICTIMS, counting_all
from twosource.reconcile.figure import figure_id, figure_of
from twosource.reconcile.grade import Evidence, graded
from twosource.reconcile.line import Readings, settled
from twosource.reconcile.lone import Telling, with_dead_doubted, with_hurt_doubted
from twosource.reconcile.on_top import with_those_on_top
from twosource.reconcile.origins import origins
from twosource.reconcile.outcome import with_deaths_moved, with_hurt
from twosource.reconcile.person import is_told_singly, tallies, with_persons
from twosource.reconcile.plain import of_everybody
from twosource.reconcile.population import AGES, Key, Population, group_of, key_of, populations
from twosource.reconcile.speaker import speakers
from twosource.reconcile.total import Part, agreeing, summed, whole_of, with_parts, with_subgroups
from twosource.reconcile.within import some_of_those

FELL = frozenset({"killed", "injured", "hit"})
CALLED = {VICTIMS: "victims", ATTACKERS: "perpetrators"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """What the figures of one measure are made of."""

    event: str
    measure: str
    readings: Readings
    claims: tuple[Claim, ...]
    blamed: tuple[Blame, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A group of people with its count."""

    population: Population
    part: Part


def reconcile(
    event: Event, claims: Iterable[Claim], articles: Iterable[Article], copies: Iterable[CopyGroup], rule: str
) -> tuple[Figure, ...]:
    """Return the figures of an event, by measure, everybody before the groups.

    Claims count that are about this event (scope "event"); acts have no number. Claims, articles and copies may hold
    more than the event's: only claims that the event lists are read (all of them where it lists none).

    Args:
        event: its id and the ids of its claims.
        claims: in any order.
        articles: the reports of the claims; what is missing counts as an outlet of its own.
        copies: what ``copy_groups`` returned.
        rule: the name of a rule; see ``twosource.ontology.rule``.

    Raises:
        UsageError: no rule has that name.
    """
    chosen = rule_named(rule)
    listed = set(event.claims)
    told_of_it = [claim for claim in claims if claim.id in listed or not listed]
    mine = _counting(told_of_it, chosen)
    blamed = blames(event.actors, told_of_it)
    groups_of = tuple(copies)
    readings = Readings({a.id: a for a in articles}, origins(groups_of), speakers(mine), chosen)
    found: list[Figure] = []
    for measure in sorted({claim.measure for claim in mine}):
        told = tuple(claim for claim in mine if claim.measure == measure)
        found += _figures(Reckoning(event=event.id, measure=measure, readings=readings, claims=told, blamed=blamed))
    homes = {report: min(group.reports) for group in groups_of for report in group.reports}
    telling = Telling(homes, {a.id: (a.published or "")[:10] for a in readings.articles.values()})
    kept = with_deaths_moved(with_dead_doubted(found, mine, chosen, telling), mine, chosen, homes)
    return with_hurt_doubted(with_hurt(kept, mine, chosen, homes), mine, chosen, telling)


def _counting(claims: Iterable[Claim], rule: Rule) -> tuple[Claim, ...]:
    kept = (c for c in claims if c.measure != "act" and c.scope == "event" and c.measure not in rule.omit)
    return tuple(sorted(kept, key=lambda claim: claim.id))


def _figures(told: Reckoning) -> list[Figure]:
    groups = {role: _groups(told, role) for role in CALLED}
    attackers = _whole(told, ATTACKERS, groups[ATTACKERS], frozenset())
    all_in = _all_in(told, groups[VICTIMS], attackers) if attackers is not None else frozenset()
    victims = _whole(told, VICTIMS, groups[VICTIMS], all_in)
    figures = [
        _figure(told, c.part.count, (c.part.key, group_of(c.population, c.part.count.best)))
        for g in groups.values()
        for c in g
    ]
    if attackers is None:
        everybody = victims
    else:
        roles = [(role, each) for role, each in ((VICTIMS, victims), (ATTACKERS, attackers)) if each is not None]
        figures += [_figure(told, each, (role, Group(text=CALLED[role], role=role.role))) for role, each in roles]
        everybody = _everybody(told, roles, all_in)
    first = [_figure(told, everybody, None)] if everybody is not None else []
    return [*first, *sorted(figures, key=lambda figure: figure.id)]


def _groups(told: Reckoning, role: Key) -> list[Counted]:
    """The groups of people of one role that claims tell apart, each with its count."""
    of_role = [claim for claim in told.claims if key_of(claim).role == role.role]
    found = {population.key: population for population in populations(of_role) if not population.key.is_everybody}
    parts = [part for population in found.values() if (part := _part(told, population)) is not None]
    return [Counted(population=found[part.key], part=part) for part in with_subgroups(parts)]


def _part(told: Reckoning, population: Population) -> Part | None:
    each = _count(told, _outermost(population.claims), population.claims)
    if each is None:
        return None
    inside = population.key.status in AGES or all(claim.part_of is not None for claim in population.claims)
    return Part(id=figure_id(told.event, told.measure, population.key), key=population.key, count=each, inside=inside)


def _outermost(claims: tuple[Claim, ...]) -> list[Claim]:
    """The claims that are no part of another one here: "one teenager" told of after "two teenagers" is no count."""
    here = {claim.id for claim in claims}
    return [claim for claim in claims if claim.part_of not in here]


def _whole(told: Reckoning, role: Key, groups: list[Counted], left_out: frozenset[str]) -> Count | None:
    """The count of everybody of one role, as stated or as the sum of its groups."""
    of_role = [claim for claim in told.claims if key_of(claim).role == role.role]
    plain = of_everybody(of_role)
    total = [c for c in of_role if (key_of(c) == role or c.id in plain) and c.part_of is None and c.id not in left_out]
    return whole_of(_count(told, total, of_role), [one.part for one in groups])


def _count(told: Reckoning, claims: Iterable[Claim], persons: Iterable[Claim]) -> Count | None:
    people = tuple(persons)
    counts = tuple(c for c in claims if not is_told_singly(c) or c.stance == "denied")
    some = some_of_those(counts) if told.measure in FELL else frozenset()
    kept = [claim for claim in counts if claim.id not in some]
    lines = with_those_on_top(kept, people, told.readings)
    each = count(settled([*lines, *tallies(people, told.readings)]), told.measure, told.readings.rule)
    return with_persons(each, people)


def _all_in(told: Reckoning, groups: list[Counted], attackers: Count) -> frozenset[str]:
    """The claims that count victims and perpetrators together.

    They say so ("seven, including the gunman"), count the dead whoever they are ("four people are dead"), or state
    exactly the victims others count and the perpetrators.
    """
    said = counting_all(told.claims, attackers.best or 0)
    victims = _whole(told, VICTIMS, groups, said)
    if victims is None or not victims.best or not attackers.best:
        return said
    both = victims.best + attackers.best
    return said | {claim for line in victims.against if line.low == line.high == both for claim in line.claims}


def _everybody(told: Reckoning, roles: list[tuple[Key, Count]], all_in: frozenset[str]) -> Count | None:
    together = _count(told, [claim for claim in told.claims if claim.id in all_in], ())
    parts = summed(
        Part(id=figure_id(told.event, told.measure, role), key=role, count=each, inside=False) for role, each in roles
    )
    if together is None or together.best is None:
        return with_parts(together, parts)
    return with_parts(agreeing(together, parts), parts)


def _figure(told: Reckoning, each: Count, whom: tuple[Key, Group] | None) -> Figure:
    rule = told.readings.rule
    figure = graded(figure_of(each, told.event, told.measure, whom, rule.name), _evidence(told, each), rule)
    return figure if rule.best_in_range or figure.low == figure.high else replace(figure, best=None)


def _evidence(told: Reckoning, each: Count) -> Evidence:
    lines = [line for line in (*each.behind, *each.against, *each.vague) if line.stance != "denied"]
    behind = {claim for line in each.behind for claim in line.claims}
    harmed = {claim.group.status if claim.group is not None else None for claim in told.claims if claim.id in behind}
    return Evidence(voices=voices_of(lines), blamed=told.blamed, harmed=frozenset(harmed))
