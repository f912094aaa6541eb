"""What is known of a list of people while it is read: the entries begun, and what was read of the next one."""

from dataclasses import dataclass, field

from twosource.model import Span


@dataclass(slots=True)
class Entry:
    """One person, or people told of together: ``size`` None where their number is not told.

    ``names`` are those named of them; ``kin`` where a noun began it ("his wife"), ``several`` where it was a plural,
    ``outer`` where smaller groups may follow inside ("four children: two sons ..."); ``beside`` where a relation names
    them ("the son of A and his wife B"); ``opens`` where nouns alone may go on with more relatives ("his wife,
    daughter and son"); ``noun`` is the one that began it, ``words`` how many words of a name did.
    """

    size: int | None
    span: Span
    names: list[str] = field(default_factory=list)
    kin: bool = False
    several: bool = False
    outer: bool = False
    beside: bool = False
    opens: bool = False
    noun: str = ""
    words: int = 0

    @property
    def count(self) -> int:
        """How many people at least."""
        return 0 if self.beside else max(self.size or 0, len(self.names))

    @property
    def awaits(self) -> bool:
        """Tell whether a name may follow the noun: "his wife, Anna"."""
        return self.kin and not self.names

    @property
    def is_full(self) -> bool:
        """Tell whether all people of the entry have names."""
        return self.size is not None and len(self.names) >= self.size


@dataclass(slots=True)
class Reading:
    """A list while it is read: entries so far, and what was read of the next one.

    ``owned`` after "his" or "Anna's", ``joined`` after "and" or a sign like it, ``dashed`` after a dash, ``relation``
    after "of": what follows belongs to the noun before; ``parents`` behind a name told so; ``skips`` inside a clause
    about the person before, ``sourced`` where it says who says so: "according to the director, Ana Ruiz"; ``stop`` are
    the words that end the list. ``of_name`` after "Anna's", not "his". ``of_one`` where the verb is told of one person.
    """

    entries: list[Entry] = field(default_factory=list)
    number: int | None = None
    owned: bool = False
    of_name: bool = False
    article: str = ""
    joined: bool = True
    dashed: bool = False
    relation: bool = False
    parents: bool = False
    aged: bool = False
    skips: bool = False
    sourced: bool = False
    stop: frozenset[str] = frozenset()
    of_one: bool = False

    @property
    def last(self) -> Entry | None:
        """The entry begun last."""
        return self.entries[-1] if self.entries else None

    def fresh(self) -> None:
        """Forget what was read of an entry that has not begun."""
        self.number, self.owned, self.article, self.aged, self.relation = None, False, "", False, False
        self.of_name = self.parents = False

    def settle(self) -> None:
        """Go on behind a name or noun."""
        self.fresh()
        self.joined = self.dashed = False
