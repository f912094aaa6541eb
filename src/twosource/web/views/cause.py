"""Why a figure changed, in a sentence with ids, in; the same in parts out: names in the place of ids, leading on."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from twosource.api import Ledger
from twosource.keeping import Change
from twosource.publish.outlet import outlet_name
from twosource.publish.shelf import Shelf
from twosource.publish.view import Jump
from twosource.publish.view_figure import title_of
from twosource.publish.wording import rule_title
from twosource.upkeep import called, decided
from twosource.web.views.judgement import AboutView, about_view

ID = r"[redcf]-[0-9a-f]{16}"
NAMED = re.compile(
    rf"decision (?P<decision>d-[0-9a-f]{{16}}) of (?P<who>[^:]+)|new rule: (?P<rule>\S+), before (?P<before>\S+)"
    rf"|(?P<id>{ID})"
)
PLACED = re.compile(r"\b[redf]-[0-9a-f]{16}")
UNNAMED = {"r": "a report without a title", "e": "an event", "c": "a claim", "f": "a figure", "d": "a decision"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What ids are called, and where each leads; ``figures_of`` is the event whose figures have pages."""

    titles: Mapping[str, str]
    claims: Mapping[str, AboutView]
    figures_of: str


def names(ledger: Ledger, held: Shelf, changes: Iterable[Change]) -> Names:
    """Return the names of all that some changes tell of; what the small ledger lacks is looked up."""
    event = held.events[0]
    told = {found for change in changes for cause in change.causes for found in PLACED.findall(cause)}
    titles = {
        **{one.id: named(one.title, outlet_name(one)) for one in ledger.articles},
        **{one.id: title_of(one, held) for one in event.figures if one.id in told},
        event.id: event.title,
    }
    decisions = {one for one in told if one.startswith("d-")}
    lacking = told - titles.keys() - decisions
    if lacking and ledger.store is not None:
        titles |= called(ledger.store, lacking)
    made = decided(ledger.store, decisions) if decisions and ledger.store is not None else ()
    about = (one for each in made for one in (*each.decision.subjects, *each.decision.against))
    claims = {one.id: about_view(one) for one in about if one.kind == "claim"}
    return Names(titles=titles, claims=claims, figures_of=event.id)


def named(title: str | None, outlet: str | None) -> str:
    """Return what a report is called: ``"Port Almar Herald: At least 14 soldiers killed"``."""
    return ": ".join(filter(None, (outlet, title)))


def cause_parts(cause: str, known: Names) -> tuple[Jump, ...]:
    """Return a sentence in parts: what it names is called by its name, and leads to its page."""
    parts: list[Jump] = []
    end = 0
    for found in NAMED.finditer(cause):
        parts += [Jump(text=cause[end : found.start()]), *_parts(found, known)]
        end = found.end()
    return tuple(part for part in (*parts, Jump(text=cause[end:])) if part.text)


def _parts(found: re.Match[str], known: Names) -> Iterator[Jump]:
    if found["decision"]:
        yield Jump(text=f"decision of {found['who']}", href=_decision(found["decision"]))
    elif found["rule"]:
        yield Jump(text="new rule: ")
        yield _rule(found["rule"])
        yield Jump(text=", before ")
        yield _rule(found["before"])
    else:
        yield WAYS[found["id"][0]](found["id"], known)


def _rule(name: str) -> Jump:
    return Jump(text=rule_title(name), href=f"/events?rule={name}")


def _decision(one: str) -> str:
    return f"/decisions?at={one}#{one}"


def _titled(path: str, one: str, known: Names) -> Jump:
    title = known.titles.get(one)
    return Jump(text=title or UNNAMED[one[0]], href=path.format(one))


def _claim(one: str, known: Names) -> Jump:
    about = known.claims.get(one)
    return Jump(text=about.text, href=about.href) if about is not None else Jump(text=UNNAMED["c"])


def _figure(one: str, known: Names) -> Jump:
    title = known.titles.get(one)
    return Jump(text=title, href=f"/events/{known.figures_of}/figures/{one}") if title else Jump(text=UNNAMED["f"])


WAYS: Mapping[str, Callable[[str, Names], Jump]] = {
    "r": partial(_titled, "/reports/{0}"),
    "e": partial(_titled, "/events/{0}"),
    "c": _claim,
    "f": _figure,
    "d": lambda one, _known: Jump(text=UNNAMED["d"], href=_decision(one)),
}
