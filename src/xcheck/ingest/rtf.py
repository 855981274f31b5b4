"""Rich text (``.rtf``): its words, one line a paragraph; what is bold or large tells nothing."""

from __future__ import annotations

from xcheck.errors import InputError
from xcheck.ingest.reading import Reading, joined

LARGEST_RTF = 5_000_000  # so much takes striprtf some seconds


def read_rtf(data: bytes) -> Reading:
    """The reading of an ``.rtf`` file. Raises InputError where it is none, is broken or has too many bytes."""
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - only rich text needs it

    if len(data) > LARGEST_RTF:
        raise InputError(f"the file has {len(data):,} bytes, more than the {LARGEST_RTF:,} allowed: save it as .docx")
    if not data.lstrip().startswith(b"{\\rtf"):
        raise InputError("this is not rich text: name the file .txt if it is plain text")
    try:
        text = str(rtf_to_text(data.decode("cp1252", "replace"), errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, OverflowError) as error:  # the library has no error of its own
        raise InputError("this rich text is broken: save it as .docx or .txt") from error
    return joined([(None, line) for line in text.splitlines()])
