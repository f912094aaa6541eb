"""The addresses of the HTTP interface, as its own description tells them."""

from collections.abc import Iterator
from typing import Any

from docs.making.markdown import code, page, table
from twosource.web.desk import Desk
from twosource.web.http.app import description, http_app
from twosource.web.http.problem import ADDRESS

STORE = "ledger.db"  # never opened: only the description is asked for


def http_page() -> str:
    """Return the page of the HTTP interface."""
    told = description(http_app(Desk(store=STORE)))
    intro = str(told["info"]["description"])
    address = f"All addresses begin with `{ADDRESS}`; the whole description is served at `{ADDRESS}/openapi.json`."
    return page("HTTP", intro, address, *(part for path in told["paths"] for part in _path(path, told["paths"][path])))


def _path(path: str, operations: dict[str, Any]) -> Iterator[str]:
    for method, operation in operations.items():
        yield f"## {method.upper()} {path}"
        yield operation["description"]
        if parameters := operation.get("parameters"):
            yield table(("parameter", "takes", "without it", "meaning"), map(_parameter, parameters))
        statuses = ", ".join(sorted(operation["responses"]))
        yield f"Answers: {statuses}."


def _parameter(told: dict[str, Any]) -> tuple[str, str, str, str]:
    schema = told["schema"]
    kinds = [one for one in schema.get("anyOf", [schema]) if one.get("type") != "null"]
    default = schema.get("default")
    without = "required" if told["required"] else "" if default in {None, ""} else code(str(default).lower())
    return code(told["name"]), _kind(kinds[0]), without, told.get("description", schema.get("description", ""))


def _kind(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return ", ".join(schema["enum"])
    return {"integer": "number", "boolean": "true, false"}.get(schema.get("type", ""), "text")
