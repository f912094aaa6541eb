"""What the pages say can be done can be done: links lead somewhere, code runs, commands are understood."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from docs.build import REFERENCE, ROOT, prose
from docs.making.options import commands

PAGES = [*prose(), *sorted(REFERENCE.glob("*.md"))]
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"!?\[[^\]]*\]\((?P<goal>[^)\s]+)\)|(?:src|srcset|href)=\"(?P<attribute>[^\"]+)\"")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
UNSAID = re.compile(r"\b(?:TODO|TBD|lorem|chatbot|assistant)\b|/work\b|\.\./shared", re.IGNORECASE)


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _blocks(path: Path, kind: str) -> list[str]:
    return [match["text"] for match in BLOCK.finditer(path.read_text(encoding="utf-8")) if match["kind"] == kind]


def _anchors(path: Path) -> set[str]:
    text = BLOCK.sub("", path.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text)}


def _lines(path: Path) -> Iterator[str]:
    """Yield the command lines of a page: in console blocks those behind ``$``, with their continuations."""
    for block in _blocks(path, "console"):
        for line in block.replace("\\\n", " ").splitlines():
            if line.startswith("$ "):
                yield line.removeprefix("$ ").split(" #")[0]


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_a_relative_link_leads_to_a_file_and_heading_that_exist(path: Path) -> None:
    text = BLOCK.sub("", path.read_text(encoding="utf-8"))
    for match in LINK.finditer(text):
        goal = match["goal"] or match["attribute"]
        if re.match(r"[a-z]+:", goal):
            continue
        file, _, heading = goal.partition("#")
        there = (path.parent / file).resolve() if file else path
        assert there.exists(), goal
        assert not heading or heading in _anchors(there), goal


@pytest.mark.parametrize("path", [page for page in PAGES if _blocks(page, "python")], ids=_name)
def test_python_shown_on_a_page_runs_on_the_examples(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "page"}
    for number, block in enumerate(_blocks(path, "python"), 1):
        exec(compile(block, f"{_name(path)}, block {number}", "exec"), names)  # noqa: S102 - our own pages


@pytest.mark.parametrize("path", [page for page in PAGES if _blocks(page, "console")], ids=_name)
def test_commands_shown_on_a_page_are_understood(path: Path) -> None:
    for line in _lines(path):
        # A pipe's last part is the command that is ours; what stands before it is the shell's.
        words = shlex.split(line.rsplit("|", 1)[-1])
        if words[0].endswith("twosource") and words[1] != "--version":
            commands()[words[1]].make_context(words[1], words[2:])
        elif words[0] == "make":
            targets = [word for word in words[1:] if "=" not in word]
            assert set(targets) <= set(TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8"))), line


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_a_page_says_nothing_of_how_it_was_made(path: Path) -> None:
    assert UNSAID.findall(path.read_text(encoding="utf-8")) == []
