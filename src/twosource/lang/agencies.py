"""News agencies by name, mark and domain, read from ``agencies.toml``; knows nothing of articles or their parts."""

import re
from dataclasses import dataclass
from functools import cache

from twosource.lang.reading import lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """One agency: ``name`` is the first of ``names``; ``marks`` mean it only where a credit stands."""

    id: str
    name: str
    names: tuple[str, ...]
    marks: tuple[str, ...]
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An agency named in a text at ``[start, end)``."""

    agency: Agency
    start: int
    end: int


@cache
def agencies() -> tuple[Agency, ...]:
    """Return all agencies, sorted by id."""
    return tuple(
        Agency(
            id=key,
            name=entry["names"][0],
            names=tuple(entry["names"]),
            marks=tuple(entry["marks"]),
            domains=tuple(entry["domains"]),
        )
        for key, entry in sorted(lexicon("agencies").items())
    )


def agency_named(credit: str) -> Agency | None:
    """Return the agency that a whole credit ("The Associated Press", "AP", "Reuters Staff") names, else None."""
    bare = re.sub(
        r"^the\s+|\s+(?:staff|writers?|reporters?|correspondents?|news agency|news)$",
        "",
        credit.strip(),
        flags=re.IGNORECASE,
    )
    return _by_credit().get(_folded(credit)) or _by_credit().get(_folded(bare))


def agency_of_domain(host: str) -> Agency | None:
    """Return the agency whose site ``host`` ("www.reuters.com") is."""
    labels = host.lower().split(".")
    owners = _by_domain()
    return next((owners[d] for i in range(len(labels)) if (d := ".".join(labels[i:])) in owners), None)


def agencies_in(text: str) -> tuple[Mention, ...]:
    """Return the agencies that running text names in full, in order; short marks do not count there."""
    return tuple(
        Mention(agency=_by_credit()[_folded(match[0])], start=match.start(), end=match.end())
        for match in _in_prose().finditer(text)
    )


def agencies_in_credit(credit: str) -> tuple[Mention, ...]:
    """Return the agencies that a credit line names, by name or mark, case as printed, in order."""
    return tuple(
        Mention(agency=_by_credit()[_folded(match[0])], start=match.start(), end=match.end())
        for match in _in_credit().finditer(credit)
    )


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


@cache
def _by_credit() -> dict[str, Agency]:
    """Names outrank marks, and the first agency by id keeps a mark that two share."""
    marks = {_folded(mark): agency for agency in reversed(agencies()) for mark in agency.marks}
    return marks | {_folded(name): agency for agency in agencies() for name in agency.names}


@cache
def _by_domain() -> dict[str, Agency]:
    return {domain: agency for agency in agencies() for domain in agency.domains}


def _whole_words(names: set[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


@cache
def _in_prose() -> re.Pattern[str]:
    return _whole_words({name for agency in agencies() for name in agency.names})


@cache
def _in_credit() -> re.Pattern[str]:
    return _whole_words({name for agency in agencies() for name in (*agency.names, *agency.marks)})
