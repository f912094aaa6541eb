"""What is told in, how far it holds out: stance, and whether it is of this event, history, a running toll or unreal."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile

from twosource.extract.many_happenings import is_in_general, is_running_toll
from twosource.extract.people.mention import Mention
from twosource.extract.reader import Reader
from twosource.extract.speech.frame import is_corrected, is_taken_for_granted
from twosource.extract.speech.stance import is_unreal, scope_of, stance_of
from twosource.extract.speech.statements import Told
from twosource.extract.tree import Tree
from twosource.extract.when.named_days import is_of_name
from twosource.lang.reading import words
from twosource.model import DateRange
from twosource.model.claim import Stance

LONG_BEFORE = timedelta(days=45)  # an older day than this before the story's own makes a figure history
LEXICON = "en/stance"
FULL_YEAR = re.compile(r"(?:19|20)\d\d")
YEAR = re.compile(r"\d{4}|year")  # "in 2015"; "in his 40s" and "a summer" run up no toll


def stance_told(tree: Tree, trigger: int, teller: Told | None) -> Stance:
    """Return the stance of a claim: its own and that of who tells it; a denial of a denial asserts."""
    own = stance_of(tree, trigger, teller.cue if teller is not None else None)
    if is_unreal(tree, trigger, teller.cue if teller is not None else None) and own == "asserted":
        own = "hedged"
    from_cue = teller.statement.stance if teller is not None else "asserted"
    if from_cue == "denied" and is_taken_for_granted(tree, trigger):
        from_cue = "asserted"
    if "denied" in {own, from_cue}:
        return "asserted" if own == from_cue else "denied"
    return "hedged" if "hedged" in {own, from_cue} else "asserted"


def scope_of_people(reader: Reader, mention: Mention, when: DateRange | None, teller: Told | None) -> str:
    """The scope of a figure: people who fell in many happenings are none of this one's."""
    single = mention.people.low == mention.people.high == 1 or len(mention.people.group.names) > 1
    scope = scope_told(reader, mention.trigger, when, teller, single=single)
    if scope == "event" and is_running_toll(reader.tree, mention, when):
        return "cumulative"
    return "general" if scope == "event" and is_in_general(reader.tree, mention, when) else scope


def scope_told(
    reader: Reader, trigger: int, when: DateRange | None, teller: Told | None, *, single: bool = False
) -> str:
    """Return what a claim is about: this event, another time, no one time, or nothing that happened."""
    tree = reader.tree
    if is_unreal(tree, trigger, teller.cue if teller is not None else None):
        return "hypothetical"
    if is_corrected(tree, teller.cue if teller is not None else None, trigger):
        return "withdrawn"
    main = reader.setting(trigger).date
    if _is_long_before(tree, trigger) or _follows_older_day(reader, trigger) or _is_of_older_year(reader, trigger):
        return "historical"
    if when is not None and when.precision == "year" and YEAR.search(when.text or "") and not single:
        return "cumulative"  # "165 people were murdered in 2015"
    if when is not None and main is not None and _day(when.latest) + LONG_BEFORE < _day(main.earliest):
        return "historical"
    told = scope_of(tree, trigger)
    return "event" if single and told == "cumulative" else told  # one man's death may be "the tenth this year"


def _is_long_before(tree: Tree, trigger: int) -> bool:
    """Tell whether the story's happening came long after: "the fire came eight months after a bystander was killed"."""
    for node in (trigger, *tree.ancestors(trigger)):
        above = tree.tokens[node].head
        marks = [above] if tree.tokens[node].dep == "pcomp" else tree.children(node, "mark")
        told = tree.tokens[above].head if tree.tokens[node].dep == "pcomp" else above
        after = [mark for mark in marks if tree.tokens[mark].text.lower() in words(LEXICON, "aftermath", "links")]
        if after and tree.tokens[told].lemma in words(LEXICON, "aftermath", "verbs"):
            return any(_ends_a_long_time(tree, mark) for mark in after)
    return False


def _is_of_older_year(reader: Reader, trigger: int) -> bool:
    """Tell whether the deed has an older year before it: "the 2009 rampage left 13 dead", "the 2009 deaths of two"."""
    main = reader.setting(trigger).date
    years = (reader.tree.tokens[i].text for i in _years_before(reader.tree, trigger))
    return main is not None and any(year < main.earliest[:4] for year in years)


def _years_before(tree: Tree, trigger: int) -> Iterator[int]:
    """The years that stand before what did it: the noun itself, its subject, or the nouns a "that" may stand for."""
    verb = next((i for i in (trigger, *tree.ancestors(trigger)) if tree.tokens[i].pos == "VERB"), trigger)
    subject = tree.child(verb, "nsubj")
    deeds = {trigger, *(() if subject is None else (subject,))}
    if subject is not None and tree.tokens[subject].tag == "WDT":
        told = (i for i in range(subject - 1, tree.sentence(subject).first, -1))
        deeds |= set(takewhile(lambda i: tree.tokens[i].pos not in {"VERB", "AUX", "PUNCT"}, told))
    for deed in sorted(deeds):
        if tree.tokens[deed].pos == "NOUN":
            yield from (c for c in tree.children(deed, "nummod") if FULL_YEAR.fullmatch(tree.tokens[c].text))


def _ends_a_long_time(tree: Tree, mark: int) -> bool:
    """Tell whether weeks, months or years are told right before a word."""
    start = tree.tokens[mark].start
    before = (t for t in tree.times if 0 <= start - t.span.end <= 1 or t.span.start < start < t.span.end)
    return any(word in words(LEXICON, "aftermath", "lengths") for t in before for word in t.text.lower().split())


def _follows_older_day(reader: Reader, trigger: int) -> bool:
    """A sentence without a day is of the day told before it ("It burned a ship in January. No one was hurt.")."""
    tree, main = reader.tree, reader.setting(trigger).date
    number = tree.sentence_number(trigger)
    if main is None or number == 0 or _days_in(tree, number):
        return False
    before = _days_in(tree, number - 1) if tree.sentences[number].block == tree.sentences[number - 1].block else []
    return bool(before) and all(_day(latest) + LONG_BEFORE < _day(main.earliest) for latest in before)


def _days_in(tree: Tree, number: int) -> list[str]:
    sentence = tree.sentences[number]
    span = tree.span_of(sentence.first, sentence.last - 1)
    times = (t for t in tree.times if span.covers(t.span) and t.kind != "DURATION" and not is_of_name(tree, t))
    return [t.latest for t in times if t.latest is not None]


def _day(text: str) -> date:
    return date.fromisoformat(text)
