"""Makes true drafts and changed twins for ``fit_support.py`` from claims that a page bears out.

    python benchmarks/support_edits.py WICE.jsonl ROWS.jsonl

WICE.jsonl (WiCE, Kamoi et al. 2023) has a row a claim: ``claim``, ``label``, ``evidence`` (the sentences of the page)
and ``supporting_sentences``. Each claim that is supported is changed in one place at a time: a figure, a name, a deed
or a thing becomes another of the same page (intrinsic, after Maynez et al. 2020) or of the next one's (extrinsic), two
names change places, a deed is negated. No word list has a part in it: these twins tell how support does where the
lists of the project don't know the words.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from xcheck.api import claims_of
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.records.document import Document

AROUND = 12  # sentences of the page kept on each side of a supporting one
EACH = 2  # changes of one kind in a claim
NAMES = ("person", "organisation", "place")
_FIGURE = re.compile(r"\d[\d,.]*\d|\d")
Places = Mapping[str, Sequence[Span]]


class Page(NamedTuple):
    """A claim, the part of its page that speaks of it, and where both have figures, names, deeds and things."""

    claim: str
    source: str
    mine: Places
    others: Places


def pages(path: Path) -> list[Page]:
    """The supported claims of the data with their pages."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["label"] == "supported"]
    texts = [_near(row["evidence"], row["supporting_sentences"]) for row in rows]
    read = claims_of([Document.from_text(t, name="page") for t in [*(row["claim"] for row in rows), *texts]])
    return [
        Page(row["claim"], text, _places(mine), _places(others))
        for row, text, mine, others in zip(rows, texts, read[: len(rows)], read[len(rows) :], strict=True)
    ]


def twins(page: Page, strange: Page) -> Iterator[tuple[str, str]]:
    """The kinds of change with the claim so changed; words of ``strange`` come in for the extrinsic ones."""
    for kind, spans in page.mine.items():
        for number, span in enumerate(spans[:EACH]):
            for manner, other in (("intrinsic", page), ("extrinsic", strange)):
                fit = [o.text for o in other.others[kind] if o.text.lower() not in page.claim.lower()]
                if fit:
                    yield f"{manner} {kind}", _put(page.claim, span, fit[number % len(fit)])
    for first, second in list(pairwise(page.mine["name"]))[:1]:
        if first.end <= second.start:
            yield "names swapped", _put(_put(page.claim, second, first.text), first, second.text)
    for deed in page.mine["deed"][:EACH]:
        yield "negated", _put(page.claim, deed, f"not {deed.text}")


def _put(text: str, span: Span, new: str) -> str:
    return text[: span.start] + new + text[span.end :]


def _near(evidence: Sequence[str], supporting: Sequence[Sequence[int]]) -> str:
    wanted = {at for group in supporting for at in group}
    kept = [s for at, s in enumerate(evidence) if any(abs(at - w) <= AROUND for w in wanted)]
    return "\n".join(s for s in kept if not s.startswith("(meta data)"))


def _places(claims: Sequence[Claim]) -> Places:
    """Where the claims have figures, names, deeds and things; each text once, in order."""
    takers = [p for c in claims for p in c.participants]
    figures = (_inside(q, _FIGURE) for c in claims for q in (*c.quantities, *c.times))
    found: dict[str, list[Span]] = {
        "figure": [f for f in figures if f],
        "name": [p for p in takers if p.kind in NAMES and p.text[:1].isupper()],
        "deed": [c.predicate for c in claims if c.predicate and c.predicate.text.islower()],
        "thing": [_last(p) for p in takers if p.kind == "thing" and p.text.split()[-1].islower()],
    }
    return {
        kind: list({s.text: s for s in sorted(spans, key=lambda s: s.start)}.values()) for kind, spans in found.items()
    }


def _inside(span: Span, pattern: re.Pattern[str]) -> Span | None:
    match = pattern.search(span.text)
    return Span(start=span.start + match.start(), end=span.start + match.end(), text=match.group()) if match else None


def _last(span: Span) -> Span:
    word = span.text.split()[-1]
    return Span(start=span.end - len(word), end=span.end, text=word)


def main() -> None:
    """Writes the rows: each twin with its true draft."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("rows", type=Path)
    arguments = parser.parse_args()
    found = pages(arguments.data)
    with arguments.rows.open("w", encoding="utf-8") as file:
        for number, (page, strange) in enumerate(pairwise([*found, found[0]])):
            for twin, (kind, changed) in enumerate(twins(page, strange)):
                for draft, consistent in ((page.claim, True), (changed, False)):
                    row = {"pair": f"{number}-{twin}", "source": page.source, "draft": draft, "consistent": consistent}
                    file.write(json.dumps({**row, "type": kind}) + "\n")


if __name__ == "__main__":
    main()
