"""Text written in one case throughout, given back the capitals that the parser needs."""

from twosource.annotate.casing.restore import restored

__all__ = ["restored"]
