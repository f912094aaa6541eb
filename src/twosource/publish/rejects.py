"""Rejects in, their number by reason out; and what each reason means."""

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

from twosource.model import Reject
from twosource.publish.wording import capitalised

_LINK = re.compile(r"\[(.*?)\]\(.*?\)")


def reject_counts(rejects: tuple[Reject, ...]) -> tuple[tuple[str, str], ...]:
    """Return how many rejects there are for each reason, the most first."""
    reasons = Counter(reject.reason for reject in rejects)
    return tuple((reason, str(number)) for reason, number in sorted(reasons.items(), key=lambda one: (-one[1], one[0])))


def meaning_told(reason: str) -> str:
    """Return what a reason means and what would do, as a sentence without markup; "" for an unknown one."""
    return capitalised(_LINK.sub(r"\1", _meanings().get(reason, "")).replace("`", ""))


@cache
def _meanings() -> dict[str, str]:
    return tomllib.loads(files("twosource.publish").joinpath("reasons.toml").read_text(encoding="utf-8"))
