"""Mend what copying has done to the characters of a text: ligatures, and UTF-8 that was read as another encoding."""

from __future__ import annotations

import re

from xcheck.records.document import spelt_out

LONGEST_LINE = 20_000  # ftfy tries each line several times
# The first byte of a letter beyond ASCII and the next one, as the encodings of Windows, the West and the Mac show them.
_TELLTALE = re.compile("[Â-ô][\x80-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|‚Ä|√")


def mended(text: str) -> str:
    """Write the text as its author typed it: ``ofﬁce`` → ``office``, ``CafÃ©`` → ``Café``. Line ends stay."""
    if text.isascii():
        return text
    return "\n".join(_decoded_once(line) for line in spelt_out(text).split("\n"))


def _decoded_once(line: str) -> str:
    """Undo an encoding that was applied twice, where ftfy is sure of it; a line of good text stays as it is."""
    if len(line) > LONGEST_LINE or not _TELLTALE.search(line):
        return line
    from ftfy import fix_encoding  # noqa: PLC0415 - only a text that looks odd needs it
    from ftfy.badness import is_bad  # noqa: PLC0415

    return fix_encoding(line) if is_bad(line) else line
