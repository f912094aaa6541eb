"""An address is http or https, without credentials, on a usual port, and spelled in one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.collect.address import address_of, beside, shown_address
from twosource.errors import UnreadableError

SPELLED = {
    "https://News.Example/a": "https://news.example/a",
    "HTTP://news.example": "http://news.example/",
    "https://news.example:443/a#part": "https://news.example/a",
    "http://news.example:443/a": "http://news.example:443/a",
    "https://news.example./a?x=1&y=%20": "https://news.example/a?x=1&y=%20",
    "https://zeitung-zürich.example/tote-in-zürich": "https://xn--zeitung-zrich-4ob.example/tote-in-z%C3%BCrich",
    "https://[2606:4700:0::1111]/a": "https://[2606:4700::1111]/a",
    "https://93.184.216.34/": "https://93.184.216.34/",
    "  https://news.example/a  ": "https://news.example/a",
}
REFUSED = [
    "",
    "news.example/a",
    "//news.example/a",
    "ftp://news.example/a",
    "file:///etc/passwd",
    "gopher://news.example/",
    "data:text/html,x",
    "javascript:alert(1)",
    "https://",
    "https:///a",
    "https://user@news.example/",
    "https://user:secret@news.example/",
    "https://@news.example/",
    "https://news.example@127.0.0.1/",
    "https://news.example:8080/",
    "https://news.example:22/",
    "https://news.example:0/",
    "https://news.example:x/",
    "https://news.example:99999/",
    "https://news.example/a b",
    "https://news.example/a\r\nHost: inside",
    "https://news.example\\@127.0.0.1/",
    "https://news.example/\x00",
    "https://[::1",
    "https://[fe80::1%25eth0]/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.1/",
    "https://127.1/",
    "https://0177.0.0.1/",
    "https://127.0.0.1.2/",
    "https://news.example%00.inside/",
    "https://news..example/",
    "https://-news.example/",
    f"https://news.example/{'a' * 5000}",
    "https://" + "ü" * 300 + ".example/",
]


@pytest.mark.parametrize("told", SPELLED)
def test_an_address_has_one_spelling(told: str) -> None:
    address = address_of(told)
    assert address.text == SPELLED[told]
    assert address_of(address.text) == address


@pytest.mark.parametrize("told", REFUSED)
def test_what_may_not_be_asked_for_is_refused_before_any_name_is_looked_up(told: str) -> None:
    with pytest.raises(UnreadableError, match="refused address"):
        address_of(told)


def test_what_is_shown_of_an_address_holds_no_password() -> None:
    assert shown_address("https://user:secret@news.example/a@b") == "https://news.example/a@b"


@given(st.text())
def test_any_text_is_an_address_or_refused(told: str) -> None:
    for text in (told, f"https://{told}", f"https://news.example/{told}", beside("https://news.example/", told)):
        try:
            address = address_of(text)
        except UnreadableError:
            continue
        else:
            assert address.text.isascii()
            assert address.port in {80, 443}
            assert not set(address.text) & set(" \r\n\t\\@") - {"@"}
