"""A deed without a day of its own in, the day told for it just before out, and whether it is another happening's."""

from dataclasses import replace

from twosource.extract.speech.statements import date_range
from twosource.extract.tree import VERBAL, Tree
from twosource.extract.when.named_days import is_length, is_of_name, is_of_print
from twosource.extract.where.reach import LOCAL
from twosource.extract.where.scene_before import starts_with
from twosource.extract.where.whereabouts import ACTS, is_happening, own_clause, places_at
from twosource.lang.reading import words
from twosource.model import DateRange, Place, Time
from twosource.values.geography import distance_km

BACK = 2  # sentences of the same paragraph
FAR_KM = 30.0  # as where a report is cut in parts


def day_before(tree: Tree, index: int) -> DateRange | None:
    """Return the day of the happening told of right before: "On 3 May a bomb went off. Two guards were killed."."""
    for before in tree.sentences_before(index, BACK):
        if starts_with(tree, tree.sentences[before + 1].first, "heads"):
            return None
        days = [time for time in _days_of(tree, before) if _dates_a_happening(tree, time)]
        if days and (found := date_range(days[-1])) is not None:
            return replace(found, text=None)  # derived, as the day of the story is
    return None


def _days_of(tree: Tree, number: int) -> list[Time]:
    sentence = tree.sentences[number]
    span = tree.span_of(sentence.first, sentence.last - 1)
    times = (t for t in tree.times if span.covers(t.span) and not is_length(tree, t))
    times = (t for t in times if t.earliest is not None and t.precision == "day")
    return [t for t in times if not is_of_name(tree, t) and not is_of_print(tree, t)]


def _dates_a_happening(tree: Tree, time: Time) -> bool:
    """Tell whether a time stands with a happening: under its word, in its clause, or with a verb that it goes with."""
    first = next(iter(tree.inside(time.span)), None)
    for node in tree.ancestors(first) if first is not None else ():
        if is_happening(tree, node):
            return True
        if tree.tokens[node].pos in VERBAL:
            clause = own_clause(tree, node)
            if clause is not None and (is_happening(tree, clause) or _meets_a_happening(tree, clause, time)):
                return True
            return _goes_with_a_happening(tree, node)
    return False


def _meets_a_happening(tree: Tree, verb: int, time: Time) -> bool:
    """Tell whether a clause leads up to a happening: "was playing cards on 3 May when a fight broke out"."""
    below = [c for node in (verb, *tree.inside(time.span)) for c in tree.children(node, "advcl", "relcl") if c > verb]
    met = (c for c in below if any(tree.lower[i] == "when" for i in tree.children(c, "advmod", "mark")))
    return any(is_happening(tree, c) or _goes_with_a_happening(tree, c) for c in met)


def _goes_with_a_happening(tree: Tree, verb: int) -> bool:
    if tree.tokens[verb].lemma in words("en/speech", "verbs"):
        return False
    return any(is_happening(tree, child) for child in tree.children(verb, "nsubj", "nsubjpass", "dobj"))


def is_another(tree: Tree, index: int, place: Place | None) -> bool:
    """Tell whether a deed is of another happening than the story's: opened as such, or in another town."""
    if starts_with(tree, tree.sentence(index).first, "heads") or _is_one_more_deed(tree, index):
        return True
    return any(_is_far(toponym.place, place) for toponym in places_at(tree, index)[:1])


def is_ended(tree: Tree, index: int) -> bool:
    """Tell whether a captivity is told of by its end: "the priest, who had been kidnapped, was released on 19 May".

    The day told is that of the end.
    """
    token = tree.tokens[index]
    if token.dep not in {"relcl", "acl", "amod"} or tree.tokens[token.head].pos in VERBAL:
        return False
    end = tree.verb_above(token.head)
    freed = end is not None and tree.tokens[end].lemma in words(ACTS, "dated", "frees")
    own = (time for time in tree.times if tree.sentence_span(index).covers(time.span))
    return freed and not any(_hangs_on(tree, time, index) for time in own)


def _hangs_on(tree: Tree, time: Time, index: int) -> bool:
    first = next(iter(tree.inside(time.span)), None)
    return first is not None and tree.verb_above(first) == index


def _is_one_more_deed(tree: Tree, index: int) -> bool:
    """Tell whether a deed is joined on with its own doer: "In addition, rebels killed a mayor"."""
    verb = index if tree.tokens[index].pos in VERBAL else tree.verb_above(index)
    if verb is None or not tree.children(verb, "nsubj") or not tree.children(verb, "dobj"):
        return False
    return starts_with(tree, tree.sentence(index).first, "joined")


def _is_far(place: Place, other: Place | None) -> bool:
    if other is None or place.precision not in LOCAL or other.precision not in LOCAL:
        return False
    if None in {place.latitude, place.longitude, other.latitude, other.longitude}:
        return False
    points = ((p.latitude or 0.0, p.longitude or 0.0) for p in (place, other))
    return distance_km(*points) > FAR_KM
