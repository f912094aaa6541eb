"""From an annotated article to statements and claims."""

from twosource.extract.stage import extract

__all__ = ["extract"]
