"""Values in, plain English out: counts, amounts, days, places and names of things as the page and the summary say them.

The words themselves stand in ``words.toml``; it knows no page and no layout.
"""

import tomllib
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from twosource.lang.agencies import agencies
from twosource.lang.places import countries, country_name
from twosource.model import DateRange, Figure, Group, Place, Speaker
from twosource.ontology.event_type import event_types
from twosource.ontology.rule import rule_named, rule_names


@cache
def words() -> dict[str, Any]:
    """Return the tables of ``words.toml``."""
    return tomllib.loads(files("twosource.publish").joinpath("words.toml").read_text(encoding="utf-8"))


def word(table: str, key: str | None) -> str:
    """Return the wording of ``key`` in a table of ``words.toml``; a key it does not know stands for itself."""
    return str(words()[table].get(key, key)) if key else ""


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return ``"1 report"`` or ``"2,500 reports"``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(parts: tuple[str, ...], at_most: int = 4) -> str:
    """Return ``"a, b and c"``; past ``at_most`` the rest is counted, not dropped in silence."""
    if len(parts) > at_most:
        return f"{', '.join(parts[: at_most - 1])} and {len(parts) - at_most + 1} others"
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def amount(low: int | None, high: int | None, wording: str | None = None) -> str:
    """Return ``"32"``, ``"30–40"``, ``"at least 30"`` or ``"up to 30"``; without bounds the wording in quotes."""
    if low is None and high is None:
        return f"“{wording}”" if wording else "an unknown number"
    if high is None:
        return f"at least {low:,}"
    if low is None:
        return f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def figure_amount(figure: Figure) -> str:
    """Return the best number, with its range where claims differ: ``"32"``, ``"32 (28–40)"``, ``"at least 30"``."""
    return best_amount(figure.low, figure.best, figure.high, ", ".join(figure.wording))


def best_amount(low: int | None, best: int | None, high: int | None, wording: str | None = None) -> str:
    """Return the best number with the range behind it, or the range alone where there is none or it adds nothing."""
    spread = amount(low, high, wording)
    bounds = {bound for bound in (low, high) if bound is not None}
    if best is None or bounds == {best}:
        return spread
    return f"{best:,} ({spread})" if bounds else f"{best:,}"


def people(group: Group | None, *told: str) -> str:
    """Return who is counted, plainly: ``"Cuban military"``, ``"American"``, ``"children"``; empty for everybody.

    Where the nationality is not known, these are the report's words without the number ``told`` beside them.
    """
    if group is None:
        return ""
    return _nationals(group) or _described(group, told)


def people_wording(group: Group | None, *told: str) -> str:
    """Return the report's own words for the people counted, where they differ from ``people``; else empty."""
    if group is None:
        return ""
    described, label = _described(group, told), people(group, *told)
    return "" if described.casefold() == label.casefold() else described


def _nationals(group: Group) -> str:
    """Return ``"Cuban military"``; empty where the nationality is not known."""
    country = countries().get(group.nationality or "")
    who = word("status", group.status) or word("role", group.role)
    return f"{country.adjective} {who}".strip() if country else ""


def _described(group: Group, told: tuple[str, ...]) -> str:
    """Return the words of a group without a number they open with; names stand in where nothing is left.

    "The gunman" opens with no number: it says who, not how many.
    """
    text = group.text
    for number in sorted(told, key=len, reverse=True):
        rest = text[len(number) :]
        opens = text.casefold().startswith(number.casefold()) and not number.casefold().startswith("the ")
        if number and opens and not rest[:1].isalnum():
            text = rest.strip()
            break
    if text or not group.names:
        return text
    return group.text if " and " in group.text else listed(group.names)


def figure_title(figure: Figure, *told: str) -> str:
    """Return ``"32 killed (Cuban military, “Cuban officers”)"``; ``told`` are the numbers as its claims word them."""
    counted_people, wording = figure_people(figure, *told), figure_wording(figure, *told)
    who = ", ".join(filter(None, (counted_people, f"“{wording}”" if wording else "")))
    title = f"{figure_amount(figure)} {word('measure', figure.measure)}"
    return f"{title} ({who})" if who else title


def figure_people(figure: Figure, *told: str) -> str:
    """Return who a figure counts, without repeating its number or wording."""
    return people(figure.group, f"{figure.best}", *figure.wording, *told)


def figure_wording(figure: Figure, *told: str) -> str:
    """Return the words for whom a figure counts, where they differ from its plain label."""
    return people_wording(figure.group, f"{figure.best}", *figure.wording, *told)


def shortened(text: str, at_most: int) -> str:
    """Return the text on one line; a long one is cut behind a word, with … for the rest."""
    line = " ".join(text.split())
    if len(line) <= at_most:
        return line
    cut = line[:at_most]
    whole = cut if line[at_most] == " " or " " not in cut else cut.rpartition(" ")[0]
    return f"{whole.rstrip(' ,;:.–—-')} …"


def explained(figure: Figure) -> str:
    """Return the explanation of a figure as a sentence that stands behind its number and agreement.

    Explanations open with both ("32 killed, all from one speaker"); repeated behind them they would be read twice.
    """
    told = figure.explanation.strip()
    for opening in (f"{figure.best} {figure.measure}", figure.agreement):
        if told.startswith((f"{opening},", f"{opening}:")):
            told = told[len(opening) + 1 :].strip()
    told = told or str(words()["agreement"].get(figure.agreement, {}).get("means", ""))
    return f"{capitalised(told)}{'' if told.endswith(('.', '!', '?', '”')) else '.'}"


def agency_name(identity: str | None) -> str:
    """Return the name of an agency; one that the lexicon does not know stands for itself."""
    return {agency.id: agency.name for agency in agencies()}.get(identity or "", identity or "")


def rule_title(name: str) -> str:
    """Return ``"default" (what it prefers)``; a rule that the ontology does not know is only named."""
    return f"“{name}” ({rule_named(name).title})" if name in rule_names() else f"“{name}”"


def measure_rank(measure: str) -> int:
    """Return the place of a measure in the order of telling; unknown ones come last."""
    order: list[str] = words()["order"]["measures"]
    return order.index(measure) if measure in order else len(order)


def day(iso: str | None) -> str:
    """Return ``"5 January 2026"`` or ``"5 January 2026, 09:30 UTC"``; what is no ISO date comes back as it is."""
    if not iso:
        return ""
    try:
        if len(iso) <= len("2026-01-05"):
            return _long_day(date.fromisoformat(iso))
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    zone = f" {moment.tzname()}" if moment.tzname() else ""
    return f"{_long_day(moment.date())}, {moment:%H:%M}{zone}"


def days(when: DateRange | None) -> str:
    """Return ``"Saturday 3 January 2026"``, ``"3–5 January 2026"``, ``"January 2026"`` or ``"2026"``."""
    if when is None:
        return ""
    try:
        first, last = date.fromisoformat(when.earliest), date.fromisoformat(when.latest)
    except ValueError:
        return when.earliest if when.earliest == when.latest else f"{when.earliest} to {when.latest}"
    if first == last:
        return f"{_calendar('weekdays', first.weekday())} {_long_day(first)}"
    if when.precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{_month(first)} {first.year}"
    if when.precision == "year" and first.year == last.year:
        return f"{first.year}"
    return _stretch(first, last)


def _stretch(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_long_day(last)}"
    start = f"{first.day} {_month(first)}" if first.year == last.year else _long_day(first)
    return f"{start} – {_long_day(last)}"


def _long_day(of: date) -> str:
    return f"{of.day} {_month(of)} {of.year}"


def short_day(of: date) -> str:
    """Return ``"3 Jan"``."""
    return f"{of.day} {_month(of)[:3]}"


def _month(of: date) -> str:
    return _calendar("months", of.month - 1)


def _calendar(unit: str, index: int) -> str:
    names: list[str] = words()["calendar"][unit]
    return names[index]


def place_name(place: Place | None) -> str:
    """Return ``"Town, Province, Country"`` from what is known of the place."""
    if place is None:
        return ""
    country = country_name(place.country) if place.country else None
    return ", ".join(dict.fromkeys(filter(None, (place.name, place.admin1, country))))


def place_precision(precision: str) -> str:
    """Return how closely a place is known, in words; a precision it does not know stands for itself."""
    known: dict[str, dict[str, str]] = words()["place_precision"]
    return known.get(precision, {}).get("says", precision)


def type_name(identity: str | None) -> str:
    """Return the name of an event type; one that the ontology does not know stands for itself."""
    return {kind.id: kind.name for kind in event_types()}.get(identity or "", identity or "")


def capitalised(text: str) -> str:
    """Return the text with a capital at its front, as it opens a line."""
    return f"{text[:1].upper()}{text[1:]}"


def speaker_name(speaker: Speaker | None) -> str:
    """Return the speaker's resolved name, or the wording where there is none; empty for no speaker."""
    return (speaker.name or speaker.text) if speaker else ""
