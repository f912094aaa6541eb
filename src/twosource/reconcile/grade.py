"""A figure and who is blamed in, the figure with its codebook's grade out: Airwars's five, IBC's "provisional"."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from twosource.model import Figure
from twosource.ontology.rule import Rule
from twosource.reconcile.blame import Blame, competing

FIGHTERS = frozenset({"military", "combatant"})
HARM = frozenset({"killed", "injured", "hit", "missing"})
TWO = 2  # voices: the two-source rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a grade rests on: independent voices that tell of the harm at all, who is blamed, who was harmed."""

    voices: int
    blamed: tuple[Blame, ...]
    harmed: frozenset[str | None]


def graded(figure: Figure, evidence: Evidence, rule: Rule) -> Figure:
    """Return the figure with the grade of the rule's codebook, and the reason; without one where nothing is graded.

    Harm is graded that somebody tells of: not that of perpetrators, and not a count of nobody.
    """
    is_victims = figure.group is None or figure.group.role != "perpetrator"
    if rule.grading is None or figure.measure not in HARM or not is_victims or figure.high == 0:
        return figure
    grade, actors = SCHEMES[rule.grading](evidence)
    reason = dict(rule.grades)[grade or "none"]
    return replace(figure, grade=grade, grade_reason=reason.format(voices=evidence.voices, actors=_listed(actors)))


def airwars(evidence: Evidence) -> tuple[str | None, tuple[str, ...]]:
    """Grade as Airwars does, and name the actors that the grade rests on."""
    accepted = tuple(one for one in evidence.blamed if one.accepted)
    disputed = competing(accepted) or (() if accepted else competing(evidence.blamed))
    if evidence.harmed and evidence.harmed <= FIGHTERS:
        return "Discounted", ()
    if disputed:
        return "Contested", _names(disputed)
    if accepted:
        return "Confirmed", _names(accepted)
    if evidence.voices < TWO:
        return "Weak", ()
    return ("Fair" if evidence.blamed else None), _names(evidence.blamed)


def ibc(evidence: Evidence) -> tuple[str | None, tuple[str, ...]]:
    """Call provisional what fewer than two independent voices tell of."""
    return ("provisional" if evidence.voices < TWO else None), ()


SCHEMES: Mapping[str, Callable[[Evidence], tuple[str | None, tuple[str, ...]]]] = {"airwars": airwars, "ibc": ibc}


def _names(blamed: tuple[Blame, ...]) -> tuple[str, ...]:
    return tuple(one.actor for one in blamed)


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
