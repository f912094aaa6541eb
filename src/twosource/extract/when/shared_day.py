"""A deed without a day of its own in, what speaks for the day told around it being the deed's too out.

A report that tells of one attack dates all its dead by one day; one that comes back to older murders, condemns them or
weighs a war does not. The evidence is weighed by a logistic model; see ``docs/models/shared_day.md``.
"""

from collections.abc import Iterator
from math import exp, log

from twosource.extract.tree import VERBAL, Tree
from twosource.extract.when.day_evidence import Day, day_evidence
from twosource.extract.when.named_days import is_length, is_of_name, is_of_print
from twosource.extract.when.outline import LEAD, plan, tense
from twosource.extract.when.story_day import likelihood
from twosource.extract.where.whereabouts import is_happening, own_clause
from twosource.lang.reading import lexicon, words
from twosource.model import DateRange, Span, Time

LEXICON = "en/shared_day"
FAR_AHEAD = 4.0  # in likelihood; more tells no more
NEAR = (("here", 0), ("next", 1), ("near", 3))  # sentences apart


def is_shared(tree: Tree, index: int, day: DateRange) -> bool:
    """Tell whether a day is likely that of a deed, named by its token, which the report dates nowhere else."""
    least: float = lexicon(LEXICON)["least"]
    return _is_below(tree, index, (day.earliest[:10], day.latest[:10])) or chance(evidence(tree, index, day)) >= least


def _is_below(tree: Tree, index: int, day: Day) -> bool:
    """Tell whether the day stands with the deed, below its place: "shot in Springfield, Ohio, last winter"."""
    below = set(tree.subtree(index))
    return any(_day(time) == day and _first(tree, time) in below for time in tree.times)


def chance(found: dict[str, float]) -> float:
    """Return how likely a day of such evidence is the deed's (0-1)."""
    weights = lexicon(LEXICON)["weights"]
    return 1 / (1 + exp(-weights["bias"] - sum(weights.get(name, 0.0) * value for name, value in found.items())))


def evidence(tree: Tree, index: int, day: DateRange) -> dict[str, float]:
    """Return what speaks for or against a day being that of a deed, by name."""
    of = (day.earliest[:10], day.latest[:10])
    found = {f"all {name}": value for name, value in plan(tree).items()}
    found |= _of_day(tree, of) | _of_distance(tree, index, of)
    return found | dict.fromkeys((*_of_telling(tree, index), *_of_names(tree, index)), 1.0)


def _of_day(tree: Tree, day: Day) -> dict[str, float]:
    """How likely the day is that of a happening, and how far ahead of the other days of the report."""
    weighed = {one.day: likelihood(one) for one in day_evidence(tree, Span(0, len(tree.text)))}
    others = [value for other, value in weighed.items() if other != day]
    mine = weighed.get(day, 0.0)
    ahead = min(FAR_AHEAD, mine - max(others)) if others else FAR_AHEAD
    return {
        "evidence": mine,
        "ahead": ahead,
        "other days": log(1 + len(others)),
        "several days": float(day[0] != day[1]),
    }


def _of_distance(tree: Tree, root: int, day: Day) -> dict[str, float]:
    """How many sentences off the day is told, and whether another one is told in between."""
    number = tree.sentence_number(root)
    told = [(first, _day(time) == day) for time in tree.times if (first := _first(tree, time)) is not None]
    mine = [tree.sentence_number(first) for first, is_mine in told if is_mine]
    before = [is_mine for first, is_mine in told if first < root]
    found = {
        "number": log(1 + number),
        "no day before": float(not before),
        "another last": float(before[-1:] == [False]),
    }
    found["another here"] = float(any(not own and tree.sentence_number(first) == number for first, own in told))
    if mine:
        apart = min(abs(other - number) for other in mine)
        found[f"day {next((name for name, most in NEAR if apart <= most), 'far')}"] = 1.0
    return found


def _first(tree: Tree, time: Time) -> int | None:
    """Return the first token of a time that names a day."""
    if time.earliest is None or is_length(tree, time) or is_of_name(tree, time) or is_of_print(tree, time):
        return None
    return next(iter(tree.inside(time.span)), None)


def _day(time: Time) -> Day:
    return ((time.earliest or "")[:10], (time.latest or "")[:10])


def _of_telling(tree: Tree, root: int) -> Iterator[str]:
    """Name how the deed is told: by which kind of word, in which tense, and under what."""
    above = [tree.tokens[node] for node in tree.ancestors(root)]
    is_verb = tree.tokens[root].pos in VERBAL
    clause = root if is_verb else own_clause(tree, root)
    told = {
        "lead": tree.sentence_number(root) < LEAD,
        "quoted": tree.quotation(root) is not None,
        "noun": not is_verb,
        "the": not is_verb and any(tree.lower[child] == "the" for child in tree.children(root, "det")),
        "under a noun": any(token.pos == "NOUN" for token in above),
        "under an answer": any(token.lemma.lower() in words("en/acts", "answers", "verbs") for token in above),
        "in a relative clause": any(token.dep == "relcl" for token in (tree.tokens[root], *above)),
    }
    yield from (name for name, is_so in told.items() if is_so)
    if clause is not None:
        yield f"tense {tense(tree, clause)}"
        yield from ["had"] if any(tree.lower[c] == "had" for c in tree.children(clause, "aux")) else []
        yield from ["happens"] if is_happening(tree, clause) else []
        yield from ["leads"] if tree.tokens[clause].dep == "ROOT" else []


def _of_names(tree: Tree, root: int) -> Iterator[str]:
    """Name whether a person of the deed was told of before, past the lead."""
    if tree.sentence_number(root) < LEAD:
        return
    names = {tree.tokens[i].text for i in tree.subtree(root) if tree.tokens[i].entity == "PERSON"}
    if not names:
        return
    known = {tree.tokens[i].text for i in range(tree.sentence(root).first)}
    yield "named before" if names & known else "named anew"
