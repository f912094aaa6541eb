"""Fetching reaches public hosts alone, whatever names, numbers and redirects say, and ends in time and in size."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from tests.collect.conftest import PUBLIC, SmallWeb, answer

from twosource.collect import Held, Web
from twosource.collect.address import address_of
from twosource.collect.public import not_public
from twosource.collect.wire import Patience, Timer, dialled
from twosource.config import Limits
from twosource.errors import UnreadableError

PAGE = b"<html><p>Two people were killed in Bern.</p></html>"
HERE = "https://news.example/a"
Build = Callable[..., SmallWeb]


def refused(web: SmallWeb, told: str = HERE, limits: Limits | None = None) -> tuple[str, str]:
    with pytest.raises(UnreadableError) as caught:
        web.visitor(limits)(address_of(told))
    return caught.value.reason, caught.value.detail


def moved(to: str, status: str = "302 Found") -> bytes:
    return answer(status=status, location=to)


def test_a_page_comes_with_its_address_time_media_and_marks(small_web: Build) -> None:
    web = small_web({HERE: answer(PAGE, etag='"v1"', last_modified="Tue, 06 May 2031 10:00:00 GMT")})
    found = web.visitor()(address_of(HERE))
    assert found is not None
    assert (found.address, found.content, found.retrieved) == (HERE, PAGE, "2031-05-07T10:00:00+00:00")
    assert (found.media, found.charset, found.etag) == ("text/html", "utf-8", '"v1"')
    assert web.dialled == [PUBLIC, PUBLIC]
    question = web.sent[-1]
    assert question.startswith(b"GET /a HTTP/1.1\r\nHost: news.example\r\nUser-Agent: Twosource")
    assert b"Cookie" not in question
    assert b"Authorization" not in question


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.1.1", "0.0.0.0", "::1", "fd00::1", "::ffff:127.0.0.1"],  # noqa: S104
)
def test_a_name_that_leads_inside_is_refused_before_anything_is_dialled(small_web: Build, number: str) -> None:
    web = small_web({HERE: answer(PAGE)})
    web.numbers["news.example"] = (number,)
    reason, detail = refused(web)
    assert reason == "not public"
    assert number in detail
    assert web.dialled == []


def test_one_inside_number_among_public_ones_condemns_the_name(small_web: Build) -> None:
    web = small_web({HERE: answer(PAGE)})
    web.numbers["news.example"] = (PUBLIC, "10.0.0.1")
    assert refused(web)[0] == "not public"
    assert web.dialled == []


@pytest.mark.parametrize("told", ["http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest/meta-data/"])
def test_a_number_told_in_the_address_is_checked_alike(told: str) -> None:
    assert (
        refused(
            SmallWeb(numbers={"127.0.0.1": ("127.0.0.1",), "::1": ("::1",), "169.254.169.254": ("169.254.169.254",)}),
            told,
        )[0]
        == "not public"
    )


def test_a_name_that_changes_its_number_after_the_check_cannot_move_the_connection(small_web: Build) -> None:
    web = small_web({HERE: answer(PAGE)})
    turns = iter([(PUBLIC,), (PUBLIC,), ("127.0.0.1",), ("127.0.0.1",)])
    visitor = web.visitor()
    visitor.resolve = lambda _host, _port: next(turns)
    assert visitor(address_of(HERE)) is not None
    assert web.dialled == [PUBLIC, PUBLIC], "each question asks once and goes where the answer that was checked leads"
    with pytest.raises(UnreadableError, match="not public"):
        visitor(address_of(HERE))


@pytest.mark.parametrize(
    "to",
    ["http://inside.example/", "http://127.0.0.1/", "//inside.example/x", "http://[::ffff:127.0.0.1]/"],
)
def test_a_redirect_that_leads_inside_is_refused(small_web: Build, to: str) -> None:
    web = small_web({HERE: moved(to)})
    web.numbers |= {"inside.example": ("10.0.0.5",), "127.0.0.1": ("127.0.0.1",), "::ffff:7f00:1": ("127.0.0.1",)}
    assert refused(web)[0] == "not public"
    assert set(web.dialled) == {PUBLIC}


@pytest.mark.parametrize(
    "to",
    [
        "file:///etc/passwd",
        "ftp://news.example/",
        "https://u:p@news.example/",
        "http://news.example:22/",
        "",
        "https://",
    ],
)
def test_a_redirect_to_what_may_not_be_asked_for_is_refused(small_web: Build, to: str) -> None:
    web = small_web({HERE: moved(to)})
    assert refused(web)[0] in {"refused address", "too many redirects"}
    assert all(asked.startswith("https://news.example/") for asked in web.asked)


def test_rules_for_robots_that_move_to_another_port_are_not_asked_there(small_web: Build) -> None:
    web = small_web({HERE: answer(PAGE), "https://news.example/robots.txt": moved("http://news.example:22/robots.txt")})
    assert refused(web)[0] == "refused address"
    assert web.asked == ["https://news.example/robots.txt"]


def test_redirects_are_followed_to_the_page_and_the_last_address_is_told(small_web: Build) -> None:
    web = small_web(
        {
            HERE: moved("/b", "301 Moved"),
            "https://news.example/b": moved("https://two.example/c"),
            "https://two.example/c": answer(PAGE),
        }
    )
    found = web.visitor()(address_of(HERE))
    assert found is not None
    assert found.address == "https://two.example/c"


def test_redirects_without_end_are_refused_after_five(small_web: Build) -> None:
    web = small_web({HERE: moved(HERE)})
    assert refused(web)[0] == "too many redirects"
    assert web.asked.count(HERE) == 6


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (answer(status="404 Not Found"), "not found"),
        (answer(status="410 Gone"), "not found"),
        (answer(status="403 Forbidden"), "refused by the site"),
        (answer(status="429 Too Many"), "refused by the site"),
        (answer(status="500 Oh"), "no answer"),
        (answer(status="304 Not Modified"), "no answer"),
        (b"", "no answer"),
        (b"SSH-2.0-OpenSSH\r\n", "no answer"),
        (b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 500 + b"\r\n", "no answer"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000 + b"\r\n\r\n", "no answer"),
        (answer(PAGE, content_length="500"), "no answer"),
        (answer(PAGE, content_length="99999999999"), "too large"),
        (answer(b"5\r\nab", transfer_encoding="chunked"), "no answer"),
        (answer(b"\xff\xd8", content_type="image/jpeg"), "not a report"),
        (answer(b"%PDF", content_type="application/pdf"), "not a report"),
        (answer(gzip.compress(PAGE)[:-12], content_encoding="gzip"), "broken archive"),
        (answer(b"plain", content_encoding="gzip"), "broken archive"),
        (answer(b"plain", content_encoding="deflate"), "broken archive"),
        (answer(PAGE, content_encoding="br"), "unreadable encoding"),
        (answer(gzip.compress(b"0" * 30_000_000), content_encoding="gzip"), "expands too far"),
        (answer(gzip.compress(gzip.compress(b"0" * 30_000_000)), content_encoding="gzip, gzip"), "expands too far"),
        (answer(zlib.compress(b"0" * 30_000_000), content_encoding="deflate"), "too large"),
    ],
)
def test_what_cannot_be_fetched_has_its_reason(small_web: Build, reply: bytes, reason: str) -> None:
    assert refused(small_web({HERE: reply}))[0] == reason


def test_a_body_without_a_told_length_is_cut_off_at_the_limit(small_web: Build) -> None:
    reply = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b"a" * 5_000
    assert refused(small_web({HERE: reply}), limits=Limits(report_bytes=1_000))[0] == "too large"


def test_packed_and_chunked_answers_are_undone(small_web: Build) -> None:
    chunks = b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    replies = [
        answer(gzip.compress(PAGE), content_encoding="gzip"),
        answer(zlib.compress(PAGE), content_encoding="deflate"),
        answer(zlib.compress(PAGE)[2:-4], content_encoding="deflate"),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n" + chunks,
    ]
    for reply in replies:
        found = small_web({HERE: reply}).visitor()(address_of(HERE))
        assert found is not None
        assert found.content == PAGE


def test_a_host_without_a_number_or_a_listener_gives_no_answer(small_web: Build) -> None:
    assert refused(SmallWeb())[0] == "no answer"
    assert refused(SmallWeb(numbers={"news.example": ()}))[0] == "no answer"
    web = small_web({HERE: answer(PAGE)})
    del web.answers[HERE]
    assert refused(web)[0] == "no answer"


def test_a_host_of_an_unknown_name_is_told_without_numbers_of_errors(small_web: Build) -> None:
    visitor = small_web({HERE: answer(PAGE)}).visitor()

    def unknown(_host: str, _port: int) -> tuple[str, ...]:
        raise socket.gaierror(-2, "Name or service not known")

    visitor.resolve = unknown
    with pytest.raises(UnreadableError) as caught:
        visitor(address_of(HERE))
    assert str(caught.value) == "no answer: no machine is known by the name news.example"


def test_another_number_of_the_host_is_tried_where_one_does_not_answer(small_web: Build) -> None:
    web = small_web({HERE: answer(PAGE)})
    web.numbers["news.example"] = ("93.184.216.35", PUBLIC)
    visitor = web.visitor()
    dial = visitor.dial

    def half_dead(address: object, number: str, patience: object) -> object:
        if number != PUBLIC:
            raise TimeoutError
        return dial(address, number, patience)  # type: ignore[arg-type]

    visitor.dial = half_dead  # type: ignore[assignment]
    assert visitor(address_of(HERE)) is not None


def test_what_robots_txt_closes_is_left_alone(small_web: Build) -> None:
    rules = answer(
        b"User-agent: *\nDisallow: /private\n\nUser-agent: Twosource\nDisallow: /a\n", content_type="text/plain"
    )
    web = small_web(
        {HERE: answer(PAGE), "https://news.example/b": answer(PAGE), "https://news.example/robots.txt": rules}
    )
    assert refused(web)[0] == "robots"
    assert HERE not in web.asked
    assert web.visitor()(address_of("https://news.example/b")) is not None


def test_a_host_is_asked_for_its_rules_once_and_for_pages_with_a_pause_between(small_web: Build) -> None:
    web = small_web({HERE: answer(PAGE), "https://news.example/b": answer(PAGE), "https://two.example/": answer(PAGE)})
    visitor = web.visitor()
    for told in (HERE, "https://two.example/", "https://news.example/b"):
        visitor(address_of(told))
    assert web.asked.count("https://news.example/robots.txt") == 1
    assert web.waited == [1.0]


def test_a_longer_pause_that_a_host_asks_for_is_kept_up_to_a_limit(small_web: Build) -> None:
    rules = answer(b"User-agent: *\nCrawl-delay: 900\n", content_type="text/plain")
    web = small_web({HERE: answer(PAGE), "https://news.example/robots.txt": rules})
    visitor = web.visitor()
    visitor(address_of(HERE))
    visitor(address_of(HERE))
    assert web.waited == [10.0]


def test_a_page_that_has_not_changed_is_not_sent_again(small_web: Build) -> None:
    web = small_web({HERE: answer(status="304 Not Modified")})
    held = Held(id="r-1", etag='"v1"', last_modified="Tue, 06 May 2031 10:00:00 GMT\r\nX: y")
    assert web.visitor()(address_of(HERE), held) is None
    assert b'If-None-Match: "v1"' in web.sent[-1]
    assert b"X: y" not in web.sent[-1]


def test_the_whole_of_an_address_ends_in_time_however_many_redirects(small_web: Build) -> None:
    web = small_web({HERE: moved("https://two.example/"), "https://two.example/": answer(PAGE)})
    visitor = web.visitor(Limits(fetch_seconds=5))
    dial = visitor.dial

    @contextmanager
    def slow(address: object, number: str, patience: object) -> Iterator[object]:
        web.time += 3
        with dial(address, number, patience) as wire:  # type: ignore[arg-type]
            yield wire

    visitor.dial = slow  # type: ignore[assignment]
    with pytest.raises(UnreadableError, match="timeout"):
        visitor(address_of(HERE))


def test_proxies_of_the_environment_are_not_used(small_web: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    web = small_web({HERE: answer(PAGE)})
    assert web.visitor()(address_of(HERE)) is not None
    assert set(web.looked_up) == {"news.example"}


# A real server on loopback: only these tests may open sockets, and reach it by an allowance that no program gives.


@contextmanager
def served(reply: Callable[[socket.socket], None]) -> Iterator[int]:
    """Serve each connection with one function, on a port of loopback."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        is_over = threading.Event()

        def serve() -> None:
            while not is_over.is_set():
                with suppress(TimeoutError):
                    connection, _ = server.accept()
                    with connection, suppress(OSError):
                        reply(connection)

        thread = threading.Thread(target=serve)
        thread.start()
        yield server.getsockname()[1]
        is_over.set()
        thread.join()


def local_visitor(port: int, limits: Limits) -> Web:
    return Web(
        now=lambda: "2031-05-07T10:00:00+00:00",
        limits=limits,
        refusal=lambda number: None if number == "127.0.0.1" else not_public(number),
        ports=frozenset({80, 443, port}),
    )


@pytest.mark.enable_socket
def test_a_real_server_is_read_over_a_real_connection() -> None:
    def reply(connection: socket.socket) -> None:
        asked = connection.recv(4096)
        connection.sendall(answer(status="404 Not Found") if b"GET /robots.txt" in asked else answer(PAGE))

    with served(reply) as port:
        address = address_of(f"http://127.0.0.1:{port}/a", frozenset({port}))
        found = local_visitor(port, Limits(pause_seconds=0))(address)
    assert found is not None
    assert (found.content, found.address) == (PAGE, f"http://127.0.0.1:{port}/a")


@pytest.mark.enable_socket
def test_the_connection_goes_to_the_number_that_was_checked_and_the_name_is_not_asked_for_again() -> None:
    with served(lambda connection: connection.sendall(b"here")) as port:
        address = address_of(f"http://nobody.invalid:{port}/", frozenset({port}))
        patience = Patience(timer=Timer(time.monotonic, time.monotonic() + 5), connect=5, read=5)
        with dialled(address, "127.0.0.1", patience) as wire:
            assert wire.makefile("rb").read() == b"here"


@pytest.mark.enable_socket
def test_without_the_allowance_the_same_server_is_refused() -> None:
    with served(lambda connection: connection.sendall(answer(PAGE))) as port:
        address = address_of(f"http://localhost:{port}/a", frozenset({port}))
        with pytest.raises(UnreadableError, match="not public"):
            Web(now=str, ports=frozenset({port}))(address)


@pytest.mark.enable_socket
@pytest.mark.parametrize("opening", [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: "])
def test_a_server_that_drips_cannot_hold_the_reader(opening: bytes) -> None:
    def reply(connection: socket.socket) -> None:
        connection.recv(4096)
        connection.sendall(opening)
        for _ in range(100):
            connection.sendall(b"a")
            time.sleep(0.05)

    with served(reply) as port:
        address = address_of(f"http://127.0.0.1:{port}/a", frozenset({port}))
        began = time.monotonic()
        with pytest.raises(UnreadableError, match="timeout"):
            local_visitor(port, Limits(fetch_seconds=0.5, read_seconds=0.4))(address)
        assert time.monotonic() - began < 2


@pytest.mark.enable_socket
def test_a_server_without_a_valid_certificate_is_refused() -> None:
    with served(lambda connection: connection.sendall(b"no TLS at all")) as port:
        address = address_of(f"https://127.0.0.1:{port}/a", frozenset({port}))
        with pytest.raises(UnreadableError, match="no answer"):
            local_visitor(port, Limits())(address)
