"""From bytes to text: marks of order first, then UTF-8, then the old single-byte encodings."""

from __future__ import annotations

import codecs
import re

from xcheck.errors import InputError
from xcheck.ingest.mending import mended
from xcheck.records.base import whole

_MARKED = (  # UTF-32 before UTF-16: the one's mark begins with the other's
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD = ["cp1252", "latin_1", "mac_roman"]
# Python knows these as well; no page is written in them, and some take time by the square of its length.
_NO_ENCODINGS = frozenset({"idna", "punycode", "raw_unicode_escape", "undefined", "unicode_escape", "utf_7", "utf7"})
_SAMPLE = 50_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 0.005


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a file, its characters mended. ``declared`` is the encoding that the file names itself.

    Raises InputError where the bytes are no text.
    """
    text = whole(_decoded(data, declared))
    if "\0" in text or len(_CONTROL.findall(text, 0, _SAMPLE)) > _MOST_CONTROL * min(len(text), _SAMPLE):
        raise InputError(
            "this is not text (it holds NUL or control characters): give a text, web page, docx or pdf file"
        )
    return mended(text)


def _decoded(data: bytes, declared: str | None) -> str:
    named = [declared] if declared and declared.lower().replace("-", "_") not in _NO_ENCODINGS else []
    for encoding in [*_promised(data), "utf-8", *named]:
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return _old(data)


def _promised(data: bytes) -> list[str]:
    """The encoding that a mark at the start, or the places of the NUL bytes, give away."""
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return [encoding]
    sample = data[:_SAMPLE]
    if 10 * sample.count(0) < len(sample):
        return []
    return ["utf-16-be" if sample[::2].count(0) > sample[1::2].count(0) else "utf-16-le"]


def _old(data: bytes) -> str:
    """A single-byte encoding of the West: charset-normalizer weighs which one makes the likelier text."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only files that are not Unicode need it

    best = from_bytes(data[:_SAMPLE], cp_isolation=_OLD).best()
    return data.decode(best.encoding if best else "latin_1", errors="replace")
