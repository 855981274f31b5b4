"""Adds invented articles to an archive without parsing, and says each name when it is in. As a program:

python adder.py FOLDER FIRST LAST [BYTES]     BYTES: the largest file that may be written
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from xcheck.alignment.vectors import SIZE
from xcheck.archive.adding import add
from xcheck.archive.records import Known
from xcheck.archive.store import opened
from xcheck.errors import XcheckError
from xcheck.ingest.layout import recognise
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.records.document import Document
from xcheck.records.sentence import Sentence

TOWNS = ("Orwen", "Talmar", "Korvel", "Quillby", "Sandhavn", "Torvik", "Brennick")


def made(number: int) -> Document:
    """The article of a number: the same each time."""
    town = TOWNS[number % len(TOWNS)]
    text = f"The council of {town} sold {number} lamps at the fair on Friday, the warden of lot {number} said."
    day = date(2024, 1, 1) + timedelta(days=number % 300)
    return recognise(Document.from_text(text, name=f"{number}.txt", published=day))


def read(documents: Sequence[Document]) -> list[Known]:
    """One claim for each article, and a vector that hangs on its length alone."""
    found = []
    for document in documents:
        span = Span(start=0, end=len(document.text), text=document.text)
        claim = Claim(
            id=f"{document.id}#1",
            document=document.id,
            **dict(span),
            sentence=Sentence(**dict(span)),
            terms=("@the fair",),
        )
        vector = np.random.default_rng(len(document.text)).standard_normal((1, SIZE)).astype(np.float32)
        found.append(Known((claim,), np.round(vector / np.linalg.norm(vector), 4).astype(np.float32)))
    return found


def main(folder: str, first: int, last: int, largest: int | None = None) -> None:
    """Add the articles of some numbers; exit 5 where that is refused."""
    if largest:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    try:
        with opened(Path(folder), make=True) as store:
            for number in range(first, last):
                for one in add(store, [made(number)], read, "made"):
                    sys.stdout.write(f"{one.name}\n")
                    sys.stdout.flush()
    except XcheckError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(5) from error


if __name__ == "__main__":
    main(sys.argv[1], *(int(given) for given in sys.argv[2:]))
