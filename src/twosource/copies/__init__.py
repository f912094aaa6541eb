"""Who copied whom: fingerprints of articles, pairs that share text, groups of one origin."""

from twosource.copies.bucket import keys, step
from twosource.copies.compare import Aligned, CopyPair
from twosource.copies.fingerprint import Fingerprint, fingerprint
from twosource.copies.group import copy_groups
from twosource.model import CopyGroup

__all__ = [
    "Aligned",
    "CopyGroup",
    "CopyPair",
    "Fingerprint",
    "copy_groups",
    "fingerprint",
    "keys",
    "step",
]
