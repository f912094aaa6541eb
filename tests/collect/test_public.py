"""Only numbers that anybody on the web may reach are reached, however they are written."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.collect.public import not_public

REFUSED = {
    "127.0.0.1": "loopback",
    "127.255.255.254": "loopback",
    "0.0.0.0": "unspecified",  # noqa: S104 - an address under test
    "0.1.2.3": "unspecified",
    "10.0.0.1": "private",
    "172.16.0.1": "private",
    "172.31.255.255": "private",
    "192.168.1.1": "private",
    "100.64.0.1": "CGNAT",
    "100.127.255.255": "CGNAT",
    "100.100.100.200": "cloud metadata",
    "169.254.169.254": "cloud metadata",
    "169.254.0.7": "link-local",
    "168.63.129.16": "cloud metadata",
    "192.0.0.192": "cloud metadata",
    "192.0.0.9": "reserved",
    "192.0.2.1": "documentation",
    "198.51.100.7": "documentation",
    "203.0.113.7": "documentation",
    "198.18.0.1": "benchmarking",
    "192.88.99.1": "6to4",
    "224.0.0.1": "multicast",
    "239.255.255.250": "multicast",
    "240.0.0.1": "reserved",
    "255.255.255.255": "reserved",
    "::": "unspecified",
    "::1": "loopback",
    "::7f00:1": "reserved",
    "::ffff:127.0.0.1": "loopback",
    "::ffff:10.0.0.1": "private",
    "::ffff:169.254.169.254": "cloud metadata",
    "::ffff:0:127.0.0.1": "reserved",
    "64:ff9b::127.0.0.1": "loopback",
    "64:ff9b::a9fe:a9fe": "cloud metadata",
    "64:ff9b:1::1": "NAT64",
    "2002:7f00:1::": "6to4",
    "2002:5db8:d822::1": "6to4",
    "2001::1": "Teredo",
    "2001:db8::1": "documentation",
    "3fff::1": "documentation",
    "100::1": "reserved",
    "5f00::1": "reserved",
    "fc00::1": "private",
    "fd12:3456::1": "private",
    "fd00:ec2::254": "cloud metadata",
    "fe80::1": "link-local",
    "fe80::1%eth0": "link-local",
    "2606:4700::1111%eth0": "link-local",
    "fec0::1": "private",
    "ff02::1": "multicast",
    "4000::1": "reserved",
    "": "no IP address",
    "localhost": "no IP address",
    "127.1": "no IP address",
}


@pytest.mark.parametrize("number", REFUSED)
def test_a_number_that_is_not_public_is_refused_with_its_kind(number: str) -> None:
    assert REFUSED[number] in (not_public(number) or "public")


@pytest.mark.parametrize(
    "number",
    ["93.184.216.34", "1.1.1.1", "172.32.0.1", "2606:4700::1111", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"],
)
def test_a_public_number_is_let_through(number: str) -> None:
    assert not_public(number) is None


@given(st.ip_addresses())
def test_what_python_knows_as_not_global_is_never_let_through(
    number: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    told = str(number)
    if told.startswith(("::ffff:", "64:ff9b::")):
        return  # IPv4 inside: the next test
    if not number.is_global or number.is_multicast or number.is_reserved or number.is_loopback:
        assert not_public(told) is not None


@given(st.ip_addresses(v=4))
def test_ipv4_inside_ipv6_is_judged_as_the_same_number(number: ipaddress.IPv4Address) -> None:
    assert not_public(f"::ffff:{number}") == not_public(f"64:ff9b::{number}") == not_public(str(number))
