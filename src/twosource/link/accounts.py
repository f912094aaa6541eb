"""One article and what it claims and states in, its accounts out: most tell of one happening, a round-up of several."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from twosource.link.account import Account, Toll
from twosource.link.days import days_named, own_day, own_year
from twosource.link.parts import Part, parts
from twosource.link.terms import DAY, LEAD_CHARACTERS, ages, hours, places, terms
from twosource.link.when import combined_date
from twosource.link.where import combined_place
from twosource.model import Article, Claim, Statement
from twosource.ontology.event_type import type_weights
from twosource.values.identifier import identifier

HOST = re.compile(r"https?://(?:www\.)?([^/:]+)", re.IGNORECASE)
COUNTED = ("killed", "injured", "captured", "missing", "displaced")
TITLE_WEIGHT, CLAIM_WEIGHT = 3.0, 2.0


def accounts(
    article: Article, claims: tuple[Claim, ...], statements: tuple[Statement, ...] = ()
) -> tuple[Account, ...]:
    """Return what the article tells of, one account for each happening; at least one.

    Claims whose ``scope`` is not ``event`` (running tolls, history, background) found no account and join none.

    Args:
        article: the clean reading.
        claims: its claims; may be empty, then the text alone speaks.
        statements: its attributions; each belongs to the account in whose text it stands.
    """
    own, told = own_day(article), parts(article, claims, statements)
    return tuple(_account(article, own, number, part) for number, part in enumerate(told))


def _account(article: Article, own: date | None, number: int, part: Part) -> Account:
    title = article.title if number == 0 else None
    text = "\n".join(piece for piece in (title, part.text) if piece)
    days = sorted({*days_named(part.text, own), *_claimed_days(part.claims)})
    return Account(
        id=identifier("a", article.id, number),
        report=article.id,
        part=number,
        outlet=_outlet(article),
        title=title,
        type=account_type(title, part),
        day=None if own is None else own.isoformat(),
        year=own_year(article, own),
        date=combined_date([part.claims]),
        place=combined_place([part.claims]),
        tolls=_tolls(part.claims),
        claims=tuple(sorted(claim.id for claim in part.claims)),
        statements=tuple(statement.id for statement in part.statements),
        terms=_bag(
            [*terms(text), *ages(part.text), *places(part.text), *hours(part.text), *(DAY + day for day in days)]
        ),
        lead=_bag(terms(_head(title, part.text))),
        days=tuple(days),
    )


def _outlet(article: Article) -> str | None:
    """The publisher's name, else the host of the address (of the page itself where an archive holds it)."""
    hosts = HOST.findall(article.url or "")
    return (article.outlet or (hosts[-1] if hosts else "")).lower() or None


def _head(title: str | None, text: str) -> str:
    return "\n".join(piece for piece in (title, text[:LEAD_CHARACTERS]) if piece)


def _bag(found: Iterable[str]) -> str:
    return " ".join(sorted(found))


def _claimed_days(claims: Sequence[Claim]) -> Iterable[str]:
    return (claim.date.earliest for claim in claims if claim.date is not None and claim.date.precision == "day")


def _tolls(claims: Sequence[Claim]) -> tuple[Toll, ...]:
    """The counts that stand on their own: sub-groups of a total tell less and are left out."""
    counted = {
        (claim.measure, claim.low, claim.high)
        for claim in claims
        if claim.measure in COUNTED and claim.part_of is None and (claim.low or claim.high)
    }
    return tuple(sorted(counted, key=str))


def account_type(title: str | None, part: Part) -> str | None:
    """Return the id of the kind of event that the title, the head and the claims' words speak for most."""
    weights: dict[str, float] = {}
    sources = [(title or "", TITLE_WEIGHT), (part.text[:LEAD_CHARACTERS], CLAIM_WEIGHT), (part.text, 1.0)]
    sources += [(claim.quote, CLAIM_WEIGHT) for claim in part.claims]
    for text, weight in sources:
        for kind, found in type_weights(text).items():
            weights[kind] = weights.get(kind, 0.0) + weight * found
    return min(weights, key=lambda kind: (-weights[kind], kind)) if weights else None
