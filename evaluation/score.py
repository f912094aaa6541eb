"""What a scorer is given and what it gives: a Run and Scores. Knows no corpus and no measure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.readings import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One figure: ``task`` and ``measure`` name it, ``part`` is tuned or unseen, ``n`` counts what it is a share of.

    ``whole`` is False where only a sample was scored, ``rival`` True where the figure is another method's and stands
    there to be compared with ours; neither is held against a floor.
    """

    task: str
    measure: str
    part: str
    value: float
    n: int
    whole: bool = True
    rival: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One evaluation: where the corpora are, whether samples will do, and the shelf of readings all scorers share."""

    corpora: Path
    quick: bool
    shelf: Shelf

    def most(self, of_quick: int) -> int | None:
        """Return how many items to score: all (None), or ``of_quick`` of them in a quick run."""
        return of_quick if self.quick else None


Scorer = Callable[[Run], Iterator[Score]]
