"""What all rules of one article share while its claims are made."""

from dataclasses import dataclass

from twosource.extract.deeds.actors import Cast
from twosource.extract.setting import Setting, date_at, day_of
from twosource.extract.speech.statements import Told
from twosource.extract.tree import Tree
from twosource.extract.when.day_before import day_before, is_another, is_ended
from twosource.extract.when.interval import is_dated_by_length
from twosource.extract.when.shared_day import is_shared
from twosource.lang.reading import words
from twosource.model import DateRange, Place, Span, Speaker


@dataclass(frozen=True, slots=True)
class Reader:
    """One article: its parse, what was told in it, the settings of its stories, its doers, its country."""

    tree: Tree
    told: list[Told]
    stories: tuple[tuple[Span, Setting], ...]
    cast: Cast
    home: Place | None
    told_of: frozenset[str]  # countries named, or with several places
    homeland: Place | None  # see ``homeland``

    def setting(self, index: int) -> Setting:
        """Return the setting of the story that a token stands in."""
        start = self.tree.tokens[index].start
        return next((own for span, own in self.stories if span.start <= start < span.end), self.stories[-1][1])

    def when(self, index: int) -> DateRange | None:
        """Return the day of what a token tells of."""
        if is_ended(self.tree, index) or self.tree.tokens[index].lemma == "bury":  # buried days after
            return None
        if is_dated_by_length(self.tree, index):
            return None
        around = self._day_around(index)
        if around is not None and around is self.setting(index).date and not self._shares(index, around):
            return None
        return day_of(self.tree, index, self.told, around)

    def _shares(self, index: int, story: DateRange) -> bool:
        """Tell whether a deed has a day in its sentence, or else likely that of the story."""
        return date_at(self.tree, index, self.told) is not None or is_shared(self.tree, index, story)

    def _day_around(self, index: int) -> DateRange | None:
        """The day of what is told around a token: of the happening right before it, else of the story it belongs to."""
        story, before = self.setting(index), day_before(self.tree, index)
        if before is not None:
            return before
        return None if is_another(self.tree, index, story.place) else story.date

    def speaker(self, teller: Told | None) -> Speaker | None:
        """Return who says so; None where the words do not tell: "I can tell you", "it was reported in Velma"."""
        speaker = teller.statement.speaker if teller is not None else None
        source = teller.statement.source if teller is not None else None
        if speaker is None or speaker.name.lower() in words("en/speech", "pronouns", "first"):
            return None
        first = self.tree.at(source.start) if source is not None else None
        place = self.tree.place(first) if first is not None else None
        is_scene = bool(first) and place is not None and not place.government
        return None if is_scene and self.tree.lower[(first or 0) - 1] == "in" else speaker

    def fell(self, index: int) -> DateRange | None:
        """Return the day on which people fell: nobody fell after the report was published ("all in their 20s")."""
        when, told = self.when(index), self.tree.article.published
        return self.setting(index).date if when is not None and told is not None and when.earliest > told[:10] else when

    def hurt(self, index: int) -> DateRange | None:
        """Return the day on which somebody was hurt of whom a later sign is told: "is in stable condition Monday".

        Of 47 such signs for which only one of both days was right, the day around was for 39, their own for 8.
        """
        return self._day_around(index) or self.fell(index)
