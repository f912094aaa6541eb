"""Ledgers that are kept: runs added to one, people's decisions, what it held and why, whole copies of it.

The only place where the pipeline and a store meet.
"""

from twosource.keeping.add import Added, add
from twosource.keeping.called import called, decided
from twosource.keeping.decide import Draft, decide, import_decisions, settle
from twosource.keeping.find import find, find_in, only, ready, state
from twosource.keeping.history import event_growth, figure_history
from twosource.keeping.hold import kept, kept_judgements, review_queue
from twosource.keeping.narrow import narrowed, narrowed_by, narrowed_in
from twosource.keeping.original import Original, original
from twosource.keeping.part import part_of
from twosource.keeping.place import asked_together, begin, check, kept_open, shared
from twosource.keeping.published import Published, figure_published, published
from twosource.keeping.queue import Queued, queued
from twosource.keeping.run import Stamp, reread, run_into
from twosource.keeping.seek import explained
from twosource.keeping.whole import Check, back_up, merge, remake, restore, verify
from twosource.review import Change, Doubt

__all__ = [
    "Added",
    "Change",
    "Check",
    "Doubt",
    "Draft",
    "Original",
    "Published",
    "Queued",
    "Stamp",
    "add",
    "asked_together",
    "back_up",
    "begin",
    "called",
    "check",
    "decide",
    "decided",
    "event_growth",
    "explained",
    "figure_history",
    "figure_published",
    "find",
    "find_in",
    "import_decisions",
    "kept",
    "kept_judgements",
    "kept_open",
    "merge",
    "narrowed",
    "narrowed_by",
    "narrowed_in",
    "only",
    "original",
    "part_of",
    "published",
    "queued",
    "ready",
    "remake",
    "reread",
    "restore",
    "review_queue",
    "run_into",
    "settle",
    "shared",
    "state",
    "verify",
]
