"""The bytes of a report come in; its characters go out. Knows nothing of what they mean."""

import codecs
import re

from charset_normalizer import CharsetMatch, from_bytes

from twosource.errors import UnreadableError

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_AS_BROWSERS_READ = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "tis-620": "cp874",
}
"""Labels that mean a wider code page than they say, after the WHATWG Encoding Standard (encoding.spec.whatwg.org)."""
_NOT_OF_PAGES = frozenset({"utf-7", "punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined"})
_WESTERN = "cp1252"
_OF_PAGES = (
    *(f"cp{number}" for number in range(1250, 1259)),
    *("cp866", "cp874", "koi8_r", "koi8_u", "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8"),
    *("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949"),
)
"""What pages are written in, after the same standard; without this bound a short German text was read as ``cp775``."""
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}encoding=["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")
_SAMPLE = 20_000
_LOST_AT_MOST = 0.05
"""Share of characters that may be lost; with more, figures and names can no longer be trusted."""


def decoded(content: bytes, told: str | None) -> str:
    """Return the characters of ``content``.

    Tried in order: the byte order mark, the encoding told with the bytes, UTF-8, the one that the page declares, the
    likeliest by its letters. NUL and lone surrogates become U+FFFD, one for one.

    Args:
        content: the bytes as received.
        told: the name of the encoding that came with them, None where none came.

    Raises:
        UnreadableError: ``unreadable encoding`` where too much is lost whatever is tried.
    """
    text = _NO_CHARACTER.sub("\ufffd", content.decode(encoding(content, told), "replace"))
    lost = text.count("\ufffd")
    if lost > max(2, _LOST_AT_MOST * len(text)):
        raise UnreadableError("unreadable encoding", f"{lost} of {len(text)} characters cannot be read in any encoding")
    return text


def encoding(content: bytes, told: str | None) -> str:
    """Return the name of the codec that ``decoded`` reads the bytes with."""
    return _marked(content) or _named(content, told) or _guessed(content)


def _marked(content: bytes) -> str | None:
    return next((name for mark, name in _MARKS if content.startswith(mark)), None)


def _named(content: bytes, told: str | None) -> str | None:
    """Return the encoding that somebody names, None where that does not fit the bytes."""
    declared = _DECLARED.search(content[:4096])
    label = (declared[1] or declared[2]).decode("ascii") if declared else None
    seven_bit = label is not None and label.lower().startswith("iso-2022")
    names = (told, label, "utf-8") if seven_bit else (told, "utf-8", label)
    return next((codec for name in names if name and (codec := _fitting(content, name)) is not None), None)


def _fitting(content: bytes, label: str) -> str | None:
    """Return the codec that a label means, None where there is none or the bytes are not written in it."""
    try:
        name = codecs.lookup(label).name
        if name in _NOT_OF_PAGES:
            return None
        codec = _AS_BROWSERS_READ.get(name, name)
        content.decode(codec)
    except (LookupError, UnicodeError):
        return None
    return codec


def _guessed(content: bytes) -> str:
    """Return the likeliest encoding; UTF-8 with a few broken bytes is UTF-8 still."""
    text = content.decode("utf-8", "replace")
    if text.count("\ufffd") < len(text) / 200:
        return "utf-8"
    found = from_bytes(content[:_SAMPLE], cp_isolation=list(_OF_PAGES))
    best = found.best()
    western = [one for one in found if one.encoding == _WESTERN and best is not None and _is_as_good(one, best)]
    return _WESTERN if western or best is None else best.encoding


def _is_as_good(one: CharsetMatch, other: CharsetMatch) -> bool:
    """Tell whether the letters speak as much for the one; between two as good, browsers take the western one."""
    return one.chaos <= other.chaos and one.coherence >= other.coherence
