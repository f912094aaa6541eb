"""People's decisions: which of them stand, what they change, and what should be decided next."""

from twosource.review.correct import checked_changes, corrected
from twosource.review.event import judged_events, judged_figures, rules_of, standing_on_events
from twosource.review.find import Present, present, reports_of
from twosource.review.history import Change, Made, history, numbers, same_figure
from twosource.review.parse import decision_of, decisions_of, lines_of
from twosource.review.queue import Doubt, Figures, claim_doubts, judgement_doubts, pair_doubts, place_in_queue, queue
from twosource.review.reading import judged_claims
from twosource.review.standing import settled
from twosource.review.subject import subject_of
from twosource.review.tie import Homes, judged_ties

__all__ = [
    "Change",
    "Doubt",
    "Figures",
    "Homes",
    "Made",
    "Present",
    "checked_changes",
    "claim_doubts",
    "corrected",
    "decision_of",
    "decisions_of",
    "history",
    "judged_claims",
    "judged_events",
    "judged_figures",
    "judged_ties",
    "judgement_doubts",
    "lines_of",
    "numbers",
    "pair_doubts",
    "place_in_queue",
    "present",
    "queue",
    "reports_of",
    "rules_of",
    "same_figure",
    "settled",
    "standing_on_events",
    "subject_of",
]
