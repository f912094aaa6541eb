"""A small ledger about one report in, its page out: the text with its marks, each claim in full, copies, decisions."""

from dataclasses import dataclass

from twosource.api import Ledger
from twosource.model import Article, Claim
from twosource.publish.outlet import outlet_name
from twosource.publish.shelf import Shelf, shelf
from twosource.publish.view import ClaimView, Jump, ReportView
from twosource.publish.view_claim import claim_view
from twosource.publish.view_report import report_view
from twosource.publish.wording import capitalised, day, listed, shortened, speaker_name, word
from twosource.web.views.copied import CopiesAccount, copies_account, copy_marks, speaker_marks
from twosource.web.views.judgement import JudgementView, judgement_views
from twosource.web.ways import led_to_pages, way

TITLE = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCard:
    """One claim in full; ``facts`` are labels with what is known, ``decided`` says that a decision made it so."""

    id: str
    view: ClaimView
    facts: tuple[tuple[str, str], ...]
    event: Jump | None
    judge: str
    counts: bool
    decided: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """All that the page of one report shows; ``companions`` are ids and names of reports to compare it with."""

    id: str
    view: ReportView
    claims: tuple[ClaimCard, ...]
    copies: CopiesAccount | None
    companions: tuple[tuple[str, str], ...]
    judgements: tuple[JudgementView, ...]


def report_page(ledger: Ledger, report: str, companions: tuple[Article, ...], as_of: str | None) -> ReportPage:
    """Return the page of the one report that a small ledger is about.

    Args:
        ledger: the part about the report.
        report: its id.
        companions: other reports of its events.
        as_of: the moment that is looked at.
    """
    held = shelf(ledger.holdings)
    article = held.articles[report]
    further = (*speaker_marks(ledger.statements, report), *copy_marks(article, ledger.holdings, as_of))
    here = frozenset(f"#{name}" for name in (*held.words.values(), *held.said.values()))
    near = {one.id: one for one in (*ledger.articles, *companions) if one.id != report}
    return ReportPage(
        id=report,
        view=led_to_pages(report_view(article, held, further), as_of, here),
        claims=tuple(_card(claim, held, as_of, here) for claim in held.claims_of[report]),
        copies=copies_account(article, ledger.holdings, as_of),
        companions=tuple((one.id, report_name(one)) for one in near.values()),
        judgements=judgement_views(ledger.judgements, {one.id: report_name(one) for one in ledger.articles}),
    )


def report_name(article: Article) -> str:
    """Return ``"Port Almar Herald: At least 14 soldiers ..."``, as a list of choices names a report."""
    title = shortened(article.title or "without a title", TITLE)
    when = f" ({day(article.published)})" if article.published else ""
    return f"{outlet_name(article)}: {title}{when}"


def _card(claim: Claim, held: Shelf, as_of: str | None, here: frozenset[str]) -> ClaimCard:
    event = next((one for one in held.events if claim.id in one.claims), None)
    return ClaimCard(
        id=claim.id,
        view=led_to_pages(claim_view(claim, held), as_of, here),
        facts=claim_facts(claim),
        event=None if event is None else Jump(text=event.title, href=way(f"/events/{event.id}", None, as_of)),
        judge=way(f"/reports/{claim.report}/claims/{claim.id}", None, as_of),
        counts=claim.scope == "event",
        decided=bool(claim.decisions),
    )


def claim_facts(claim: Claim) -> tuple[tuple[str, str], ...]:
    """Return what a claim says besides its figure: who is counted, who says it and how, how it was read."""
    facts = (
        ("Counts", _counted(claim)),
        ("Speaker", _speaker(claim)),
        ("Cue", f"“{claim.cue}”" if claim.cue else ""),
        ("Stance", word("stance", claim.stance)),
        ("Confidence", "not weighed" if claim.confidence is None else f"{claim.confidence:.0%} sure that it says so"),
        ("Read by", claim.pattern),
    )
    return tuple((label, told) for label, told in facts if told)


def _counted(claim: Claim) -> str:
    group = claim.group
    if group is None:
        return ""
    told = tuple(filter(None, (group.role, group.nationality, group.status)))
    return f"“{group.text}”{f' ({listed(told)})' if told else ''}"


def _speaker(claim: Claim) -> str:
    if claim.speaker is None:
        return "none named: the report's own words"
    kind = f" ({claim.speaker.kind})" if claim.speaker.kind else ""
    through = f", by way of {listed(claim.speaker.via)}" if claim.speaker.via else ""
    return f"{capitalised(speaker_name(claim.speaker))}{kind}{through}"
