"""The figures of an event in, what is shown of each out: amount, agreement in words, support and range bar."""

from itertools import groupby

from twosource.model import Claim, Event, Figure
from twosource.publish.chart_range import figure_range, scale_end
from twosource.publish.shelf import Shelf, anchor
from twosource.publish.view import Chip, FigureView, Jump
from twosource.publish.view_claim import claim_jump
from twosource.publish.wording import (
    capitalised,
    counted,
    explained,
    figure_amount,
    figure_people,
    figure_title,
    figure_wording,
    measure_rank,
    word,
    words,
)


def ordered_figures(event: Event) -> tuple[Figure, ...]:
    """Return the figures by measure, each measure's total first, then its groups, the largest first."""
    return tuple(sorted(event.figures, key=_rank))


def figure_views(event: Event, shelf: Shelf) -> tuple[FigureView, ...]:
    """Return the figures as shown; figures of one measure share a scale, so their bars can be compared."""
    titles = {figure.id: title_of(figure, shelf) for figure in event.figures}
    views: list[FigureView] = []
    for _, same in groupby(ordered_figures(event), key=lambda figure: figure.measure):
        figures = tuple(same)
        end = scale_end(figures, tuple(claim for figure in figures for claim in _claims(figure, shelf)))
        has_total = any(figure.group is None for figure in figures)
        views += [_figure_view(figure, shelf, end, titles, has_total=has_total) for figure in figures]
    return tuple(views)


def title_of(figure: Figure, shelf: Shelf) -> str:
    """Return ``"5 killed (children)"``: who is counted, without the number as the claims word it ("five children")."""
    return figure_title(figure, *_number_words(figure, shelf))


def chip(agreement: str) -> Chip:
    """Return an agreement as it is shown: its label and what it means."""
    known: dict[str, dict[str, str]] = words()["agreement"]
    told = known.get(agreement, {"label": agreement, "means": ""})
    return Chip(key=agreement if agreement in known else "unresolved", label=told["label"], means=told["means"])


def support(figure: Figure) -> str:
    """Return ``"1 voice · 1 speaker · 2 outlets · 2 reports"``."""
    counts = (
        counted(figure.voices, "voice"),
        counted(len(figure.speakers), "speaker") if figure.speakers else "no speaker named",
        counted(len(figure.outlets), "outlet"),
        counted(len(figure.reports), "report"),
    )
    return " · ".join(counts)


def grade_of(figure: Figure) -> str:
    """Return the codebook's grade with its reason ("Weak: a single voice tells of it"); empty where none is given."""
    if not figure.grade_reason:
        return ""
    return f"{capitalised(figure.grade) if figure.grade else 'Not graded'}: {figure.grade_reason}"


def _figure_view(figure: Figure, shelf: Shelf, end: int, titles: dict[str, str], *, has_total: bool) -> FigureView:
    agreement = chip(figure.agreement)
    return FigureView(
        anchor=anchor(figure.id),
        amount=figure_amount(figure),
        measure=word("measure", figure.measure),
        people=figure_people(figure, *_number_words(figure, shelf)),
        wording=figure_wording(figure, *_number_words(figure, shelf)),
        sub=has_total and figure.group is not None,
        chip=agreement,
        explanation=explained(figure),
        support=support(figure),
        chart=figure_range(figure, _claims(figure, shelf), end),
        claims_for=_jumps(figure.claims_for, shelf),
        claims_against=_jumps(figure.claims_against, shelf),
        parts=tuple(
            Jump(text=titles.get(part, part), href=f"#{anchor(part)}") for part in figure.parts if part in titles
        ),
        claims_before=_jumps(figure.claims_before, shelf),
        grade=grade_of(figure),
        rule=figure.rule,
    )


def _number_words(figure: Figure, shelf: Shelf) -> tuple[str, ...]:
    return tuple(claim.wording for claim in _claims(figure, shelf) if claim.wording)


def _claims(figure: Figure, shelf: Shelf) -> tuple[Claim, ...]:
    return tuple(shelf.claims[claim] for claim in (*figure.claims_for, *figure.claims_against) if claim in shelf.claims)


def _jumps(claims: tuple[str, ...], shelf: Shelf) -> tuple[Jump, ...]:
    known = sorted(
        (shelf.claims[claim] for claim in claims if claim in shelf.claims), key=lambda c: shelf.numbers[c.id]
    )
    return tuple(claim_jump(claim, shelf) for claim in known)


def _rank(figure: Figure) -> tuple[int, str, bool, int, str]:
    largest = figure.best if figure.best is not None else figure.high or figure.low or 0
    return measure_rank(figure.measure), figure.measure, figure.group is not None, -largest, figure.id
