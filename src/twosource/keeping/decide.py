"""People's decisions: made on a kept ledger, or brought in from a file; they are recorded first, then a run follows."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from twosource import review, store
from twosource.config import Settings
from twosource.intake import Progress
from twosource.keeping.hold import as_read, held
from twosource.keeping.place import existing
from twosource.keeping.run import Stamp, last_settings, run_into
from twosource.keeping.seek import near
from twosource.model import Claim, Decision, Holdings, Subject
from twosource.model.decision import Verb
from twosource.ontology.rule import rule_names

WHOLE = re.compile(r"[cdefr]-[0-9a-f]{16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A decision as a person tells it: ``subjects`` and ``against`` are ids of the ledger, or beginnings of ids."""

    verb: Verb
    subjects: tuple[str, ...]
    who: str
    why: str
    against: tuple[str, ...] = ()
    value: str | None = None


def decide(where: str, drafts: Iterable[Draft], stamp: Stamp) -> tuple[Decision, ...]:
    """Record decisions and return them; all of them or, where one cannot be made, none. They enter the next run.

    Raises:
        UsageError: no such ledger, or what cannot be decided so.
        StoreError: the store cannot be opened or written.
    """
    with existing(where) as opened:
        now, subject = stamp.now(), _finder(opened)
        decisions = tuple(_decision(draft, subject, now) for draft in drafts)
        store.add_decisions(opened, decisions, now)
        return decisions


def import_decisions(where: str, lines: Iterable[str], stamp: Stamp) -> int:
    """Record the decisions of a JSON Lines file; return how many are new. They enter the next run.

    Raises:
        UsageError: no such ledger, or a line that is no decision; none is recorded then.
        StoreError: the store cannot be opened or written.
    """
    decisions = review.decisions_of(lines, rule_names())
    with existing(where) as opened:
        return store.add_decisions(opened, decisions, stamp.now())


def settle(where: str, settings: Settings, progress: Progress, stamp: Stamp) -> Holdings:
    """Make events and figures again with all decisions, under the rule of the last run; ``settings`` gives the workers.

    Raises:
        UsageError: no such ledger.
        StoreError: the store cannot be opened or written; what it held still stands.
    """
    with existing(where) as opened:
        chosen = last_settings(opened, settings)
    return run_into((), where, chosen, progress, stamp)


def _finder(opened: store.Store) -> Callable[[str], Subject]:
    """Return what finds a subject: by a whole id what stands near it is read, by a beginning the whole ledger, once."""

    @cache
    def whole() -> tuple[Holdings, dict[str, Claim]]:
        return held(opened), as_read(opened)

    def found(wanted: str) -> Subject:
        if not WHOLE.fullmatch(wanted):
            return review.subject_of(wanted, *whole())
        part = near(opened, wanted)
        return review.subject_of(wanted, part, as_read(opened, [article.id for article in part.articles]))

    return found


def _decision(draft: Draft, subject: Callable[[str], Subject], now: str) -> Decision:
    def found(ids: tuple[str, ...]) -> tuple[Subject, ...]:
        return tuple(subject(one) for one in ids)

    told = Decision(
        id="",
        verb=draft.verb,
        subjects=found(draft.subjects),
        against=found(draft.against),
        who=draft.who.strip(),
        when=now,
        why=draft.why.strip(),
        value=draft.value,
    )
    return review.decision_of(told, rule_names())
