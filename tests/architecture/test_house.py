"""The house keeps its shape: sizes, opening sentences, nothing done at import, no banned names."""

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "twosource"
MODULES = sorted(SOURCE.rglob("*.py"))
BANNED = {"manager", "helper", "helpers", "utils", "util", "common", "misc", "handler", "processor", "data", "info"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
AT_IMPORT = (ast.Import, ast.ImportFrom, *FUNCTIONS, ast.ClassDef, ast.Assign, ast.AnnAssign, ast.Expr, ast.If)


def _name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@pytest.fixture(params=MODULES, ids=_name)
def module(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(_tree(path)) if isinstance(node, FUNCTIONS)]


def test_a_module_has_at_most_300_lines(module: Path) -> None:
    assert module.read_text(encoding="utf-8").count("\n") <= 300


def test_a_function_has_at_most_50_lines(module: Path) -> None:
    long = [f.name for f in _functions(module) if (f.end_lineno or f.lineno) - f.lineno > 50]
    assert long == []


def test_a_module_opens_with_what_it_does(module: Path) -> None:
    docstring = ast.get_docstring(_tree(module)) or ""
    assert docstring.endswith((".", ")", "unchanged")) or "\n" in docstring, "no opening sentence"


def test_nothing_is_done_at_import(module: Path) -> None:
    """Only definitions and constants stand at module level; no loop, no with, no bare call."""
    for node in _tree(module).body:
        assert isinstance(node, AT_IMPORT), f"{type(node).__name__} at line {node.lineno}"
        if isinstance(node, ast.Expr):
            is_logger_setup = _name(module) == "log.py"
            assert isinstance(node.value, ast.Constant) or is_logger_setup, f"a call at line {node.lineno}"
        if isinstance(node, (ast.Assign, ast.AnnAssign)):
            opened = [c for c in ast.walk(node) if isinstance(c, ast.Call) and ast.unparse(c.func) in {"open", "load"}]
            assert opened == [], f"reads a file at line {node.lineno}"


def test_no_name_says_nothing(module: Path) -> None:
    words = set(re.split(r"[/_.]", _name(module)))
    words |= {
        part
        for f in ast.walk(_tree(module))
        if isinstance(f, (*FUNCTIONS, ast.ClassDef))
        for part in re.split(r"_|(?<=[a-z])(?=[A-Z])", f.name.lower())
    }
    assert words & BANNED == set()


def test_no_todo_without_an_issue(module: Path) -> None:
    for line in module.read_text(encoding="utf-8").splitlines():
        assert not re.search(r"\b(TODO|FIXME|XXX)\b(?!.{0,8}\d)", line), line


def test_half_of_all_functions_are_short() -> None:
    lengths = sorted(
        len([n for n in ast.walk(f) if isinstance(n, ast.stmt)]) - 1 for path in MODULES for f in _functions(path)
    )
    assert lengths[len(lengths) // 2] <= 7
    assert lengths[int(len(lengths) * 0.9)] <= 25
