"""The reasons why an input is not read, as the code gives them, each with what it means."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from docs.making.markdown import code, page, table

SOURCE = Path(__file__).parents[2] / "src" / "twosource"
REASONS = SOURCE / "publish" / "reasons.toml"
PLACE = {"UnreadableError": 0, "refusal": 1}  # which argument of the call is the reason


def rejects_page() -> str:
    """Return the page of the reasons.

    Raises:
        ValueError: a reason without a meaning, or a meaning without a reason.
    """
    meanings = tomllib.loads(REASONS.read_text(encoding="utf-8"))
    here = reasons()
    if here != set(meanings):
        raise ValueError(f"publish/reasons.toml: differs from the code in {sorted(here ^ set(meanings))}")
    intro = (
        "What is not read is a row of `rejects.jsonl`, and is counted in the summary and on the page. A run goes on"
        " behind a reject; it ends with status 1 only where nothing at all could be read."
    )
    return page("Rejects", intro, table(("reason", "what it means"), ((code(r), meanings[r]) for r in sorted(here))))


def reasons() -> set[str]:
    """Return every reason that the code can give."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py")))
    return {reason for tree in trees for node in ast.walk(tree) for reason in _reasons_at(node)}


def _reasons_at(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        called = node.func.id
        arguments = node.args[PLACE[called] : PLACE[called] + 1] if called in PLACE else []
        if called == "Refusal":
            arguments = [word.value for word in node.keywords if word.arg == "reason"]
        yield from (str(each.value) for each in arguments if isinstance(each, ast.Constant))
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "_REFUSED":
        keys = node.value.keys if isinstance(node.value, ast.Dict) else []
        yield from (str(key.value) for key in keys if isinstance(key, ast.Constant))
