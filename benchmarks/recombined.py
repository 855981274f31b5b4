"""Articles made from real ones: their sentences in new company, with other names and figures.

Four tell one story each, so that the work of comparing grows with the articles, as it does in a crawl: each leaves out
another sentence, and the last gives other figures. The same number gives the same article, however many there are.
"""

from __future__ import annotations

import calendar
import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

_HERE = Path(__file__).parents[1]
FOLDERS = (_HERE / "seeds", _HERE / "docs" / "example")
TELLERS = 4  # articles of a story
_ENDS = re.compile(r"(?<=[.!?”])\s+(?=[A-Z“])")
_NAME = re.compile(r"\b[A-Z][a-zé]{2,}\b")
_FIGURE = re.compile(r"\d+")
_DAYS = {*calendar.day_name, *calendar.month_name}
_SYLLABLES = ("al", "ber", "cor", "den", "el", "fen", "gar", "hol", "is", "kel", "lor", "mar", "nor", "os", "pen")


def articles(count: int, folders: Sequence[Path] = FOLDERS, sentences: int = 3) -> Iterator[dict[str, str]]:
    """Give so many articles of so many sentences, made from text files; the first sentence has a figure, if any has."""
    files = [file for folder in folders for file in sorted(folder.glob("*.txt"))]
    pool = [one for file in files for one in _sentences(file.read_text(encoding="utf-8"))]
    names = _names(pool)
    for number in range(count):
        story, teller = divmod(number, TELLERS)
        told = _told(story, pool, names, sentences)
        del told[teller % sentences + 1]
        if teller == TELLERS - 1:
            told = [_FIGURE.sub(lambda figure: str(int(figure[0]) * 2 + 1), one) for one in told]
        yield {
            "title": " ".join(told[0].split()[:8]).rstrip(".,"),
            "text": "\n\n".join(told),
            "date": f"2026-03-{1 + story % 28:02}",
            "url": f"https://paper{teller}.example/{story}",
        }


def _told(story: int, pool: Sequence[str], names: set[str], sentences: int) -> list[str]:
    """All that is told of a story: one sentence more than each of its articles has."""
    drawn = random.Random(story)  # noqa: S311 - no secret hangs on it
    figured = [one for one in pool if _FIGURE.search(one)] or pool
    return [*map(_renamed(names, drawn), [drawn.choice(figured), *drawn.sample(pool, sentences)])]


def _sentences(text: str) -> list[str]:
    found = [one.strip() for line in text.splitlines() for one in _ENDS.split(line)]
    return [one for one in found if one.endswith((".", ".”")) and 8 <= len(one.split()) <= 30]


def _names(pool: list[str]) -> set[str]:
    """The words that are capital inside a sentence, and small nowhere."""
    small = {word for one in pool for word in re.findall(r"\b[a-zé]+\b", one)}
    inside = {name for one in pool for name in _NAME.findall(one.partition(" ")[2])}
    return {name for name in inside - _DAYS if name.lower() not in small}


def _renamed(names: set[str], drawn: random.Random) -> Callable[[str], str]:
    """What gives a sentence the names and figures of a story: the same for the same ones."""
    new: dict[str, str] = {}

    def invented(found: re.Match[str]) -> str:
        old = found[0]
        if old not in new:
            figure = str(drawn.randrange(10 ** (len(old) - 1), 10 ** len(old)))
            new[old] = figure if old.isdigit() else "".join(drawn.choices(_SYLLABLES, k=4)).capitalize()
        return new[old] if old.isdigit() or old in names else old

    return lambda one: _FIGURE.sub(invented, _NAME.sub(invented, one))
