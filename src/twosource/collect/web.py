"""Fetches addresses of public hosts politely: an address and the clock come in, what stood there goes out.

Every host is looked up once for each question and all its numbers are checked; the connection goes to a number that was
checked. Redirects are followed by hand, each as a new address. Proxies and credentials of the environment are not used.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.robotparser import RobotFileParser

from twosource.collect.address import PORTS, Address, address_of, beside
from twosource.collect.exchange import AGENT, Answer, ask, plain_header, told_plainly
from twosource.collect.fetch import Fetched, Held
from twosource.collect.public import not_public
from twosource.collect.wire import Dial, Patience, Resolve, Timer, dialled, resolved
from twosource.config import Limits
from twosource.errors import UnreadableError

_GOOD, _UNCHANGED = 200, 304
_ELSEWHERE = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_CLOSED = frozenset({401, 402, 403, 407, 429, 451})
_RULES_READ = 512_000  # bytes of a robots.txt that are read; RFC 9309 asks for 500 KiB at least
_TRIES = 3  # numbers of one host that are tried; large sites give four and more, and the first nearly always answers


@dataclass(slots=True, kw_only=True)
class Web:
    """One visitor: it asks one question at a time and waits between two to the same host.

    ``now`` gives the time of retrieval. The others are the world outside, replaced in tests: ``refusal`` says why a
    number may not be reached, ``ports`` which ports may be asked.
    """

    now: Callable[[], str]
    limits: Limits = field(default_factory=Limits)
    resolve: Resolve = resolved
    dial: Dial = dialled
    refusal: Callable[[str], str | None] = not_public
    ports: frozenset[int] = PORTS
    clock: Callable[[], float] = time.monotonic
    pause: Callable[[float], None] = time.sleep
    _asked: dict[str, float] = field(default_factory=dict)
    _rules: dict[str, RobotFileParser] = field(default_factory=dict)

    def __call__(self, address: Address, held: Held | None = None) -> Fetched | None:
        """Return what stands at an address; None where it is what is ``held`` already.

        Raises:
            UnreadableError: it may not or cannot be fetched, with the reason.
        """
        answered, answer = self._followed(address, _marks(held), self._check_robots)
        if answer.status == _UNCHANGED:
            return None
        return Fetched(
            address=answered.text,
            content=answer.content,
            retrieved=self.now(),
            media=answer.media,
            charset=answer.charset,
            etag=plain_header(answer.headers.get("etag")),
            last_modified=plain_header(answer.headers.get("last-modified")),
        )

    def _followed(
        self, address: Address, marks: Mapping[str, str], check: Callable[[Address], None]
    ) -> tuple[Address, Answer]:
        """Follow redirects; each is parsed, looked up and checked as if it had been asked for."""
        timer = Timer(self.clock, self.clock() + self.limits.fetch_seconds)
        for _ in range(self.limits.redirects + 1):
            check(address)
            answer = self._answer(address, marks, timer)
            if answer.status not in _ELSEWHERE:
                _check_status(answer.status, marks)
                return address, answer
            address = address_of(beside(address, answer.headers.get("location", "")), self.ports)
        raise UnreadableError("too many redirects", f"more than {self.limits.redirects}, the last to {address.text}")

    def _answer(self, address: Address, marks: Mapping[str, str], timer: Timer) -> Answer:
        numbers = self._numbers(address)
        patience = Patience(timer=timer, connect=self.limits.connect_seconds, read=self.limits.read_seconds)
        for number in numbers[: min(_TRIES, len(numbers)) - 1]:
            try:
                return self._asked_at(address, number, marks, patience)
            except OSError:
                continue  # nobody listens at this number; another one of the same host may answer
        with told_plainly(address):
            return self._asked_at(address, numbers[min(_TRIES, len(numbers)) - 1], marks, patience)

    def _asked_at(self, address: Address, number: str, marks: Mapping[str, str], patience: Patience) -> Answer:
        with self.dial(address, number, patience) as wire:
            return ask(wire, address, marks, self.limits)

    def _numbers(self, address: Address) -> tuple[str, ...]:
        """Look the host up; one number that is not public condemns all, or a mixed answer would slip one through."""
        with told_plainly(address):
            numbers = self.resolve(address.host, address.port)
        if not numbers:
            raise UnreadableError("no answer", f"{address.host} has no number")
        for number in numbers:
            if why := self.refusal(number):
                raise UnreadableError("not public", f"{address.host} leads to {number}: {why}")
        return numbers

    def _check_robots(self, address: Address) -> None:
        """Keep to the site's robots.txt (RFC 9309), and to the pause between two questions."""
        if address.origin not in self._rules:
            self._rules[address.origin] = self._robots(address)
        rules = self._rules[address.origin]
        if not rules.can_fetch(AGENT, address.text):
            raise UnreadableError("robots", f"{address.origin}/robots.txt asks programs to leave this page alone")
        told = float(rules.crawl_delay(AGENT) or 0)
        wanted = max(self.limits.pause_seconds, min(told, self.limits.longest_pause_seconds))
        since = self.clock() - self._asked.get(address.host, float("-inf"))
        if since < wanted:
            self.pause(wanted - since)
        self._asked[address.host] = self.clock()

    def _robots(self, address: Address) -> RobotFileParser:
        """Where there is none, everything may be read; where it cannot be asked for, neither can the page."""
        rules = RobotFileParser()
        try:
            place = address_of(f"{address.origin}/robots.txt", self.ports)
            _, answer = self._followed(place, {}, lambda _: None)
            rules.parse(answer.content[:_RULES_READ].decode("utf-8", "replace").splitlines())
        except UnreadableError as error:
            if error.reason not in {"not found", "refused by the site", "not a report", "too many redirects"}:
                raise
            rules.parse([])
        return rules


def _marks(held: Held | None) -> dict[str, str]:
    told = {"If-None-Match": held.etag, "If-Modified-Since": held.last_modified} if held is not None else {}
    return {name: value for name, mark in told.items() if (value := plain_header(mark))}


def _check_status(status: int, marks: Mapping[str, str]) -> None:
    if status in _GONE:
        raise UnreadableError("not found", f"the server answered {status}")
    if status in _CLOSED:
        raise UnreadableError("refused by the site", f"the server answered {status}")
    if status != _GOOD and not (status == _UNCHANGED and marks):
        raise UnreadableError("no answer", f"the server answered {status}; try again later")
