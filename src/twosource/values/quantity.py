"""Arithmetic on bounds: how many at least, how many at most; None is a side that nothing bounds.

Knows no claim and no rule: whoever asks says what the bounds stand for.
"""

from collections.abc import Iterable

Bounds = tuple[float | None, float | None]

UNBOUNDED: Bounds = (None, None)


def is_exact(bounds: Bounds) -> bool:
    """Tell whether the bounds leave one number only."""
    low, high = bounds
    return low is not None and low == high


def contains(outer: Bounds, inner: Bounds) -> bool:
    """Tell whether every number that ``inner`` allows is allowed by ``outer``."""
    return not (_below(inner[0], outer[0]) or _above(inner[1], outer[1]))


def agree(a: Bounds, b: Bounds) -> bool:
    """Tell whether one true number could satisfy both."""
    return _reaches(a[0], b[1]) and _reaches(b[0], a[1])


def hull(bounds: Iterable[Bounds]) -> Bounds:
    """Return the narrowest bounds that contain all of them; a side open in one is open. No bounds: unbounded."""
    lows, highs = _sides(bounds)
    low = None if None in lows else min((side for side in lows if side is not None), default=None)
    high = None if None in highs else max((side for side in highs if side is not None), default=None)
    return low, high


def add(bounds: Iterable[Bounds]) -> Bounds:
    """Return the bounds of the sum; a side open in one part is open in the sum. No parts: nought."""
    lows, highs = _sides(bounds)
    return _total(lows), _total(highs)


def in_words(low: float | None, best: float | None, high: float | None) -> str:
    """Return a figure as people write it: "32", "30\u201340", "at least 30", "up to 30", "no number".

    ``best`` is put first where it is not the whole story: "32 (30\u201340)"; None where no best number can be given.
    """
    span = _span_in_words((low, high))
    if best is None or is_exact((low, high)):
        return span
    return _figure(best) if span == "no number" else f"{_figure(best)} ({span})"


def _span_in_words(bounds: Bounds) -> str:
    low, high = bounds
    if low is None:
        return "no number" if high is None else f"up to {_figure(high)}"
    if high is None:
        return f"at least {_figure(low)}"
    return _figure(low) if low == high else f"{_figure(low)}\u2013{_figure(high)}"


def _figure(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def _sides(bounds: Iterable[Bounds]) -> tuple[list[float | None], list[float | None]]:
    kept = tuple(bounds)
    return [low for low, _ in kept], [high for _, high in kept]


def _total(sides: list[float | None]) -> float | None:
    known = [side for side in sides if side is not None]
    return sum(known) if len(known) == len(sides) else None


def _reaches(low: float | None, high: float | None) -> bool:
    return low is None or high is None or low <= high


def _below(inner: float | None, outer: float | None) -> bool:
    return outer is not None and (inner is None or inner < outer)


def _above(inner: float | None, outer: float | None) -> bool:
    return outer is not None and (inner is None or inner > outer)
