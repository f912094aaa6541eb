"""From the parse to who said what: a small transformer marks sources, cues and contents."""

from twosource.annotate.attribution.find import find_attributions
from twosource.annotate.attribution.weights import load_model

__all__ = ["find_attributions", "load_model"]
