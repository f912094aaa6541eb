"""Copy groups in, the origin of each report and of each sentence out; it reads no text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twosource.model import CopyGroup, Span


@dataclass(frozen=True, slots=True)
class Origins:
    """Where reports come from; ``given`` holds the sentences of a report that a report of another origin gave it.

    ``first`` names, by origin, the report that has a group's words first, where one is known.
    """

    of_report: Mapping[str, str]
    given: Mapping[str, tuple[tuple[Span, str], ...]]
    first: Mapping[str, str]


def origins(copies: Iterable[CopyGroup]) -> Origins:
    """Return the origins of all reports that copy, are copied or credit an agency; any other is its own.

    A report of a group has the group's origin; where the group credits an agency, be it a group of one report that
    shares no text with any, the origin is the agency (``"agency:ap"``). So two reports that credit the Associated Press
    on one event are one origin even where an editor left no sentence of the dispatch as it was: they rest on the
    same reporters.
    """
    kept = tuple(copies)
    named = {group.id: f"agency:{group.agency}" if group.agency is not None else group.id for group in kept}
    of_report = {report: named[group.id] for group in kept for report in group.reports}
    given: dict[str, set[tuple[Span, str]]] = {}
    for sentence in (s for group in kept for s in group.sentences):
        source = of_report.get(sentence.source, sentence.source) if sentence.source is not None else None
        if source is not None and source != of_report.get(sentence.report, sentence.report):
            given.setdefault(sentence.report, set()).add((sentence.span, source))
    first = {group.id: group.origin for group in kept if group.origin is not None}
    return Origins(of_report, {report: tuple(sorted(spans)) for report, spans in given.items()}, first)


def origin_of(report: str, known: Origins, span: Span | None = None) -> str:
    """Return the origin of a report: its group's id, ``"agency:ap"``, or the report's own id.

    With ``span`` the origin of those characters of its text: a paragraph taken over from a report of another origin has
    that origin.
    """
    own = known.of_report.get(report, report)
    if span is None:
        return own
    return next((origin for place, origin in known.given.get(report, ()) if place.touches(span)), own)
