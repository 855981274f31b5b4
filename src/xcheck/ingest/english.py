"""Whether a text is English: by the share of its function words, which anyone can count again."""

from __future__ import annotations

import re
from itertools import islice

from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.vocabulary import English

_WORD = re.compile(r"[^\W\d_]{1,60}")


def is_english(text: str) -> bool:
    """Whether the text has the letters and the function words of English.

    A text of fewer words than ``judged_from`` in ``rules/lexicons/english.yaml`` is judged by its letters alone.
    """
    rules = lexicon(English)
    found = [w.group().casefold() for w in islice(_WORD.finditer(text), rules.looked_at)]
    if not found:
        return True
    letters = "".join(found)
    if sum(c < "\u0250" for c in letters) < rules.latin * len(letters):
        return False
    if len(found) < rules.judged_from:
        return True
    known = lexicon(English).words
    return bool(sum(word in known for word in found) >= rules.share * len(found))
