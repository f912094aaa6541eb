"""The summary tells the ledger in plain lines, and counts what it leaves out."""

from dataclasses import replace

from twosource.model import Event, Group, Holdings, Point, Reject
from twosource.publish.summary import summary_lines


def _told(holdings: Holdings) -> str:
    return "\n".join(summary_lines(holdings))


def test_it_opens_with_what_the_ledger_holds(ledger: Holdings) -> None:
    assert summary_lines(ledger)[0] == (
        '4 reports, 2 events, 15 claims, 3 statements, 2 rejects. Figures by the rule "default".'
    )


def test_an_event_is_told_with_day_place_type_and_outlets(ledger: Holdings) -> None:
    lines = summary_lines(ledger)
    at = lines.index("Raid on a fuel depot in Port Almar")
    assert lines[at + 1] == (
        "  Wednesday 12 March 2025; Port Almar, Coast, Libya; armed attack. "
        "3 reports: Sarvania Courier, Inland Gazette and Port Almar Herald."
    )


def test_a_figure_is_told_with_its_people_agreement_and_reason(ledger: Holdings) -> None:
    told = _told(ledger)
    assert (
        "14 killed (Libyan military, “soldiers”): echoed. "
        "All from one speaker, the Sarvanian defence ministry, through 3 outlets." in told
    )
    assert "“several” captured: unresolved. No count is given, only “several”." in told


def test_a_group_told_of_in_the_words_of_all_is_told_once(ledger: Holdings) -> None:
    event = next(event for event in ledger.events if any(f.measure == "captured" for f in event.figures))
    (all_of_them,) = (figure for figure in event.figures if figure.measure == "captured")
    some = replace(all_of_them, id="f-some", group=Group(text="Several", role="victim"))
    told = _told(replace(ledger, events=(replace(event, figures=(all_of_them, some)),)))
    assert told.count("“several” captured: unresolved.") == 1


def test_who_says_what_is_told_with_the_words_and_the_outlets(ledger: Holdings) -> None:
    lines = summary_lines(ledger)
    at = lines.index("  Who says what:")
    assert lines[at + 1].startswith('    Sarvanian defence ministry: 14 killed (Libyan military), "Fourteen soldiers ')
    assert lines[at + 1].endswith("(all reports)")
    assert '    Sarvanian defence ministry: 3 killed, "including three officers" (Sarvania Courier)' in lines


def test_words_without_a_number_are_told_once(ledger: Holdings) -> None:
    event = replace(ledger.events[0], claims=("claim-captives", "claim-dozens", "claim-doctor", "claim-title"))
    lines = summary_lines(replace(ledger, events=(event,)))
    at = lines.index("  Who says what:")
    assert lines[at + 1 : at + 5] == (
        '    Sarvanian defence ministry: "dozens of people were wounded" (Sarvania Courier)',
        '    Sarvanian defence ministry: hedged, "several people were taken captive" (Port Almar Herald)',
        '    A doctor at the town hospital: 21 killed, "put the dead at 21" (Sarvania Courier)',
        '    No speaker named: at least 14 killed (Libyan military), "At least 14 soldiers killed" (Sarvania Courier)',
    )


def test_dozens_are_told_in_their_own_words_and_are_not_24(ledger: Holdings) -> None:
    event = replace(ledger.events[0], claims=("claim-dozens",))
    claims = tuple(replace(c, low=24) if c.id == "claim-dozens" else c for c in ledger.claims)
    told = _told(replace(ledger, events=(event,), claims=claims))
    assert '    Sarvanian defence ministry: "dozens of people were wounded" (Sarvania Courier)' in told


def test_what_was_done_is_told_as_a_sentence_and_only_once(ledger: Holdings) -> None:
    act = Point(text="it had carried out the raid", claims=("claim-front",), statements=(), reports=("r-herald",))
    event = replace(ledger.events[0], points=(act,))
    told = _told(replace(ledger, events=(event,)))
    assert told.count("carried out the raid") == 1
    assert "    Free Coast Front it had carried out the raid, says Free Coast Front (Port Almar Herald)" in told


def test_an_event_fits_on_a_screen(ledger: Holdings) -> None:
    event = ledger.events[0]
    claims = tuple(
        replace(ledger.claims[0], id=f"claim-{n}", low=n, high=n, event=event.id, speaker=None) for n in range(60)
    )
    figures = tuple(replace(event.figures[0], id=f"figure-{n}", best=n, high=n) for n in range(12))
    points = tuple(replace(event.points[n % 3], text=f"Point {n}") for n in range(30))
    event = replace(event, claims=tuple(claim.id for claim in claims), figures=figures, points=points)
    lines = summary_lines(replace(ledger, events=(event,), claims=claims))
    assert lines.index("", 2) - 2 <= 30
    assert "    6 more figures in events.jsonl." in lines
    assert "    53 more claims in claims.jsonl." in lines


def test_unnamed_outlets_are_introduced_with_their_files_and_numbered(ledger: Holdings) -> None:
    articles = tuple(
        replace(article, outlet=None, url=None, input_id=None, path=f"in/{article.id}.txt")
        for article in ledger.articles
    )
    told = _told(replace(ledger, articles=articles))
    assert "3 reports: unnamed outlet 1 (r-courier.txt), unnamed outlet 2 (r-gazette.txt) and unnamed outlet 3 " in told
    assert '"put the dead at 21" (unnamed outlet 1)' in told
    assert "1 report: unnamed outlet (r-hills.txt)." in told


def test_what_all_reports_tell_and_what_only_one_does_is_told(ledger: Holdings) -> None:
    lines = summary_lines(ledger)
    assert "    The depot holds a third of the country's fuel (Sarvania Courier)" in lines
    at = lines.index("  All reports tell:")
    assert lines[at + 1] == "    Gunmen stormed a fuel depot in Port Almar on Wednesday"


def test_what_was_set_aside_and_rejected_is_told_with_its_reasons(ledger: Holdings) -> None:
    assert summary_lines(ledger)[-4:] == (
        "Set aside, in characters: share buttons 16.",
        "Rejected: 1 empty, 1 not JSON.",
        "  in/empty.html: empty. No text was found.",
        "  in/rows.jsonl:7: not JSON. Broken at 12.",
    )


def test_nothing_held_is_said_too() -> None:
    assert _told(Holdings(rule="default")).endswith("Nothing was set aside.\nEvery input was read.")


def test_a_ledger_without_events_says_so(ledger: Holdings) -> None:
    assert "No event was found in these reports." in summary_lines(replace(ledger, events=()))


def test_what_does_not_fit_is_counted(ledger: Holdings) -> None:
    blank = Event(id="", title="More", type=None, date=None, place=None, actors=(), reports=(), claims=(),
                  copy_groups=(), links=())  # fmt: skip
    many = tuple(replace(blank, id=f"event-{index:02}") for index in range(30))
    reject = Reject(id="r", source="s", stage="clean", reason="empty", detail="d")
    told = _told(replace(ledger, events=(*ledger.events, *many), rejects=(reject,) * 25))
    assert "12 more events in events.jsonl." in told
    assert "  5 more in rejects.jsonl." in told


def test_a_line_obeys_no_terminal(ledger: Holdings) -> None:
    hostile = replace(ledger.rejects[0], source="a\x1b[31m\nb\x07")
    told = summary_lines(replace(ledger, rejects=(hostile,)))
    assert "  a[31m b: empty. No text was found." in told
    assert all("\n" not in line for line in told)
