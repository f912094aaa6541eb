"""The JSON-LD scripts of a page come in; their nodes go out as plain mappings. A broken script gives none."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml.html import HtmlElement

_MOST = 2_000
_ARTICLE_ENDS = ("Article", "Posting", "Report")

Node = Mapping[str, Any]


def article_nodes(tree: HtmlElement) -> tuple[Node, ...]:
    """Return the nodes of JSON-LD that describe an article, in page order; else those of a web page."""
    nodes = list(_nodes(tree))
    articles = tuple(node for node in nodes if any(kind.endswith(_ARTICLE_ENDS) for kind in _kinds(node)))
    return articles or tuple(node for node in nodes if "WebPage" in _kinds(node))


def text_of(node: Node, name: str) -> str | None:
    """Return a property that is text."""
    value = node.get(name)
    return value.strip() or None if isinstance(value, str) else None


def names_of(node: Node, name: str) -> tuple[str, ...]:
    """Return the names of the people or bodies of a property: text, a node with a name, or a list of these."""
    value = node.get(name)
    found = (_name(one) for one in (value if isinstance(value, list) else [value]))
    return tuple(one for one in found if one)


def _name(value: object) -> str | None:
    told = value.get("name") if isinstance(value, dict) else value
    if isinstance(told, list) and told:
        told = told[0]
    return told.strip() or None if isinstance(told, str) else None


def _nodes(tree: HtmlElement) -> Iterator[Node]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield from _walk(_parsed(script.text))


def _parsed(text: str) -> object:
    try:
        return json.loads(text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _walk(parsed: object) -> Iterator[Node]:
    """Yield the mappings in lists, graphs and main entities, outer ones first."""
    waiting: list[object] = [parsed]
    for _ in range(_MOST):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting = [*node, *waiting]
        elif isinstance(node, dict):
            yield node
            waiting = [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node] + waiting


def _kinds(node: Node) -> Sequence[str]:
    told = node.get("@type")
    return [kind for kind in (told if isinstance(told, list) else [told]) if isinstance(kind, str)]
