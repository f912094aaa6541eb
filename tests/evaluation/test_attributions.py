"""What counts as a right span of an attribution."""

from collections import Counter

from evaluation.attributions import Attributed, attributed, count_spans, count_speech

TEXT = 'The mayor of Brava said "the bridge is safe" on Monday.'
SOURCE, CUE, CONTENT = [[0, 18]], [[19, 23]], [[24, 44]]


def told(source: list[list[int]], cue: list[list[int]], content: list[list[int]]) -> Attributed:
    return attributed(TEXT, source, cue, content)


def spans(found: Attributed) -> Counter[str]:
    tally = Counter[str]()
    count_spans(tally, [told(SOURCE, CUE, CONTENT)], [found])
    return tally


def speech(found: Attributed) -> Counter[str]:
    tally = Counter[str]()
    count_speech(tally, [told(SOURCE, CUE, CONTENT)], [found])
    return tally


def test_pieces_count_as_one_span() -> None:
    assert spans(told([[0, 9], [10, 18]], CUE, CONTENT))["source right"] == 1


def test_a_shorter_source_is_wrong() -> None:
    assert spans(told([[4, 18]], CUE, CONTENT))["source right"] == 0


def test_quotation_marks_matter_but_for_words_alone() -> None:
    tally = spans(told(SOURCE, CUE, [[25, 43]]))
    assert (tally["content right"], tally["wordy right"]) == (0, 1)


def test_speech_is_right_in_all_parts() -> None:
    tally = speech(told(SOURCE, CUE, [[25, 43]]))
    assert [tally[key] for key in ("speech right", "sources right", "contents right", "speakers right")] == [1, 1, 1, 1]


def test_a_missed_cue_leaves_nothing_to_judge_given_the_cue() -> None:
    tally = speech(told(SOURCE, [[45, 47]], CONTENT))
    assert (tally["speech right"], tally["sources given cue"], tally["sources"]) == (0, 0, 1)


def test_the_speaker_of_a_quotation_is_wrong_elsewhere() -> None:
    assert speech(told([[48, 54]], CUE, CONTENT))["speakers right"] == 0
