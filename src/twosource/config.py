"""Limits and settings of a run, as plain values; nothing here is read from the environment."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one input may cost before it is rejected.

    Sizes are in bytes, depth in nested elements, ratio is expanded over packed size. News pages of the
    ``extraction`` and ``pubdate`` sets stay under 5 MB and 200 levels; the limits leave room above that.
    """

    report_bytes: int = 20_000_000
    expanded_bytes: int = 200_000_000
    expansion_ratio: int = 200
    markup_depth: int = 2_000
    text_characters: int = 500_000
    row_bytes: int = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a run is done; the same settings and inputs give the same bytes.

    ``rule`` names the way of reconciling; ``one_event`` says that all inputs are known to tell of one event;
    ``annotations`` keeps the annotation layer of each report; ``workers`` is the number of processes
    (0: one per core).
    """

    rule: str = "default"
    one_event: bool = False
    annotations: bool = False
    workers: int = 0
    limits: Limits = Limits()
