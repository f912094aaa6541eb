"""Expressions of time in text, read by a grammar of its own and set on the calendar."""

from twosource.annotate.time.find import find_times

__all__ = ["find_times"]
