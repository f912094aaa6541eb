"""What stands before every page and answer: who may ask, from where, how much, and what a browser may do with it."""

from twosource.web.guard.gate import guarded
from twosource.web.guard.protection import Protection, secret_from

__all__ = ["Protection", "guarded", "secret_from"]
