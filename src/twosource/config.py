"""Limits and settings of a run, as plain values; nothing here is read from the environment."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one input may cost before it is rejected.

    Sizes are in bytes, depth in nested elements, ratio is expanded over packed size. News pages of the
    ``extraction`` and ``pubdate`` sets stay under 5 MB and 200 levels; the limits leave room above that.
    For addresses: seconds to connect, to wait for the next bytes and for the whole, and between two questions to one
    host (a longer pause that the host asks for is kept up to ``longest_pause_seconds``); how many redirects; how many
    entries that one feed or sitemap lists are taken, and how deep sitemaps may name sitemaps.
    """

    report_bytes: int = 20_000_000
    expanded_bytes: int = 200_000_000
    expansion_ratio: int = 200
    markup_depth: int = 2_000
    text_characters: int = 500_000
    row_bytes: int = 20_000_000
    connect_seconds: float = 10
    read_seconds: float = 20
    fetch_seconds: float = 60
    pause_seconds: float = 1
    longest_pause_seconds: float = 10
    redirects: int = 5
    listed: int = 1_000
    listing_depth: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a run is done; the same settings and inputs give the same bytes.

    ``rule`` names the way of reconciling; ``one_event`` says that all inputs are known to tell of one event;
    ``annotations`` keeps the annotation layer of each report; ``workers`` is the number of processes
    (0: one per core). ``follow``: what feeds and sitemaps list is fetched, else their own content is taken;
    ``refetch``: addresses that a kept ledger holds are fetched again.
    """

    rule: str = "default"
    one_event: bool = False
    annotations: bool = False
    workers: int = 0
    follow: bool = True
    refetch: bool = False
    limits: Limits = Limits()
