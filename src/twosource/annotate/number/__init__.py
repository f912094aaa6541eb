"""Numbers in text: cores, units, ranges and qualifiers, read by a grammar of its own."""

from twosource.annotate.number.find import find_numbers

__all__ = ["find_numbers"]
