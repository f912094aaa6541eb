"""From an article to its annotations: tokens, names, numbers, times, places, quotations."""

from twosource.annotate.stage import annotate, load_models

__all__ = ["annotate", "load_models"]
