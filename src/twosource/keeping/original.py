"""A report's id in, the bytes as they were received out, with the name by which the web knows their encoding."""

import re
from dataclasses import dataclass

from twosource import clean, store
from twosource.errors import UsageError
from twosource.keeping.place import existing

# Python's names of codecs on the left, labels of the WHATWG Encoding Standard on the right; others are alike.
LABELS = {
    "utf-8-sig": "utf-8",
    "cp866": "ibm866",
    "cp932": "shift_jis",
    "cp949": "euc-kr",
    "big5hkscs": "big5",
    "euc_jp": "euc-jp",
    "koi8_r": "koi8-r",
    "koi8_u": "koi8-u",
}
NUMBERED = ((r"cp(125\d|874)", r"windows-\1"), (r"iso8859[-_](\d+)", r"iso-8859-\1"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One report as received, and the label of the encoding it was read in."""

    content: bytes
    charset: str


def original(where: str, report: str) -> Original:
    """Return a report of a kept ledger as it was received.

    Raises:
        UsageError: no such ledger, or no such report in it.
        StoreError: the store cannot be opened or read.
    """
    with existing(where) as opened:
        found = store.read_original(opened, report)
    if found is None:
        raise UsageError(f"Asked for the report {report!r} as received; the ledger keeps none with that id.")
    return Original(content=found.content, charset=_label(clean.encoding(found.content, found.encoding)))


def _label(codec: str) -> str:
    for pattern, label in NUMBERED:
        if found := re.fullmatch(pattern, codec):
            return found.expand(label)
    return LABELS.get(codec, codec)
