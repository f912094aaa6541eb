"""Copies are found through a desk's edits, and independent reports stay apart."""

import time
from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.copies import CopyPair, Fingerprint, copy_groups, fingerprint, keys, step
from twosource.copies.bucket import LEADERS
from twosource.model import Article, Block, CopyGroup, Credit, Span

DISPATCH = (
    "A bus carrying dock workers fell from the Varna road bridge before dawn on Tuesday after its brakes gave way.",
    "Rescue crews with ropes climbed down to the river bank and pulled survivors through the broken rear windows.",
    "Fourteen passengers were killed and nine more were taken to two hospitals, the regional police command said.",
    "The driver, who had worked the night shift for the company since spring, was among those pulled out alive.",
    "Engineers closed both lanes of the bridge while they looked for cracks in the railing and the supporting beams.",
    "The transport ministry ordered a check of all buses older than ten years that carry workers to the harbour.",
)
OWN = (
    "Families waited outside the clinic on the hill, holding blankets that neighbours had brought down in carts.",
    "Nobody in the harbour union could remember an accident like it in the forty years since the bridge was opened.",
    "Our reporter counted six ambulances on the quay and a crane that was being driven slowly toward the railing.",
    "By noon the traders had shut their stalls, and the only sound on the market street was that of the sirens.",
)


def article(name: str, *paragraphs: str, **fields: object) -> Article:
    made = Article(id=name, sha256="", text="\n\n".join(paragraphs), blocks=())
    return replace(made, **fields)  # type: ignore[arg-type]


def pairs_of(*articles: Article) -> list[CopyPair]:
    buckets: dict[str, list[Fingerprint]] = defaultdict(list)
    for each in articles:
        made = fingerprint(each)
        for key in keys(made):
            buckets[key].append(made)
    return [pair for key, group in buckets.items() for pair in step(key, group)]


def groups_of(*articles: Article) -> tuple[CopyGroup, ...]:
    return copy_groups(articles, pairs_of(*articles))


def members(groups: tuple[CopyGroup, ...]) -> list[tuple[str, ...]]:
    return sorted(group.reports for group in groups if len(group.reports) > 1)


EDITED = {
    "cut": DISPATCH[:3],
    "new headline": ("Bridge of tears", *DISPATCH),
    "order changed": (DISPATCH[0], *reversed(DISPATCH[1:])),
    "local paragraphs put in": (DISPATCH[0], OWN[0], *DISPATCH[1:], OWN[1]),
    "paragraphs merged": (" ".join(DISPATCH[:3]), " ".join(DISPATCH[3:])),
    "numbers changed": tuple(p.replace("Fourteen", "Fifteen").replace("nine", "ten") for p in DISPATCH),
    "attribution changed": tuple(p.replace("the regional police command said", "officers told us") for p in DISPATCH),
    "accents and apostrophes": tuple(p.replace("Varna", "Várna") for p in DISPATCH),
}


@pytest.mark.parametrize("edit", sorted(EDITED))
def test_an_edited_copy_joins_its_origin(edit: str) -> None:
    groups = groups_of(article("a", *DISPATCH), article("b", *EDITED[edit]), article("c", *OWN))
    assert members(groups) == [("a", "b")]


def test_a_shared_quotation_makes_no_copy() -> None:
    said = f"“{' '.join(DISPATCH[:4])}”, the chief of the rescue crews said."
    assert groups_of(article("a", OWN[0], said, OWN[1]), article("b", OWN[2], said, OWN[3])) == ()


def test_the_same_words_without_quotation_marks_do() -> None:
    said = f"{' '.join(DISPATCH[:4])}, the chief of the rescue crews said."
    assert members(groups_of(article("a", OWN[0], said), article("b", OWN[2], said))) == [("a", "b")]


def test_sentences_that_speak_to_the_reader_make_no_copy() -> None:
    foot = "If you want to hear more of this from our newsroom, click here and sign up for the letter we send at six."
    assert groups_of(article("a", OWN[0], foot, foot), article("b", OWN[2], foot, foot)) == ()


def test_titles_and_captions_make_no_copy() -> None:
    head = DISPATCH[0] + " " + DISPATCH[1]
    blocks = (Block(span=Span(0, len(head)), kind="caption"), Block(span=Span(len(head) + 2, 400), kind="paragraph"))
    first, second = article("a", head, OWN[0], blocks=blocks), article("b", head, OWN[2], blocks=blocks)
    assert groups_of(first, second) == ()


def test_copies_of_copies_are_of_one_origin() -> None:
    first, middle = article("a", *DISPATCH), article("b", *DISPATCH[1:4], OWN[0])
    assert members(groups_of(first, middle, article("c", OWN[1], *DISPATCH[1:4], OWN[0]))) == [("a", "b", "c")]


def test_a_paragraph_taken_from_another_report_names_its_giver() -> None:
    giver = article("giver", *OWN, published="2025-05-01")
    origin = article("origin", *DISPATCH, published="2025-05-01")
    mixed = article("mixed", *DISPATCH[:3], OWN[1], *DISPATCH[3:], published="2025-05-02")
    groups = groups_of(giver, origin, mixed)
    assert members(groups) == [("mixed", "origin")]
    taken = [s for s in groups[0].sentences if s.source == "giver"]
    assert [s.span.of(mixed.text) for s in taken] == [OWN[1]]
    assert [s.source_span.of(giver.text) for s in taken if s.source_span] == [OWN[1]]


def test_the_earliest_report_is_the_origin_and_sentences_say_what_was_copied() -> None:
    first = article("z", *DISPATCH, published="2025-05-01")
    later = article("a", OWN[0], *EDITED["numbers changed"][1:4], published="2025-05-02")
    (group,) = groups_of(first, later)
    assert group.origin == "z"
    assert [(s.report, s.fate, s.source) for s in group.sentences] == [
        ("a", "added", None),
        ("a", "copied", "z"),
        ("a", "edited", "z"),
        ("a", "copied", "z"),
    ]
    for sentence in group.sentences[1:]:
        assert sentence.source_span is not None
        assert sentence.source_span.of(first.text) in DISPATCH
        assert sentence.span.of(later.text) in later.text.split("\n\n")


def test_a_credit_names_the_agency_of_a_group() -> None:
    ap = (Credit(name="Associated Press", agency="ap", where="dateline", quote="(AP)"),)
    (group,) = groups_of(article("a", *DISPATCH, credits=ap), article("b", *DISPATCH[1:]))
    assert group.agency == "ap"


def test_a_report_that_credits_an_agency_and_shares_nothing_has_an_origin_outside() -> None:
    ap = (Credit(name="Associated Press", agency="ap", where="contribution", quote="AP"),)
    (group,) = groups_of(article("a", *DISPATCH, credits=ap), article("b", *OWN))
    assert (group.reports, group.origin, group.agency) == (("a",), None, "ap")


def test_a_byline_outweighs_a_contribution() -> None:
    both = (
        Credit(name="AFP", agency="afp", where="contribution", quote="AFP"),
        Credit(name="Reuters", agency="reuters", where="byline", quote="Reuters"),
    )
    (group,) = groups_of(article("a", *DISPATCH, credits=both))
    assert group.agency == "reuters"


def test_many_copies_of_one_dispatch_cost_no_square() -> None:
    """2,000 copies would be two million comparisons; each is compared with one."""
    same = [article(f"r{n:04}", *DISPATCH) for n in range(1000)]
    near = [article(f"s{n:04}", f"Paper number {n} of the coast.", *DISPATCH) for n in range(1000)]
    started = time.process_time()
    (group,) = groups_of(*same, *near)
    assert len(group.reports) == 2000
    assert time.process_time() - started < 30


def test_a_bucket_of_strangers_is_bounded() -> None:
    shared = DISPATCH[1]
    strangers = [
        article(f"r{n:03}", shared, *(f"{n} w{n}a{i} w{n}b{i} w{n}c{i}." for i in range(30))) for n in range(200)
    ]
    assert LEADERS < 200
    assert groups_of(*strangers) == ()


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(5)))
def test_the_order_of_articles_and_pairs_never_matters(order: list[int]) -> None:
    texts = (DISPATCH, EDITED["cut"], EDITED["order changed"], OWN, (*OWN[:2], *DISPATCH[:2]))
    articles = [article(f"r{n}", *text) for n, text in enumerate(texts)]
    pairs = pairs_of(*(articles[i] for i in order))
    expected = groups_of(*articles)
    assert copy_groups([articles[i] for i in order], pairs[::-1]) == expected


def test_empty_and_tiny_articles_have_a_fingerprint() -> None:
    for text in ("", "Dead.", "“All quoted.”", "\n\n \n"):
        made = fingerprint(article("a", text))
        assert made.report == "a"
        assert groups_of(article("a", text), article("b", text)) == ()


def test_formulas_of_the_trade_make_no_copy() -> None:
    """Short items of two days share phrases, never seventeen words in a row, nor two runs of twelve."""
    first = "A man was shot in the leg on Quay Road and taken to the Mercy Hospital in good condition, police said."
    second = "A woman was shot in the arm on Hill Lane and taken to the Mercy Hospital in fair condition, police said."
    items = [
        article(name, f"At 8:{minute} p.m. {text}", f"{text} No one was in custody on {day}.")
        for name, minute, text, day in (("a", 10, first, "Monday"), ("b", 42, second, "Friday"))
    ]
    assert groups_of(*items) == ()


def test_quotations_in_typewriter_marks_make_no_copy() -> None:
    said = f"``{' '.join(DISPATCH[:4])}'', the chief of the rescue crews said."
    assert groups_of(article("a", OWN[0], said, OWN[1]), article("b", OWN[2], said, OWN[3])) == ()


def test_a_post_shown_in_the_text_makes_no_copy() -> None:
    post = f"{' '.join(DISPATCH[:3])} — Harbour Police (@VarnaHarbour) May 1, 2025"
    assert groups_of(article("a", OWN[0], post, OWN[1]), article("b", OWN[2], post, OWN[3])) == ()


def test_titles_of_other_stories_make_no_copy() -> None:
    titles = [f"{mark} {text}" for mark, text in zip(("0:24", "1:38", "+", "+"), DISPATCH, strict=False)]
    assert groups_of(article("a", *titles, OWN[1]), article("b", *titles, OWN[3])) == ()


def test_a_caption_that_stands_twice_makes_no_copy() -> None:
    caption = " ".join(DISPATCH[:2])
    assert groups_of(article("a", caption, caption, OWN[0]), article("b", caption, caption, OWN[2])) == ()
