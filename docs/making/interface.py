"""The Python interface, its settings and its errors, from their docstrings and defaults."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields
from typing import Any

import twosource
from docs.making.markdown import code, page, table
from twosource import Limits, Settings, errors
from twosource.collect import Input


def interface_page() -> str:
    """Return the page of the Python interface."""
    intro = "`import twosource` gives: " + ", ".join(code(name) for name in sorted(twosource.__all__)) + "."
    kinds = (inspect.getdoc(errors) or "").split("\n", 2)[-1]
    told = inspect.signature(twosource.run, locals={"Input": Input}, eval_str=True)  # a name for type checkers alone
    return page(
        "Python interface",
        intro,
        *_function("twosource.run", twosource.run, told),
        "## twosource.Ledger",
        _text(twosource.Ledger),
        *(part for name, of in _methods() for part in _function(f"Ledger.{name}", of, inspect.signature(of))),
        "## Errors",
        f"```text\n{kinds}\n```",
    )


def settings_page() -> str:
    """Return the page of settings and limits, each with its default."""
    parts = [part for kind in (Settings, Limits) for part in (f"## {kind.__name__}", _text(kind), _defaults(kind))]
    return page("Settings and limits", "Given in Python as `twosource.run(inputs, settings=Settings(...))`.", *parts)


def _methods() -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, held in vars(twosource.Ledger).items():
        if not name.startswith("_") and not isinstance(held, property):
            yield name, getattr(twosource.Ledger, name)


def _function(name: str, function: Callable[..., Any], signature: inspect.Signature) -> Iterator[str]:
    yield f"## {name}"
    yield f"```text\n{name}{signature}\n```"
    yield _text(function)


def _text(of: object) -> str:
    """Return a docstring with its sections (Args, Raises, Example) as code, its paragraphs as prose."""
    paragraphs = (inspect.getdoc(of) or "").replace("``", "`").split("\n\n")
    return "\n\n".join(_paragraph(each) for each in paragraphs)


def _paragraph(text: str) -> str:
    head, _, rest = text.partition("\n")
    if head in {"Args:", "Raises:", "Example:", "Returns:"}:
        return f"```text\n{head}\n{rest}\n```"
    return text


def _defaults(kind: type) -> str:
    rows = [
        (code(field.name), "required" if field.default is MISSING else _value(field.default)) for field in fields(kind)
    ]
    return table(("name", "default"), rows)


def _value(default: object) -> str:
    if isinstance(default, bool):
        return str(default)
    if isinstance(default, int):
        return f"{default:,}"
    return code(f"{default!r}") if isinstance(default, str) else "the limits below"
