"""The JSON-LD nodes of an article come in; the agencies they name as its source go out. Knows no page and no text."""

from collections.abc import Iterator, Sequence

from twosource.clean.credit import named_credits
from twosource.clean.linked import Node, names_of, text_of
from twosource.lang.agencies import agency_named
from twosource.model import Credit

_BODIES = ("sourceOrganization", "copyrightHolder", "provider")
_BASES = ("isBasedOn", "isBasedOnUrl")


def linked_credits(nodes: Sequence[Node]) -> tuple[Credit, ...]:
    """Return the agencies named as source, provider or holder of rights, in a credit line, or behind its base."""
    works = [base for node in nodes for base in _based(node) if not isinstance(base, str)]
    found = [credit for kind in _BODIES for credit in _bodies(nodes, kind)]
    found += [credit for kind in (*_BODIES, "author", "publisher") for credit in _bodies(works, kind)]
    lines = (line for node in nodes if (line := text_of(node, "creditText")))
    return (*found, *(credit for line in lines for credit in named_credits(line, "metadata")))


def publisher_credits(nodes: Sequence[Node]) -> tuple[Credit, ...]:
    """Return the agency that publishes the page itself: its origin where the page names no other."""
    return tuple(_bodies(nodes, "publisher"))


def based_on(nodes: Sequence[Node]) -> tuple[str, ...]:
    """Return the addresses of the works that an article says it is based on, told as text, as a node or in a list."""
    works = [base for node in nodes for base in _based(node)]
    told = (base if isinstance(base, str) else text_of(base, "url") or text_of(base, "@id") for base in works)
    return tuple(address.strip() for address in told if address)


def _bodies(nodes: Sequence[Node], kind: str) -> Iterator[Credit]:
    """Yield the bodies that are agencies by their whole name: "PA Times" is not the Press Association."""
    for name in (name for node in nodes for name in names_of(node, kind)):
        agency = agency_named(name)
        if agency:
            yield Credit(name=agency.name, agency=agency.id, where="metadata", quote=name)


def _based(node: Node) -> Iterator[str | Node]:
    for name in _BASES:
        value = node.get(name)
        yield from (one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str | dict))
