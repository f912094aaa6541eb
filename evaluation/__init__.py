"""Scores of the stages and of the whole on corpora with gold; ``python -m evaluation --corpora DIR``."""
