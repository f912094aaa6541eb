"""A part of the map as it is written in, its sides in degrees out."""

from twosource.errors import UsageError


def box_of(told: str) -> tuple[float, float, float, float]:
    """Return west, south, east and north in degrees (west > east crosses the 180th meridian).

    Raises:
        UsageError: the text is no box.
    """
    try:
        west, south, east, north = (float(part) for part in told.split(","))
    except ValueError as error:
        raise UsageError(f"box is {told!r}; give west, south, east and north in degrees: 6,45,11,48.") from error
    return west, south, east, north
