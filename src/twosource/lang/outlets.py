"""The home towns of local outlets by host, read from ``outlets.toml``; knows nothing of reports."""

from functools import cache

from twosource.lang.reading import lexicon


def home_of(host: str | None) -> tuple[str, str] | None:
    """Return town and state (or country) of the outlet whose site ``host`` is, None where it has none or is unknown."""
    labels = (host or "").lower().split(".")
    homes = _homes()
    return next((homes[d] for i in range(len(labels) - 1) if (d := ".".join(labels[i:])) in homes), None)


@cache
def _homes() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for place, hosts in lexicon("outlets")["homes"].items():
        town, _, holder = place.partition(", ")
        found.update(dict.fromkeys(hosts, (town, holder)))
    return found
