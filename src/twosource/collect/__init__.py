"""Collect: names of files, folders, streams, addresses and rows come in; reports and rejects go out."""

from twosource.collect.fetch import Fetch, Fetched, Held, Reach
from twosource.collect.inputs import Input, collect
from twosource.collect.item import Upload
from twosource.collect.web import Web

__all__ = ["Fetch", "Fetched", "Held", "Input", "Reach", "Upload", "Web", "collect"]
