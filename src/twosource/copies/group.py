"""Articles and pairs in, copy groups out: who stands with whom, the likely origin, which sentences came from where."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from twosource.copies.compare import CopyPair
from twosource.copies.credit import agency_of
from twosource.copies.trace import Told, Wording, traced
from twosource.lang.agencies import agencies
from twosource.model import Article, Block, CopyGroup, Span, TracedSentence
from twosource.values.identifier import identifier

# A report that shares less than this of its own text, and only with a part of the other that came from elsewhere, gave
# or took a paragraph; it is no copy of the whole.
WHOLE = 0.6
OVERLAP = 0.5  # of the sentences of the smaller part: the same passage


Rank = tuple[str, float, int, str]


@dataclass(slots=True)
class Gathering:
    """The state of joining: group members by leader, and the passages that tie each report to its group."""

    leader: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    core: dict[str, set[Span]] = field(default_factory=dict)


def copy_groups(articles: Iterable[Article], pairs: Iterable[CopyPair]) -> tuple[CopyGroup, ...]:
    """Return the groups of reports that descend from one origin, sorted by id; a report is in one group at most.

    Pairs join transitively, the strongest first, save where one report only gave a paragraph to another that is a copy
    of a third: then ``sentences`` tells whose paragraph it is, and the giver keeps an origin of its own. A report that
    credits an agency and shares text with none is a group by itself, without an origin among the reports.

    Args:
        articles: all articles compared.
        pairs: what ``step`` returned for all buckets; a pair may come more than once.
    """
    by_id = {article.id: article for article in articles}
    unique = {(p.a, p.b): p for p in pairs if p.a in by_id and p.b in by_id}
    ordered = sorted(unique.values(), key=lambda p: (-max(p.share_a, p.share_b), -p.words, p.a, p.b))
    gathering = _gathered(ordered)
    touching: dict[str, list[CopyPair]] = defaultdict(list)
    for pair in ordered:
        touching[pair.a].append(pair)
        touching[pair.b].append(pair)
    groups = [_group(sorted(reports), by_id, touching) for reports in gathering.members.values() if len(reports) > 1]
    alone = [_credited(a) for a in by_id.values() if a.credits and a.id not in gathering.leader and agency_of(a)]
    return tuple(sorted([*groups, *alone], key=lambda group: group.id))


def _gathered(ordered: Sequence[CopyPair]) -> Gathering:
    state = Gathering()
    for pair in ordered:
        if pair.is_copy and not _is_insertion(pair, state):
            _join(pair, state)
    return state


def _join(pair: CopyPair, state: Gathering) -> None:
    for report in (pair.a, pair.b):
        if report not in state.leader:
            state.leader[report] = report
            state.members[report] = [report]
    state.core.setdefault(pair.a, set()).update(twin.a for twin in pair.aligned)
    state.core.setdefault(pair.b, set()).update(twin.b for twin in pair.aligned)
    kept, gone = sorted((state.leader[pair.a], state.leader[pair.b]), key=lambda r: (-len(state.members[r]), r))
    if kept != gone:
        for report in state.members[gone]:
            state.leader[report] = kept
        state.members[kept] += state.members.pop(gone)


def _is_insertion(pair: CopyPair, state: Gathering) -> bool:
    """Tell whether the text shared is, in one of the two, another passage than the one that ties it to its group."""
    strangers = state.leader.get(pair.a, pair.a) != state.leader.get(pair.b, pair.b)
    return strangers and (
        _is_other_passage(pair.a, {t.a for t in pair.aligned}, pair.share_b, state)
        or _is_other_passage(pair.b, {t.b for t in pair.aligned}, pair.share_a, state)
    )


def _is_other_passage(report: str, shared: set[Span], share_of_other: float, state: Gathering) -> bool:
    core = state.core.get(report)
    if not core or share_of_other >= WHOLE:
        return False
    return len(shared & core) < OVERLAP * min(len(shared), len(core))


def _group(reports: list[str], by_id: Mapping[str, Article], touching: Mapping[str, list[CopyPair]]) -> CopyGroup:
    articles = [by_id[report] for report in reports]
    credited = sorted((agency, a.id) for a in articles if (agency := agency_of(a)) is not None)
    agency = credited[0][0] if credited else None
    ranks = _descent(reports, by_id, touching)
    return CopyGroup(
        id=identifier("g", *reports),
        reports=tuple(reports),
        origin=min(ranks, key=lambda report: ranks[report]),
        agency=agency,
        why=_why(reports, agency, touching),
        sentences=_sentences(ranks, by_id, touching),
    )


def _descent(
    reports: list[str], by_id: Mapping[str, Article], touching: Mapping[str, list[CopyPair]]
) -> dict[str, Rank]:
    """Rank the reports from the likely origin down: earliest, then most of the others' text, then longest."""
    inside = set(reports)
    held = {
        report: sum(p.share_b if p.a == report else p.share_a for p in touching[report] if {p.a, p.b} <= inside)
        for report in reports
    }
    return {
        report: (by_id[report].published or "9999", -round(held[report], 3), -len(by_id[report].text), report)
        for report in reports
    }


def _sentences(
    ranks: Mapping[str, Rank], by_id: Mapping[str, Article], touching: Mapping[str, list[CopyPair]]
) -> tuple[TracedSentence, ...]:
    """For each report but the origin, each sentence with its source: the origin, else one before it, else a giver."""
    ordered = sorted(ranks, key=lambda report: ranks[report])
    told = _told([by_id[report] for report in ordered])
    found: list[TracedSentence] = []
    for report in ordered[1:]:
        near = {pair.b if pair.a == report else pair.a for pair in touching[report]}
        before = [other for other in ordered[1:] if other in near and ranks[other] < ranks[report]]
        sources = [told[other] for other in (ordered[0], *before)]
        found += traced(told[report], sources, _given(report, ranks, by_id, touching[report]))
    return tuple(sorted(found, key=lambda s: (s.report, s.span)))


def _told(articles: Iterable[Article]) -> dict[str, Told]:
    """Read each text once, however many reports repeat it word for word."""
    read: dict[tuple[str, tuple[Block, ...]], Wording] = {}
    told = {}
    for article in articles:
        key = (article.text, article.blocks)
        if key not in read:
            read[key] = Wording(article)
        told[article.id] = Told(article.id, read[key])
    return told


def _given(
    report: str, ranks: Mapping[str, Rank], by_id: Mapping[str, Article], pairs: Iterable[CopyPair]
) -> dict[Span, tuple[str, Span]]:
    """The sentences that stand word for word in a report of another origin, with the first by id that is no later."""
    own = by_id[report].published
    given: dict[Span, tuple[str, Span]] = {}
    for pair in pairs:
        giver = pair.b if pair.a == report else pair.a
        day = by_id[giver].published
        if giver in ranks or (own is not None and day is not None and day > own):
            continue
        for here, there in _unedited(pair, is_a=pair.a == report):
            given[here] = min((giver, there), given.get(here, (giver, there)))
    return given


def _unedited(pair: CopyPair, *, is_a: bool) -> Iterator[tuple[Span, Span]]:
    for twin in pair.aligned:
        if not twin.edited:
            yield (twin.a, twin.b) if is_a else (twin.b, twin.a)


def _why(reports: list[str], agency: str | None, touching: Mapping[str, list[CopyPair]]) -> str:
    inside = set(reports)
    shares = [max(p.share_a, p.share_b) for r in reports for p in touching[r] if {p.a, p.b} <= inside]
    told = f"{len(reports)} reports share their wording: {min(shares):.0%} to {max(shares):.0%} of the shorter text"
    return f"{told}; credited to {agency}" if agency else told


def _credited(article: Article) -> CopyGroup:
    return CopyGroup(
        id=identifier("g", article.id),
        reports=(article.id,),
        origin=None,
        agency=agency_of(article),
        why=f"credits {_agency_name(article)}; no other report here shares its wording",
    )


def _agency_name(article: Article) -> str:
    wanted = agency_of(article)
    return next((agency.name for agency in agencies() if agency.id == wanted), "an agency")
