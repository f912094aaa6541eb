"""Rules, event types and agencies, from their data files."""

from importlib.resources import files

from docs.making.markdown import code, page, table
from twosource.lang.agencies import agencies
from twosource.ontology.event_type import EventType, event_types
from twosource.ontology.rule import Rule, rule_named, rule_names


def rules_page() -> str:
    """Return the page of the ways of reconciling."""
    intro = (
        "A rule says how claims that differ become `low`, `best` and `high`. `--rule NAME` chooses one; its name stands"
        " with every figure. Each is a file in `src/twosource/ontology/rules/`; the remarks below are that file's own."
        ' "Check" there marks what was not seen in the codebook itself.'
    )
    overview = table(("rule", "title"), ((code(name), rule_named(name).title) for name in rule_names()))
    parts = [part for name in rule_names() for part in (f"## {name}", _remarks(name), _terms(rule_named(name)))]
    return page("Rules", intro, overview, *parts)


def event_types_page() -> str:
    """Return the page of the event types."""
    kinds = event_types()
    intro = (
        f"{len(kinds)} types, each a file in `src/twosource/ontology/events/` with its words and its codes in the"
        " schemes of the field. UCDP's type of violence follows from the actors; it stands here only where the kind of"
        " event decides it."
    )
    head = ("id", "name", "happening", "PLOVER", "ACLED", "UCDP", "MUC-4")
    return page("Event types", intro, table(head, map(_kind, kinds)))


def agencies_page() -> str:
    """Return the page of the agencies whose credits are known."""
    known = agencies()
    intro = (
        f"{len(known)} agencies, from `src/twosource/lang/agencies.toml`. A report that credits one is of that agency's"
        " origin. Marks mean the agency only where a credit stands: in a byline, a dateline or a copyright line."
    )
    rows = ((code(a.id), ", ".join(a.names), ", ".join(a.marks), ", ".join(a.domains)) for a in known)
    return page("Agencies", intro, table(("id", "names", "marks", "domains"), rows))


def _remarks(name: str) -> str:
    """Return the comment that opens the rule's file."""
    text = files("twosource.ontology").joinpath("rules", f"{name}.toml").read_text(encoding="utf-8")
    lines = text.splitlines()
    first = next(at for at, line in enumerate(lines) if not line.startswith("#"))
    return " ".join(line.removeprefix("#").strip() for line in lines[:first])


def _terms(rule: Rule) -> str:
    bounds = "from the lowest to the highest claim" if rule.bounds == "range" else "the best number itself"
    best = "always" if rule.best_in_range else "only where low and high are equal"
    hedged = "widen the range" if rule.hedged == "widen" else "are left out"
    rows = [
        ("order of preference", ", then ".join(rule.prefer)),
        ("low and high", bounds),
        ("a best number", best),
        ("hedged claims", hedged),
        ("measures not recorded", _named(rule.omit)),
        ("measures whose earlier counts widen the range", _named(rule.keep_history)),
        ("measures whose tolls rise", _named(rule.rising)),
        ("measures of which, of equal numbers, the higher is the best", _named(rule.higher)),
        ("grades", "; ".join(f"{name}: {reason}" for name, reason in rule.grades if name != "none") or "none"),
        ("bounds of vague words", "; ".join(_word(*each) for each in rule.words)),
    ]
    return table(("what", "how"), rows)


def _named(measures: frozenset[str]) -> str:
    return ", ".join(sorted(measures)) or "none"


def _word(word: str, low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return f"{word}: none"
    if high is None:
        return f"{word}: {low} or more"
    return f"{word}: {high}" if low == high else f"{word}: {low} to {high}"


def _kind(kind: EventType) -> tuple[str, ...]:
    return (
        code(kind.id),
        kind.name,
        "yes" if kind.happening else "no: it only follows one",
        " / ".join(kind.plover),
        " / ".join(kind.acled),
        str(kind.ucdp or ""),
        kind.muc or "",
    )
