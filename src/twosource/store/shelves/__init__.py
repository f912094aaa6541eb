"""Lines of shelves in columns: thousands of entries looked through in a few milliseconds, now or at a past time."""

from twosource.store.shelves.find import Shelves, Source
from twosource.store.shelves.line import SHELVED, Line, line_of

__all__ = ["SHELVED", "Line", "Shelves", "Source", "line_of"]
