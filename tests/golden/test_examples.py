"""The examples give what an expert reads out of them: the tables of ``examples/README.md``, cell by cell.

A cell that the program does not reach yet stands in ``NOT_YET`` with the reason; once it is reached, its test fails
until the line is taken out.
"""

from pathlib import Path

import pytest

from twosource import Ledger
from twosource.model import Event, Figure

NOT_YET = {
    ("prison riot", "killed: everybody", "date"): "the claims of the first day decide; the second night is not joined",
    ("ferry bomb", "missing", "low"): "that the missing were found is a statement, no claim of 0",
    ("ferry bomb", "missing", "best"): "that the missing were found is a statement, no claim of 0",
    ("mine collapse", "missing", "high"): "'and 21 were missing' gives no claim yet",
}
README = Path(__file__).parents[2] / "examples" / "README.md"
BOUNDS = ("low", "best", "high")


def _table(first: str) -> list[dict[str, str]]:
    """The rows of the table of the page whose columns begin with ``first``."""
    lines = README.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(first))
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[start:] if line.startswith("|")]
    end = next((number for number, line in enumerate(lines[start:]) if not line.startswith("|")), len(cells))
    return [dict(zip(cells[0], row, strict=True)) for row in cells[2:end]]


def _killed() -> list[dict[str, str]]:
    return [row | {"figure": f"killed: {row['who']}"} for row in _table("| event | date |")]


def _others() -> list[dict[str, str]]:
    return [row | {"figure": row["measure"]} for row in _table("| event | measure |")]


def _cells() -> list[object]:
    """Each cell of both tables as a case of its own."""
    killed = [(row, column) for row in _killed() for column in ("date", "place", *BOUNDS, "agreement", "reports")]
    others = [(row, column) for row in _others() for column in BOUNDS]
    return [_case(row, column) for row, column in killed + others]


def _case(row: dict[str, str], column: str) -> object:
    name = (row["event"], row["figure"], column)
    marks = [pytest.mark.xfail(strict=True, reason=NOT_YET[name])] if name in NOT_YET else []
    return pytest.param(*name, row[column], id=", ".join(name), marks=marks)


def _reports(ledger: Ledger) -> dict[str, str]:
    """Map the id of each report to its name in the table: ``01``, ``18:2``."""
    rows = {article.id: (article.input_id or "").removeprefix("row-") for article in ledger.articles}
    files = {article.id: Path(article.path or "").name[:2] for article in ledger.articles}
    return {key: f"{files[key]}:{row}" if row else files[key] for key, row in rows.items()}


def _event(ledger: Ledger, name: str) -> Event:
    """The event that most reports of the table's row tell of."""
    told = next(set(row["reports"].split()) for row in _killed() if row["event"] == name)
    names = _reports(ledger)
    return max(ledger.events, key=lambda event: len(told & {names[report] for report in event.reports}))


def _figure(event: Event, name: str) -> Figure:
    measure, _, who = name.partition(": ")
    return next(f for f in event.figures if f.measure == measure and _is_of(f, who or "everybody"))


def _is_of(figure: Figure, who: str) -> bool:
    if figure.group is None or who == "everybody":
        return figure.group is None and who == "everybody"
    if who == "children":
        return figure.group.status == "children"
    return figure.group.role == who.removesuffix("s") and figure.group.status is None


def _shown(ledger: Ledger, event: Event, figure: Figure, column: str) -> str:
    names = _reports(ledger)
    days = (event.date.earliest, event.date.latest) if event.date else ("?", "?")
    shown = {
        "date": " to ".join(dict.fromkeys(days)),
        "place": f"{event.place.name}, {event.place.country}" if event.place else "?",
        "agreement": figure.agreement,
        "reports": " ".join(sorted(names[report] for report in event.reports)),
    }
    bounds = {bound: getattr(figure, bound) for bound in BOUNDS}
    return shown.get(column) or ("–" if bounds[column] is None else str(bounds[column]))


@pytest.mark.parametrize(("event", "figure", "column", "expected"), _cells())
def test_a_cell_is_as_an_expert_reads_it(
    examples_ledger: Ledger, event: str, figure: str, column: str, expected: str
) -> None:
    found = _event(examples_ledger, event)
    assert _shown(examples_ledger, found, _figure(found, figure), column) == expected


def test_every_report_of_the_folder_is_read(examples_ledger: Ledger, examples: Path) -> None:
    files = [path for path in examples.iterdir() if path.suffix in {".txt", ".html"}]
    assert len(examples_ledger.articles) == len(files) + 3
    assert [(reject.source, reject.reason) for reject in examples_ledger.rejects] == [
        ("examples/README.md", "not a report")
    ]


def test_there_is_one_event_for_each_of_the_table(examples_ledger: Ledger) -> None:
    assert len(examples_ledger.events) == len({row["event"] for row in _killed()})


def test_the_edited_copies_of_the_ferry_dispatch_are_one_copy_group(examples_ledger: Ledger) -> None:
    names = _reports(examples_ledger)
    groups = [sorted(names[report] for report in group.reports) for group in examples_ledger.copies]
    assert ["01", "02", "03", "04"] in groups


def test_what_is_denied_is_never_asserted(examples_ledger: Ledger) -> None:
    """A crew that was warned, explosives in the mine, prisoners shot, threats: all denied in the reports."""
    asserted = [claim.quote for claim in examples_ledger.claims if claim.stance == "asserted"]
    assert not [quote for quote in asserted if "warned" in quote and "crew" in quote]
    assert not [quote for quote in asserted if "prisoner" in quote and "shot" in quote]


@pytest.mark.parametrize("words", ["1931", "three sons", "ten years", "fire in that", "hundreds have died"])
def test_history_moves_no_figure(examples_ledger: Ledger, words: str) -> None:
    articles = {article.id: article for article in examples_ledger.articles}
    used = {key for event in examples_ledger.events for figure in event.figures for key in figure.claims_for}
    for claim in examples_ledger.claims:
        text = articles[claim.report].text
        sentence = text[max(text.rfind(". ", 0, claim.span.start), 0) : text.find(". ", claim.span.end)]
        assert claim.id not in used or words not in sentence.lower()
