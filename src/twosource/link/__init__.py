"""From claims to events: blocking, comparing, clustering."""

from twosource.link.account import Account
from twosource.link.accounts import accounts
from twosource.link.compare import step
from twosource.link.events import Told, events
from twosource.link.lasting import lasting
from twosource.link.vocabulary import keys, vocabulary, weigh

__all__ = ["Account", "Told", "accounts", "events", "keys", "lasting", "step", "vocabulary", "weigh"]
