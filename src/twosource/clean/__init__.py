"""Clean: a report comes in; its article goes out, every character traced back to the report."""

from twosource.clean.article import clean

__all__ = ["clean"]
