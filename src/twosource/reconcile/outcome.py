"""The figures of an event in, the same with the people hurt worked out from those hit and those who died.

Deaths come later than wounds: whoever is told of as hurt in one report and as dead in another is one person.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from twosource.model import Claim, Figure
from twosource.ontology.rule import Rule
from twosource.reconcile.figure import figure_id
from twosource.reconcile.population import Key, is_person, key_of

OTHERS = 2  # reports
Homes = Mapping[str, str]  # each copy with the first report of its origin
Bound = tuple[int, tuple[Figure, ...]]  # how many are left hurt, and the figures of the dead that say so


def with_hurt(figures: Sequence[Figure], claims: Iterable[Claim], rule: Rule, homes: Homes) -> tuple[Figure, ...]:
    """Return the figures with "injured" as those hit less those killed, where that is more than the injured told of.

    "Five people were shot, one of them died" counts four hurt though no claim says four: the figure shows its parts.
    A later death moves a person from one to the other and changes nothing in the number hit.
    """
    everybody = {figure.measure: figure for figure in figures if figure.group is None}
    hit, told = everybody.get("hit"), everybody.get("injured")
    if hit is None or hit.best is None or "injured" in rule.omit:
        return tuple(figures)
    if told is not None and (told.best or 0) > 1 and told.voices > hit.voices:
        return tuple(figures)  # a number hit that fewer tell of outdoes no count of the hurt
    if _is_lone(hit, claims, homes):
        return tuple(figures)
    hurt = _hurt(hit, everybody.get("killed"), told)
    if hurt is None or (hurt.best or 0) <= _most_hurt(figures):
        return tuple(figures)
    kept = (figure for figure in figures if figure.id != hurt.id)
    return tuple(sorted((*kept, hurt), key=lambda f: (f.measure, f.group is not None, f.id)))


def _is_lone(hit: Figure, claims: Iterable[Claim], homes: Homes) -> bool:
    """Tell whether one report alone tells of so many hit, and two others of fewer than half as many dead and hurt.

    In 12 such incidents of the gva set the number was right in none: it was that of several shootings.
    """
    own = {homes.get(report, report) for report in hit.reports}
    others = [number for home, number in _by_origin(claims, homes).items() if home not in own and number]
    return len(own) == 1 and len(others) >= OTHERS and max(others) * 2 < (hit.best or 0)


def _most_hurt(figures: Iterable[Figure]) -> int:
    """The most people told of as hurt, all together or in one group: what is worked out has to say more."""
    hurt = [figure for figure in figures if figure.measure == "injured"]
    stated = [_bound(figure.best, figure.high if figure.group is None else None, figure.low) for figure in hurt]
    return max(stated, default=-1)


def _bound(*told: int | None) -> int:
    return next((number for number in told if number is not None), -1)


def with_deaths_moved(
    figures: Sequence[Figure], claims: Iterable[Claim], rule: Rule, homes: Homes
) -> tuple[Figure, ...]:
    """Return the figures with "injured" lowered where reports tell of the same people first as hurt, then as dead.

    No report tells of more people, dead and hurt together, than the highest of these sums; the dead are taken off.
    Attackers who died were none of the victims hurt: where claims tell of both, each side is summed apart.
    """
    everybody = {figure.measure: figure for figure in figures if figure.group is None}
    dead, hurt = everybody.get("killed"), everybody.get("injured")
    if dead is None or hurt is None or not dead.best or not hurt.best or "injured" in rule.omit or hurt.parts:
        return tuple(figures)
    told = tuple(claims)
    attackers = _dead_attackers(figures)
    victims = tuple(claim for claim in told if not _is_attacker(claim))
    fell = (attackers.best or 0) if attackers is not None else 0
    left = max(0, _most_told(victims if fell else told, homes) - (dead.best - fell))
    if left >= hurt.best:
        return tuple(figures)
    parts = (dead,) if attackers is None or not fell else (dead, attackers)
    return tuple(_moved(figure, figures, told, (left, parts)) for figure in figures)


def _moved(figure: Figure, figures: Sequence[Figure], claims: Iterable[Claim], bound: Bound) -> Figure:
    """A figure of the hurt without those who died: no more than ``bound``, a group less its own dead."""
    left, parts = bound
    if figure.measure != "injured" or not figure.best:
        return figure
    if figure.group is not None:
        fell = next((f for f in figures if f.measure == "killed" and f.group and _key(f) == _key(figure)), None)
        if fell is not None and fell.best and not figure.parts:
            of_group = [claim for claim in claims if key_of(claim) == _key(figure)]
            left, parts = min(left, max(0, max(_by_report(of_group).values(), default=0) - fell.best)), (fell,)
    if left >= figure.best:
        return figure
    told = f"{left} injured: of {figure.best} told of as hurt, {figure.best - left} are told of as dead elsewhere"
    return replace(
        figure, low=min(left, figure.low or 0), best=left, explanation=told, parts=tuple(part.id for part in parts)
    )


def _key(figure: Figure) -> Key:
    group = figure.group
    return Key("", "", "") if group is None else Key(group.role or "", group.nationality or "", group.status or "")


def _dead_attackers(figures: Iterable[Figure]) -> Figure | None:
    """The attackers who died, where the attackers hurt were none of them: nobody tells of any."""
    of_role = [f for f in figures if f.group is not None and f.group.role == "perpetrator"]
    if any(figure.best and figure.measure == "injured" for figure in of_role):
        return None
    return max((figure for figure in of_role if figure.measure == "killed"), key=lambda f: f.best or 0, default=None)


def _is_attacker(claim: Claim) -> bool:
    return claim.group is not None and claim.group.role == "perpetrator"


def _most_told(claims: Iterable[Claim], homes: Homes) -> int:
    """The most people that one report tells of as dead, hurt or hit; not a lone one's more than twice the others'."""
    told = sorted(number for number in _by_origin(claims, homes).values() if number)
    if len(told) > OTHERS and told[-1] > told[-2] * 2:
        return told[-2]
    return max(told, default=0)


def _by_origin(claims: Iterable[Claim], homes: Homes) -> dict[str, int]:
    """The same for each origin: copies of one text are one report."""
    found: dict[str, int] = {}
    for report, number in _by_report(claims).items():
        home = homes.get(report, report)
        found[home] = max(number, found.get(home, 0))
    return found


def _by_report(claims: Iterable[Claim]) -> dict[str, int]:
    """How many people each report tells of as dead, hurt or hit."""
    counted: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.stance == "asserted":
            counted[claim.report].append(claim)
    return {report: _told(of_report) for report, of_report in counted.items()}


def _told(claims: Sequence[Claim]) -> int:
    number = {measure: _number([c for c in claims if c.measure == measure]) for measure in ("killed", "injured", "hit")}
    return max(number["killed"] + number["injured"], number["hit"])


def _number(claims: Sequence[Claim]) -> int:
    """How many people a report tells of: the highest count it states, or its single persons where they are more."""
    apart = [claim for claim in claims if claim.part_of is None]
    return max([len([c for c in apart if is_person(c)]), *(claim.low or 0 for claim in claims)], default=0)


def _hurt(hit: Figure, killed: Figure | None, told: Figure | None) -> Figure | None:
    """The people hit less the dead; None where more died than were hit (others died otherwise)."""
    dead = killed.best if killed is not None and killed.best is not None else 0
    if hit.best is None or hit.best < dead:
        return None
    return replace(
        hit,
        id=figure_id(hit.event, "injured", None),
        measure="injured",
        low=None if hit.low is None else max(0, hit.low - dead),
        best=hit.best - dead,
        high=None if hit.high is None else max(0, hit.high - dead),
        claims_against=told.claims_for if told is not None else (),
        parts=tuple(figure.id for figure in (hit, killed) if figure is not None),
        explanation=f"{hit.best - dead} injured: {hit.best} hit, of whom {dead} were killed",
    )
