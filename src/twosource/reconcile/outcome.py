"""The figures of an event in, the same with the people hurt worked out where reports only tell how many were hit."""

from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Figure
from twosource.ontology.rule import Rule
from twosource.reconcile.figure import figure_id


def with_hurt(figures: Sequence[Figure], rule: Rule) -> tuple[Figure, ...]:
    """Return the figures with "injured" as those hit less those killed, where that is more than the injured told of.

    "Five people were shot, one of them died" counts four hurt though no claim says four: the figure shows its parts.
    A later death moves a person from one to the other and changes nothing in the number hit.
    """
    everybody = {figure.measure: figure for figure in figures if figure.group is None}
    hit, told = everybody.get("hit"), everybody.get("injured")
    if hit is None or hit.best is None or "injured" in rule.omit:
        return tuple(figures)
    hurt = _hurt(hit, everybody.get("killed"), told)
    if hurt is None or (told is not None and told.best is not None and told.best >= (hurt.best or 0)):
        return tuple(figures)
    kept = (figure for figure in figures if figure.id != hurt.id)
    return tuple(sorted((*kept, hurt), key=lambda f: (f.measure, f.group is not None, f.id)))


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
