"""A count in, one plain sentence out: how many, who says so, through how many outlets, who says otherwise."""

from collections.abc import Iterable, Sequence

from twosource.reconcile.count import Count
from twosource.reconcile.line import Line

AT_MOST = 4  # names in a row; further ones are counted


def explanation(count: Count, measure: str) -> str:
    """Return the sentence printed with a figure."""
    told = _main(count, measure)
    changed = _changes(count.before)
    words = sorted({f'{_teller(line)} says "{line.wording}"' for line in count.vague if line not in count.behind})
    notes = [
        *count.remarks,
        *_dissent(count),
        *([changed] if changed else []),
        *([f"without a number, {_listed(words)}"] if words else []),
    ]
    return "; ".join([told, *notes])


def _main(count: Count, measure: str) -> str:
    number = f"{count.best} {measure}"
    if count.parts:
        return _sum(count, number)
    if count.agreement == "unresolved":
        return f"no number can be given: {_listed(_sayings(count.behind))}"
    if count.agreement == "contested":
        return f"contested: {_listed(_sayings((*count.behind, *count.against)))}"
    if count.agreement == "corroborated":
        return f"{number}: {count.voices} independent voices agree, {_listed(_names(count.behind))}"
    if count.agreement == "single":
        return f"{number}, in one report only, from {_listed(_names(count.behind))}"
    return f"{number}, {_one_voice(count.behind)}, through {_channels(count.behind)}"


def _dissent(count: Count) -> list[str]:
    """What stands against a number that no other voice contests: another speaker of one report, a slip in a copy."""
    if count.agreement == "contested" or count.best is None or count.parts:
        return []
    said = _sayings(line for line in count.against if line.excludes(count.best) or line.stance == "denied")
    return [f"yet {_listed(said)}, in a report of the same origin"] if said else []


def _sum(count: Count, number: str) -> str:
    if len(count.parts) == 1:
        return f"{number}, all of them in one group"
    return f"{number}, the sum of {len(count.parts)} figures, the weakest of them {count.agreement}"


def _one_voice(behind: Sequence[Line]) -> str:
    if len({line.speaker for line in behind}) == 1:
        return f"all from one speaker, {_names(behind)[0]}"
    if len({line.origin for line in behind}) == 1:
        return f"all of one origin, {_origin_name(behind[0].origin)}"
    return f"all from one voice, as {_listed(_names(behind))} share speakers and origins"


def _origin_name(origin: str) -> str:
    kind, _, name = origin.partition(":")
    return f"the agency {name}" if kind == "agency" else name if kind == "via" else "copies of one text"


def _channels(behind: Sequence[Line]) -> str:
    outlets, reports = {line.outlet for line in behind}, {line.report for line in behind}
    return f"{len(outlets)} outlets" if len(outlets) > 1 else f"{len(reports)} reports of one outlet"


def _sayings(lines: Iterable[Line]) -> list[str]:
    """Who says what, the denials as denials, each once."""
    return list(dict.fromkeys(f"{_teller(line)} {_verb(line)} {_amount(line)}" for line in lines))


def _verb(line: Line) -> str:
    return {"denied": "denies", "hedged": "speaks of"}.get(line.stance, "says")


def _amount(line: Line) -> str:
    if line.low is None and line.high is None:
        return f'"{line.wording}"'
    if line.low is None:
        return f"up to {line.high}"
    if line.high is None:
        return f"at least {line.low}"
    return str(line.low) if line.low == line.high else f"{line.low} to {line.high}"


def _changes(before: Iterable[Line]) -> str:
    """What was said earlier, in order of day."""
    earlier = sorted({(line.day, _teller(line), _amount(line)) for line in before})
    return (
        f"before that {_listed([f'{teller} said {amount} ({day})' for day, teller, amount in earlier])}"
        if earlier
        else ""
    )


def _names(lines: Iterable[Line]) -> list[str]:
    return sorted({_teller(line) for line in lines})


def _teller(line: Line) -> str:
    if line.teller == line.report:
        return "an unnamed outlet"
    return f"the {line.teller}" if line.teller.endswith(" government") else line.teller


def _listed(parts: Sequence[str]) -> str:
    if len(parts) > AT_MOST:
        return f"{', '.join(parts[:AT_MOST])} and {len(parts) - AT_MOST} more"
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
