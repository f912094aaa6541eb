"""The number of a machine comes in; why no report may be fetched from it goes out. Asks no name server."""

import tomllib
from functools import cache
from importlib.resources import files
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network
NO_NUMBER = "no IP address"


def not_public(number: str) -> str | None:
    """Return what makes an IP address one that is not public (``"loopback"``), None where it is public.

    IPv4 inside IPv6 (mapped, NAT64) is judged as the IPv4 address it is; 6to4 and Teredo, which hide one, are refused.
    """
    try:
        return _why(ip_address(number))
    except ValueError:
        return NO_NUMBER


def _why(address: IPv4Address | IPv6Address) -> str | None:
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            return "link-local"
        if any(address in network for network, _ in _networks("inside")):
            return _why(IPv4Address(int(address) & 0xFFFF_FFFF))
    table = "four" if isinstance(address, IPv4Address) else "six"
    for network, word in _networks(table):
        if address in network:
            return word
    given = isinstance(address, IPv4Address) or any(address in network for network, _ in _networks("given"))
    return None if given and address.is_global else "reserved"


@cache
def _networks(table: str) -> tuple[tuple[Network, str], ...]:
    content = tomllib.loads((files("twosource.collect") / "networks.toml").read_text(encoding="utf-8"))
    return tuple((ip_network(network), word) for network, word in content[table].items())
