"""Collect: names of files, folders, streams and rows come in; reports and rejects go out."""

from twosource.collect.inputs import collect

__all__ = ["collect"]
