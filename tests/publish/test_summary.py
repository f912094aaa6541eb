"""The summary tells the ledger in plain lines, and counts what it leaves out."""

from dataclasses import replace

from twosource.model import Event, Holdings, Reject
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
        "14 killed (soldiers; Libya): echoed. All from one speaker, the Sarvanian defence ministry, through 3 outlets."
        in told
    )
    assert "“several” captured: unresolved. No count is given, only “several”." in told


def test_who_says_what_is_told_with_the_words_and_the_outlets(ledger: Holdings) -> None:
    lines = summary_lines(ledger)
    assert '    21 killed: "put the dead at 21" (Sarvania Courier)' in lines
    assert '    “several” captured, hedged: "several people were taken captive" (Port Almar Herald)' in lines
    assert '    Free Coast Front: "it had carried out the raid" (Port Almar Herald)' in lines
    assert lines.index("  Sarvanian defence ministry:") < lines.index("  No speaker named:")


def test_what_all_reports_tell_and_what_only_one_does_is_told(ledger: Holdings) -> None:
    lines = summary_lines(ledger)
    assert "    The depot holds a third of the country's fuel (Sarvania Courier)" in lines
    at = lines.index("  All reports tell:")
    assert lines[at + 1].startswith("    Gunmen stormed a fuel depot in Port Almar on Wednesday (")


def test_what_was_set_aside_and_rejected_is_told_with_its_reasons(ledger: Holdings) -> None:
    assert summary_lines(ledger)[-4:] == (
        "Set aside, in characters: share buttons 16.",
        "Rejected: 1 empty, 1 not JSON.",
        "  in/empty.html: empty. No text was found.",
        "  in/rows.jsonl:7: not JSON. Broken at 12.",
    )


def test_nothing_held_is_said_too() -> None:
    assert _told(Holdings(rule="default")).endswith("Nothing was set aside.\nEvery input was read.")


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
