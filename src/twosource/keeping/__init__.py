"""Ledgers that are kept: runs added to one, people's decisions, what it held and why, whole copies of it.

The only place where the pipeline and a store meet.
"""

from twosource.keeping.decide import Draft, decide, import_decisions, settle
from twosource.keeping.hold import figure_history, kept, review_queue, searched
from twosource.keeping.original import Original, original
from twosource.keeping.place import begin
from twosource.keeping.run import Stamp, reread, run_into
from twosource.keeping.whole import Check, back_up, merge, restore, verify
from twosource.review import Change, Doubt

__all__ = [
    "Change",
    "Check",
    "Doubt",
    "Draft",
    "Original",
    "Stamp",
    "back_up",
    "begin",
    "decide",
    "figure_history",
    "import_decisions",
    "kept",
    "merge",
    "original",
    "reread",
    "restore",
    "review_queue",
    "run_into",
    "searched",
    "settle",
    "verify",
]
