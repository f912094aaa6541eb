"""Speakers of many reports in, who is whom out; a shorter name never makes a second voice beside its fuller form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twosource.model import Claim, Speaker
from twosource.values.name import folded, is_short_form


@dataclass(frozen=True, slots=True)
class Speakers:
    """Names compared: each folded name with the fullest form it stands for."""

    fullest: Mapping[str, str]

    def key(self, speaker: Speaker) -> str:
        """Return what two claims by one speaker have in common."""
        return self.key_of_name(speaker.name or speaker.text)

    def key_of_name(self, name: str) -> str:
        """Return the same for a plain name, such as an outlet's."""
        return self.fullest.get(plain(name), plain(name))


def speakers(claims: Iterable[Claim]) -> Speakers:
    """Return the speakers of an event's claims.

    "Police" is the police of the place, "Ruiz" is Alma Ruiz, "the department" the Department of Prisons. A short name
    that fits several fuller ones is taken for the first of them in the alphabet: it may be either, so it adds no voice,
    and it makes no two of them one.
    """
    names = sorted({plain(c.speaker.name or c.speaker.text) for c in claims if c.speaker is not None})
    fullest = {}
    for name in names:
        longer = [other for other in names if other != name and _is_shorter(name, other)]
        most = max((len(other.split()) for other in longer), default=0)
        fullest[name] = next((other for other in longer if len(other.split()) == most), name)
    return Speakers(fullest)


def _is_shorter(name: str, other: str) -> bool:
    """Tell whether all words of a name stand in the other: "department" in "department of prisons"."""
    return is_short_form(name, other) or set(name.split()) < set(other.split())


def plain(name: str) -> str:
    """Return a name as it is compared: folded, without its article."""
    return folded(name).removeprefix("the ")
