"""A page."""

from twosource.clean.finding import Cleaned
from twosource.config import Limits
from twosource.model import Report


def cleaned_page(source: str, report: Report, limits: Limits) -> Cleaned:
    """Page."""
    raise NotImplementedError
