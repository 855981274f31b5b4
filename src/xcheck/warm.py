"""What a process keeps in memory of the cases that it has last checked, so that a check reads only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from xcheck.cache import Cache, Made
from xcheck.records.claim import Claim
from xcheck.records.document import Document
from xcheck.resources import memoised

MOST_CASES = 40  # of which a process keeps something
MOST_MET = 4_000  # claims of one case's drafts
MOST_HELD = 400  # entries of one case: a document has a parse and a table of vectors, its draft readings and voices

Claims = tuple[Claim, ...]


@dataclass(frozen=True)
class Warm(Cache):
    """The cache of one case. It reads what the case's first check left in files, and writes to memory alone.

    The claims of the sources are kept as they are. Those of the draft are read anew, from the parses of the paragraphs
    that are still the same; a claim that an earlier text had in the same place is given back as the same object, so
    that what the comparison keeps of it is found again.
    """

    held: dict[str, Any] = field(default_factory=dict, compare=False)
    read: dict[str, tuple[Document, Claims]] = field(default_factory=dict, compare=False)
    met: dict[Claim, Claim] = field(default_factory=dict, compare=False)

    def claims(
        self, documents: Sequence[Document], model: str, extract: Callable[[list[Document]], list[Claims]]
    ) -> list[Claims]:
        """The claims of each document: the first is the draft, the others are its sources."""
        draft, *sources = documents
        return [self._met(*extract([draft])), *(self._of_source(one, model, extract) for one in sources)]

    def _of_source(self, source: Document, model: str, extract: Callable[[list[Document]], list[Claims]]) -> Claims:
        known = self.read.get(source.id)
        if known is None or known[0] != source:
            (found,) = Cache(self.folder, self.project).claims([source], model, extract)  # in files
            known = self.read[source.id] = (source, found)
        return known[1]

    def _met(self, claims: Claims) -> Claims:
        same = tuple(self.met.setdefault(claim, claim) for claim in claims)
        if len(self.met) > MOST_MET:
            self.met.clear()
            self.met.update(zip(same, same, strict=True))
        return same

    def entry(self, key: str, read: Callable[[bytes], Made]) -> Made | None:
        """What is kept under a key in memory, or else in a file."""
        made: Made | None = self.held.pop(key, None)
        if made is None:
            made = super().entry(key, read)
        if made is not None:
            self.held[key] = made  # the last to be forgotten
        return made

    def keep(self, entries: Mapping[str, Made], write: Callable[[Made], bytes]) -> None:  # noqa: ARG002 - not to a file
        """Keeps what was made for each key in memory, and forgets what was asked for least lately."""
        for key in entries:
            self.held.pop(key, None)
        self.held.update(entries)
        for key in [*self.held][: max(0, len(self.held) - MOST_HELD)]:
            del self.held[key]


@memoised(MOST_CASES)
def warm(folder: Path, case: str) -> Warm:
    """The cache of a case; ``folder`` has the files."""
    return Warm(folder, case)
