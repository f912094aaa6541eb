"""What the program answers on the examples, as it stands in README, tutorial and how-to; longer answers are cut.

A page holds ``<!-- shown: NAME -->`` and ``<!-- end -->``; what stands between them is made here.
"""

import re
from contextlib import chdir
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import twosource
from twosource import api
from twosource.model import Event, Figure
from twosource.publish import trace_lines

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
MARK = re.compile(r"(?P<open><!-- shown: (?P<name>[^>]*?) -->\n).*?(?P<close><!-- end -->)", re.DOTALL)


def with_answers(text: str) -> str:
    """Return a page with the program's present answers between its marks."""
    return MARK.sub(lambda mark: f"{mark['open']}{_block(mark['name'].split())}{mark['close']}", text)


def _block(words: list[str]) -> str:
    """Return the answer that a mark names: ``summary WORD LINES``, ``explain WORD MEASURE LINES`` or ``rules``."""
    answers: dict[str, Callable[..., list[str]]] = {"summary": _summary, "explain": _explain, "rules": _rules}
    lines = answers[words[0]](*words[1:])
    return "```console\n" + "\n".join(lines) + "\n```\n"


def _summary(word: str, most: str) -> list[str]:
    """Return the first line and the event one of whose reports has ``word`` in its path."""
    told = examples().summary().splitlines()
    start = told.index(_event(word).title)
    end = told.index("", start)
    cut = _cut(told[start:end], int(most))
    return ["$ .venv/bin/twosource run examples --out out", "", told[0], "...", "", *cut]


def _explain(word: str, measure: str, most: str) -> list[str]:
    figure = _figure(word, measure)
    lines = trace_lines(examples().explain(figure.id))
    return [f"$ .venv/bin/twosource explain {figure.id}", "", *_cut(list(lines), int(most))]


def _rules() -> list[str]:
    return ["$ .venv/bin/twosource rules", "", *(f"{name:10} {title}" for name, title in api.rules())]


def _cut(lines: list[str], most: int) -> list[str]:
    if len(lines) <= most:
        return lines
    return [*lines[:most], f"... ({len(lines) - most} more lines)"]


@cache
def examples() -> twosource.Ledger:
    """Return what a run reads out of ``examples/``."""
    with chdir(ROOT):
        return twosource.run(["examples"], annotations=True)


def _event(word: str) -> Event:
    paths = {article.id: article.path or "" for article in examples().articles}
    return next(event for event in examples().events if any(word in paths[report] for report in event.reports))


def _figure(word: str, measure: str) -> Figure:
    return next(figure for figure in _event(word).figures if figure.measure == measure and figure.group is None)
