"""Measured figures with their bars in; the table a person reads out."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One figure: what was measured, its value with unit, and the most it may be (None: no bar)."""

    name: str
    value: float
    unit: str
    most: float | None = None


def rendered(results: Iterable[Result]) -> str:
    """Return the table as text, columns aligned."""
    rows = [("measure", "figure", "unit", "bar", ""), *(_cells(result) for result in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join(_joined(row, widths) for row in rows)


def _cells(result: Result) -> tuple[str, ...]:
    bar = "" if result.most is None else f"<= {_number(result.most)}"
    verdict = "" if result.most is None else ("met" if result.value <= result.most else "MISSED")
    return result.name, _number(result.value), result.unit, bar, verdict


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"


def _joined(row: tuple[str, ...], widths: list[int]) -> str:
    name, figure, *rest = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return "  ".join((name, figure.strip().rjust(widths[1]), *rest)).rstrip()
