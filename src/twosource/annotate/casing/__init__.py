"""What the parser sees in place of text it cannot read: words in one case throughout, broken quotation marks."""

from twosource.annotate.casing.broken import unbroken
from twosource.annotate.casing.restore import restored

__all__ = ["restored", "unbroken"]
