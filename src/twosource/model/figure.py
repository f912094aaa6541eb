"""One measure for one group of people in one event, with the claims behind each bound."""

from dataclasses import dataclass
from typing import Literal

from twosource.model.claim import Group

Agreement = Literal["corroborated", "echoed", "single", "contested", "unresolved"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """``low`` / ``best`` / ``high`` people, None where no number can be given.

    ``voices`` counts independent lines of evidence; ``speakers``, ``origins`` and ``outlets`` are names, sorted;
    ``claims_for`` support the best figure, ``claims_against`` state another, ``claims_before`` are earlier counts that
    their speakers replaced; ``parts`` are the figures (ids) summed where no claim states the total; ``wording`` keeps
    the words where there is no count; ``explanation`` says it in a sentence. ``grade`` is the codebook's word for how
    well the figure is supported, where the rule grades and the evidence allows; ``grade_reason`` says why, or why not.
    """

    id: str
    event: str
    measure: str
    group: Group | None
    low: int | None
    best: int | None
    high: int | None
    agreement: Agreement
    voices: int
    speakers: tuple[str, ...]
    origins: tuple[str, ...]
    outlets: tuple[str, ...]
    reports: tuple[str, ...]
    claims_for: tuple[str, ...]
    claims_against: tuple[str, ...]
    rule: str
    explanation: str
    wording: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    claims_before: tuple[str, ...] = ()
    grade: str | None = None
    grade_reason: str = ""
