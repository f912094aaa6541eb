"""The commands and options of the command line, as the program itself tells them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from typer.main import get_command

from docs.making.markdown import code, page, table
from twosource.cli.main import _with_commands

KINDS: dict[object, str] = {bool: "", int: "number", str: "text", Path: "folder", list[str]: "text"}


def commands() -> dict[str, Any]:
    """Return each command of ``twosource`` by name, as typer made it."""
    group: Any = get_command(_with_commands())
    return dict(group.commands)


def options_page() -> str:
    """Return the page of the command line."""
    top: Any = get_command(_with_commands())
    lines = "`twosource --version` prints the version; `--help` stands with every command."
    return page("Command line", top.help, lines, *(part for name in commands() for part in _command(name)))


def _command(name: str) -> Iterator[str]:
    command = commands()[name]
    yield f"## twosource {name}"
    yield command.help
    if command.params:
        yield table(("argument or option", "takes", "without it", "meaning"), map(_parameter, command.params))


def _parameter(parameter: Any) -> tuple[str, str, str, str]:
    is_option = parameter.opts[0].startswith("-")
    names = ", ".join(map(code, parameter.opts)) if is_option else code(parameter.metavar)
    kind = parameter.metavar if is_option and parameter.metavar else _kind(parameter)
    return names, kind, _without(parameter), parameter.help


def _kind(parameter: Any) -> str:
    told = parameter.type_descriptor.annotation
    return ", ".join(map(code, get_args(told))) if get_origin(told) is Literal else KINDS[told]


def _without(parameter: Any) -> str:
    if parameter.required:
        return "required"
    has_none = parameter.default is None or parameter.default is False or parameter.default == ""
    return "" if has_none else code(str(parameter.default))
