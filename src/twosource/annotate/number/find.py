"""Finds every number in a text, in words or figures, with its bounds and what kind of number it is.

Takes a text and a lexicon, gives ``Number`` records with positions in that text; knows no parse and no article.
"""

from dataclasses import replace

from twosource.annotate.number.contexts import in_context
from twosource.annotate.number.cores import core_at
from twosource.annotate.number.qualifiers import joined_bounds, qualified
from twosource.annotate.number.ranges import with_ranges
from twosource.annotate.number.units import with_unit
from twosource.annotate.number.words import Atom, Words, may_begin, words_of
from twosource.lang.numbers import NumberLexicon
from twosource.model.annotation import Number
from twosource.model.span import Span


def find_numbers(text: str, lexicon: NumberLexicon) -> tuple[Number, ...]:
    """Return the numbers of ``text`` in order; positions count characters of ``text``.

    Only ``cardinal`` numbers count things. ``low``/``high`` are numbers of what is counted (percent: of hundred;
    a part such as "half" or "1 in 5": of one); an identifier and a time of day have none. "more than 30" is 31 and
    up, "about 30" stays 30 with its qualifier. Names that hold a figure ("AK-47", "G7") are no numbers.
    """
    words = words_of(text)
    atoms = with_ranges(words, _cores(words, lexicon), lexicon)
    read = _placed(words, atoms, lexicon)
    return tuple(_number(words, atom) for atom in joined_bounds(words, read, lexicon))


def _cores(words: Words, lexicon: NumberLexicon) -> list[Atom]:
    found: list[Atom] = []
    free = 0
    for at in may_begin(words, lexicon.starters):
        core = core_at(words, at, lexicon) if at >= free else None
        if core is None:
            continue
        atom = with_unit(words, core, lexicon)
        free = (atom or core).last
        if atom is not None:
            found.append(atom)
    return found


def _placed(words: Words, atoms: list[Atom], lexicon: NumberLexicon) -> list[Atom]:
    placed: list[Atom] = []
    for atom in atoms:
        before = placed[-1] if placed else None
        if before is not None and atom.first < before.last:
            continue
        read = in_context(words, atom, before, lexicon)
        if read is not None:
            if before is not None and read.first < before.last <= read.core:  # "one Jan. one": the month is taken
                read = replace(read, first=before.last)
            placed.append(qualified(words, read, before.last if before else 0, lexicon))
    return placed


def _number(words: Words, atom: Atom) -> Number:
    span = Span(words.starts[atom.first], words.ends[atom.last - 1])
    return Number(
        span=span,
        core=Span(words.starts[atom.core], words.ends[atom.end - 1]),
        text=span.of(words.text),
        kind=atom.kind,
        low=None if atom.low is None else float(atom.low),
        high=None if atom.high is None else float(atom.high),
        qualifier=atom.qualifier,
        vague=atom.vague,
    )
