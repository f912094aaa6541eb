"""Kinds of value: pure functions over plain Python values; no record, no language."""
