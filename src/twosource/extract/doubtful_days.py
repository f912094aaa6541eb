"""Claims of one report in, those of this event out without a day that likelier is another happening's, or a speech's.

Each day that a report names is weighed once (``story_day``). A day with little evidence dates nothing, though it stands
in the sentence of a deed, unless it stands with the word for the deed itself. Unknown is better than wrong.
"""

from collections.abc import Sequence
from dataclasses import replace

from twosource.extract.day_evidence import Day, day_evidence
from twosource.extract.story_day import least_evidence, likelihood
from twosource.extract.tree import VERBAL, Tree
from twosource.extract.whereabouts import is_happening
from twosource.model import Claim, Span, Time


def without_doubtful_days(tree: Tree, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims, those of this event without a day that has too little evidence."""
    if not any(claim.date is not None and claim.scope == "event" for claim in claims):
        return tuple(claims)
    weighed = {one.day: likelihood(one) for one in day_evidence(tree, Span(0, len(tree.text)))}
    return tuple(replace(claim, date=None) if _is_doubtful(tree, claim, weighed) else claim for claim in claims)


def _is_doubtful(tree: Tree, claim: Claim, weighed: dict[Day, float]) -> bool:
    if claim.date is None or claim.scope != "event":
        return False
    found = weighed.get((claim.date.earliest[:10], claim.date.latest[:10]))
    least = least_evidence("told" if claim.date.text is not None else "taken")
    return found is not None and found < least and not _is_told_with_it(tree, claim)


def _is_told_with_it(tree: Tree, claim: Claim) -> bool:
    """Tell whether the day hangs on a word for a happening, or follows the words of the claim with no verb between."""
    inside = tree.inside(claim.span)
    if claim.date is None or claim.date.text is None or not inside:
        return False
    sentence = tree.sentence_span(inside[0])
    times = [t for t in tree.times if sentence.covers(t.span) and t.text == claim.date.text]
    return any(_hangs_on_happening(tree, time) or _follows(tree, inside, time) for time in times)


def _hangs_on_happening(tree: Tree, time: Time) -> bool:
    first = next(iter(tree.inside(time.span)), None)
    for node in tree.ancestors(first) if first is not None else ():
        if is_happening(tree, node):
            return True
        if tree.tokens[node].pos in VERBAL:
            return False
    return False


def _follows(tree: Tree, inside: range, time: Time) -> bool:
    first = next(iter(tree.inside(time.span)), None)
    if first is None or first < inside.start:
        return False
    return all(tree.tokens[node].pos not in VERBAL for node in range(inside.stop, first))
