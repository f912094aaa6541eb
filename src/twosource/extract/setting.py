"""When and where a claim's happening was: the time and place of its clause, else those the report's story is set in."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from twosource.extract.deeds.doers import is_casualty
from twosource.extract.people.standins import is_people_word
from twosource.extract.speech.statements import Told, date_range, is_of_content
from twosource.extract.tree import VERBAL, Tree
from twosource.extract.when.answers import dates_an_answer
from twosource.extract.when.named_days import is_length, is_of_name, is_of_print
from twosource.extract.when.story_day import story_day
from twosource.extract.where.home_country import NOWHERE, Home
from twosource.extract.where.whereabouts import is_happening, main_place, own_clause, sections
from twosource.lang.reading import words
from twosource.model import DateRange, Place, Span, Time

ACTS = "en/acts"
BESIDES = frozenset({"appos", "relcl", "acl"})
LONG_BEFORE = timedelta(days=45)  # as for figures of history


@dataclass(frozen=True, slots=True)
class Setting:
    """The day and the place of the report's main happening, and the token of who acted in it; None if not told."""

    date: DateRange | None
    place: Place | None
    actor: int | None


def stories(tree: Tree, home: Home) -> tuple[tuple[Span, Setting], ...]:
    """Return the stretches of the report with the setting of each: the items of a round-up, else the whole.

    An item that tells no day or place takes those of the whole. ``home`` is the report's home country.
    """
    whole = setting(tree, Span(0, len(tree.text)), home)
    items = sections(tree)
    if len(items) < 2:
        return ((items[0], whole),)
    return tuple((item, _completed(setting(tree, item, NOWHERE), whole)) for item in items)


def _completed(item: Setting, whole: Setting) -> Setting:
    return Setting(item.date or whole.date, item.place or whole.place, item.actor or whole.actor)


def setting(tree: Tree, within: Span, home: Home) -> Setting:
    """Find the main happening's day, place and actor in one stretch of the report."""
    return Setting(story_day(tree, within), main_place(tree, within, home), _main_actor(tree, within))


def _main_actor(tree: Tree, within: Span) -> int | None:
    """Who carried out the first attack told of: the subject or agent of its verb, or the country before its noun."""
    from_acts = (actor for index in tree.inside(within) if is_happening(tree, index) and (actor := _actor(tree, index)))
    return next(from_acts, None)


def _actor(tree: Tree, index: int) -> int | None:
    if tree.tokens[index].pos in VERBAL:
        return None
    for child in tree.children(index, "nmod", "compound", "amod", "poss"):
        name = tree.name(child)
        if name is not None and name.kind in {"place", "nationality", "organisation"}:
            return _doer_before(tree, child)
    verb = tree.tokens[index].head
    if tree.tokens[index].dep == "dobj" and tree.tokens[verb].pos in VERBAL:
        return tree.child(verb, "nsubj")
    return None


def _doer_before(tree: Tree, place: int) -> int:
    """The name before that of a place, if there is one: in "the US Venezuela operation" the US acted."""
    own = tree.name(place)
    before = (c for c in tree.children(place, "nmod", "compound", "amod") if tree.name(c) not in {None, own})
    return next(before, place)


def day_of(tree: Tree, index: int, told: list[Told], story: DateRange | None) -> DateRange | None:
    """Return the day of a token's clause; the story's where none, a longer stretch or what is no happening is dated.

    Of 123 casualties with a day of another verb that tells of no happening ("on Tuesday identified two men shot") for
    which only one of both days was right, the story's was for 100.
    """
    time = _time_at(tree, index, told)
    own = date_range(time) if time is not None else None
    if own is None or time is None or story is None:
        return own or story
    is_told_apart = (own.earliest, own.latest) != (story.earliest, story.latest) and not _holds(tree, index, time)
    if is_told_apart and _dates_no_happening(tree, time, index, told):
        return story
    inside = own.earliest <= story.earliest and story.latest <= own.latest
    return story if inside and (own.earliest, own.latest) != (story.earliest, story.latest) else own


def date_at(tree: Tree, index: int, told: list[Told]) -> DateRange | None:
    """Return the day that the clause of a token names, leaving out days that only date what somebody said."""
    time = _time_at(tree, index, told)
    return date_range(time) if time is not None else None


def _time_at(tree: Tree, index: int, told: list[Told]) -> Time | None:
    sentence = tree.sentence_span(index)
    spoken = {t.statement.said.text for t in told if t.statement.said is not None and t.cue is not None
              and sentence.touches(tree.span_of(t.cue, t.cue))}  # fmt: skip
    times = [t for t in tree.times if sentence.covers(t.span) and t.earliest is not None and not is_length(tree, t)]
    times = [t for t in times if not _dates_somebody(tree, t, index)]
    times = [t for t in times if not is_of_name(tree, t) and not is_of_print(tree, t)]
    times = [t for t in times if not (_is_bygone(tree, t) and _is_besides(tree, index, t))]
    times = [t for t in times if not dates_an_answer(tree, t, index) and not _dates_what_for(tree, t, index)]
    times = [t for t in times if not _dates_a_death(tree, t, index)]
    own = [t for t in times if _holds(tree, index, t)]
    near = own or [t for t in times if t.text not in spoken and not _dates_speech(tree, t, told)]
    if not near:
        return None
    anchor = tree.tokens[index].start
    return min(near, key=lambda t: (_coarse(t), abs(t.span.start - anchor)))


def _dates_a_death(tree: Tree, time: Time, index: int) -> bool:
    """Tell whether a time dates the later death of who was hurt: "was shot and pronounced dead at 7 a.m. on Sunday".

    Of 58 wounds with a day of a joined verb of no happening the story's day alone was right for 20, that alone for one.
    """
    first = next(iter(tree.inside(time.span)), None)
    verb = tree.verb_above(first) if first is not None else None
    dies = words(ACTS, "dated", "dies")
    if verb is None or tree.tokens[verb].lemma not in dies:
        return False
    return tree.tokens[index].pos in VERBAL and tree.tokens[index].lemma not in dies


def _dates_no_happening(tree: Tree, time: Time, index: int, told: list[Told]) -> bool:
    """Tell whether a time hangs on a verb that tells of no happening and leads up to none: "since 3 May, when".

    What hangs on a word of saying though it is told dates the deed; so does what stands right behind it.
    """
    first = next(iter(tree.inside(time.span)), None)
    verb = tree.verb_above(first) if first is not None else None
    if first is None or verb is None or any(t.cue == verb for t in told):
        return False
    if first > index and not any(tree.tokens[node].pos in VERBAL for node in range(index + 1, first)):
        return False
    way = [*takewhile(lambda node: node != verb, tree.ancestors(first)), verb]
    return not any(is_happening(tree, node) for node in way) and not _is_of_when(tree, time, index)


def _is_of_when(tree: Tree, time: Time, index: int) -> bool:
    """Tell whether a deed stands in the clause of a "when" behind a time: "was riding on Friday when he was hit"."""
    last = max(tree.inside(time.span), default=index)
    above = [index, *tree.ancestors(index)]
    links = [i for node in above if node > last for i in tree.children(node, "advmod", "mark")]
    return any(tree.lower[i] == "when" and i > last for i in links)


def _is_bygone(tree: Tree, time: Time) -> bool:
    published = tree.article.published or tree.article.modified
    if published is None or time.latest is None:
        return False
    return date.fromisoformat(time.latest[:10]) + LONG_BEFORE < date.fromisoformat(published[:10])


def _coarse(time: Time) -> bool:
    return time.precision in {"month", "year"}


def _holds(tree: Tree, index: int, time: Time) -> bool:
    """Tell whether a time hangs on a token or on the verb of its clause."""
    first = next(iter(tree.inside(time.span)), None)
    if first is None:
        return False
    verb = own_clause(tree, index)
    return index in tree.ancestors(first) or (verb is not None and tree.verb_above(first) == verb)


def _is_besides(tree: Tree, index: int, time: Time) -> bool:
    """Tell whether a time stands with what is told besides: "the killing of Quill, mayor in 2011"."""
    inside = tree.inside(time.span)
    root = next((i for i in inside if tree.tokens[i].head not in inside), None)
    if root is None:
        return False
    way = [root, *takewhile(lambda node: node != index, tree.ancestors(root))]
    aside = (node for node in way if tree.tokens[node].dep in BESIDES and not is_happening(tree, node))
    if any(not _is_of_time(tree, tree.tokens[node].head) for node in aside):
        return True
    if _is_behind_an_office(tree, index, root):
        return True
    holder = next((node for node in way[1:] if tree.tokens[node].pos in {"NOUN", "PROPN", *VERBAL}), None)
    return holder is not None and tree.tokens[holder].pos not in VERBAL and not is_happening(tree, holder)


def _is_behind_an_office(tree: Tree, index: int, root: int) -> bool:
    """Tell whether a time follows on what somebody was, whatever it hangs on: "of Quill, mayor of Velma in 2011"."""
    between = range(index + 1, root)
    offices = [i for i in between if tree.tokens[i].dep == "appos"]
    if not offices:
        return False
    return not any(tree.tokens[i].pos in VERBAL or tree.tokens[i].text == "," for i in range(offices[-1], root))


def _is_of_time(tree: Tree, index: int) -> bool:
    """Tell whether a word stands in a time: the years of "in two years ending last summer"."""
    start = tree.tokens[index].start
    return any(time.span.start <= start < time.span.end for time in tree.times)


def _dates_what_for(tree: Tree, time: Time, index: int) -> bool:
    """Tell whether a time dates what somebody was arrested for: "the arrest of two for killing a nun on 3 May"."""
    first = next(iter(tree.inside(time.span)), None)
    if first is None or tree.tokens[index].lemma not in words("en/casualty", "arrests"):
        return False
    links = (i for i in range(index + 1, first) if tree.lower[i] in words("en/casualty", "arrests", "what_for"))
    return any(is_happening(tree, deed) for i in links for deed in range(i + 1, min(i + 3, first)))


def _dates_somebody(tree: Tree, time: Time, index: int) -> bool:
    """Tell whether a time dates what somebody did or was besides: "a man born in 1980", "an officer hired in May"."""
    first = next(iter(tree.inside(time.span)), None)
    verb = tree.verb_above(first) if first is not None else None
    if verb is None or tree.tokens[verb].dep not in {"acl", "relcl"} or is_casualty(tree.tokens[verb].lemma):
        return False
    return is_people_word(tree, tree.tokens[verb].head) and index not in tree.subtree(verb)


def _dates_speech(tree: Tree, time: Time, told: list[Told]) -> bool:
    first = next(iter(tree.inside(time.span)), None)
    return first is not None and any(
        t.cue is not None and tree.verb_above(first) == t.cue and not is_of_content(first, t.cue, t.content)
        for t in told
    )
