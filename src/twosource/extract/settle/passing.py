"""Claims of one report in; where nobody fell and its deeds are likely only spoken of, those are marked: ``elsewhere``.

A speech condemns an attack, a communique threatens one, a comment weighs a war: none of them reports a happening. What
speaks for a happening of the report's own is weighed by a logistic model; see ``docs/models/passing.md``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import exp, log

from twosource.extract.tree import VERBAL, Tree
from twosource.extract.when.outline import LEAD, LEXICON, happened, plan, tense
from twosource.extract.where.reach import LOCAL
from twosource.extract.where.whereabouts import own_clause
from twosource.lang.reading import lexicon, words
from twosource.model import Claim

ANSWERS = ("en/acts", "answers", "verbs")
SPEECH = ("en/speech", "verbs")


def told_in_passing(tree: Tree, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims; deeds of a report that likely only speaks of them have the scope ``elsewhere``.

    Whoever is told to have fallen, to be taken or aimed at is a reader's to weigh: such reports are left as they are.
    """
    deeds = {claim.id for claim in claims if _is_deed(claim)}
    if not deeds or any(_is_of_people(claim) for claim in claims):
        return tuple(claims)
    least: float = lexicon(LEXICON)["least"]
    if chance(evidence(tree, claims)) >= least:
        return tuple(claims)
    return tuple(replace(claim, scope="elsewhere") if claim.id in deeds else claim for claim in claims)


def chance(found: dict[str, float]) -> float:
    """Return how likely a report of such evidence tells of a happening of its own (0-1)."""
    weights = lexicon(LEXICON)["weights"]
    return 1 / (1 + exp(-weights["bias"] - sum(weights.get(name, 0.0) * value for name, value in found.items())))


def evidence(tree: Tree, claims: Iterable[Claim]) -> dict[str, float]:
    """Return what speaks for or against a happening of the report's own, by name.

    Shares of its sentences, what its lead tells, and how its deeds are told (the most of any of them).
    """
    found = {f"all {name}": value for name, value in plan(tree).items()}
    for claim in claims:
        if _is_deed(claim) or _is_of_people(claim):
            for name, value in _of_claim(tree, claim).items():
                found[f"any {name}"] = max(found.get(f"any {name}", 0.0), value)
    return found


def _is_deed(claim: Claim) -> bool:
    kind = claim.pattern.removeprefix("act: ").lower()
    return claim.scope == "event" and kind in words("en/acts", "deeds", "kinds")


def _is_of_people(claim: Claim) -> bool:
    """Tell whether a claim is about people of this event who fell, were taken or were aimed at."""
    is_asserted = claim.scope == "event" and claim.stance != "denied" and claim.high != 0
    return is_asserted and (claim.measure != "act" or claim.group is not None)


def _of_claim(tree: Tree, claim: Claim) -> dict[str, float]:
    inside = tree.inside(claim.span)
    root = next((i for i in inside if tree.tokens[i].head == i or tree.tokens[i].head not in inside), None)
    found = dict.fromkeys(_of_setting(tree, claim), 1.0)
    if root is None:
        return found
    return found | dict.fromkeys(_of_words(tree, claim, root), 1.0) | _of_spot(tree, root)


def _of_spot(tree: Tree, root: int) -> dict[str, float]:
    number = tree.sentence_number(root)
    return {"depth": number / max(1, len(tree.sentences)), "number": log(1 + number)}


def _of_words(tree: Tree, claim: Claim, root: int) -> Iterator[str]:
    """Name how a deed is told: where, by whom, in which tense, and under what."""
    yield from (name for name, is_so in _of_telling(tree, claim, root).items() if is_so)
    clause = root if tree.tokens[root].pos in VERBAL else own_clause(tree, root)
    if clause is not None:
        lemma = tree.tokens[clause].lemma
        yield from ["clause past"] if tense(tree, clause) == "past" else []
        yield from ["clause answers"] if lemma.lower() in words(*ANSWERS) else []
        yield from ["clause speaks"] if lemma in words(*SPEECH) else []
        yield from ["clause happens"] if happened(tree, clause) else []
        yield from ["clause leads"] if tree.tokens[clause].dep == "ROOT" else []


def _of_telling(tree: Tree, claim: Claim, root: int) -> dict[str, bool]:
    above = [tree.tokens[node] for node in tree.ancestors(root)]
    return {
        "lead": tree.sentence_number(root) < LEAD,
        "quoted": tree.quotation(root) is not None,
        "hedged": claim.stance == "hedged",
        "told by somebody": claim.statement is not None,
        "told again": bool(claim.spans),
        "named by a noun": tree.tokens[root].pos not in VERBAL,
        "under a noun": any(token.pos == "NOUN" for token in above),
        "in a relative clause": any(token.dep == "relcl" for token in above),
    }


def _of_setting(tree: Tree, claim: Claim) -> Iterator[str]:
    """Name what its day and place tell."""
    if claim.place is None:
        yield "no place"
    elif claim.place.precision in LOCAL:
        yield "local"
    if claim.date is None:
        yield "no day"
        return
    yield "own day" if claim.date.text is not None else "day of the story"
    published = tree.article.published or tree.article.modified
    if published is not None:
        back = (date.fromisoformat(published[:10]) - date.fromisoformat(claim.date.latest[:10])).days
        yield from ["today"] if back == 0 else ["the day before"] if back == 1 else []
