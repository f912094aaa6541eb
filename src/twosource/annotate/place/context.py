"""What a caller tells about a text besides the text: spans that may be places, and where the report comes from."""

from dataclasses import dataclass

from twosource.lang.places import countries
from twosource.model.span import Span
from twosource.values.address import site


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span that may name a place.

    ``label`` is the name recogniser's (GPE, LOC, FAC, NORP, ORG, PERSON); ``dep`` the dependency label of the span's
    root and ``head`` the lemma of its head, both "" where no parse is at hand.
    """

    span: Span
    label: str
    dep: str = ""
    head: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceContext:
    """Where the report comes from: each helps to tell places of one name apart, none is needed."""

    title: str | None = None
    dateline: str | None = None
    outlet: str | None = None
    url: str | None = None


def country_of_address(url: str | None) -> str | None:
    """Return the ISO code of the country whose domain a web address stands in; "co.uk" is GB, ".com" None."""
    ending = (site(url) or "").rpartition(".")[2].upper()
    iso = "GB" if ending == "UK" else ending
    return iso if iso in countries() else None
