"""Claims on one event to figures: voices counted, agreement told, a named rule behind every number."""

from twosource.reconcile.difference import differences
from twosource.reconcile.origins import Origins, origin_of, origins
from twosource.reconcile.stage import reconcile

__all__ = ["Origins", "differences", "origin_of", "origins", "reconcile"]
