"""From claims to events: blocking, comparing, clustering; a collection in one go, or some reports more."""

from twosource.link.account import Account
from twosource.link.accounts import accounts
from twosource.link.compare import step
from twosource.link.events import Told, events, retold
from twosource.link.features import load
from twosource.link.lasting import lasting
from twosource.link.linkage import Linkage, extended, linked
from twosource.link.vocabulary import keys, vocabulary, weigh

__all__ = [
    "Account",
    "Linkage",
    "Told",
    "accounts",
    "events",
    "extended",
    "keys",
    "lasting",
    "linked",
    "load",
    "retold",
    "step",
    "vocabulary",
    "weigh",
]
