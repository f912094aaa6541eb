"""Clean: a report comes in; its article goes out, every character traced back to the report."""

from twosource.clean.article import clean
from twosource.clean.decode import encoding

__all__ = ["clean", "encoding"]
