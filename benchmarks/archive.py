"""What an archive costs: to fill, to search, in a check; and what is lost when adders are killed.

    python benchmarks/archive.py [--articles 1000,100000] [--folder DIR]     the cost of a check, by stored articles
    python benchmarks/archive.py --kills 300 [--articles 20000]              adders killed at random moments

The stored articles are recombined from invented templates, with one claim a sentence and vectors near those of their
template, so that no parse is needed. Beyond the first 2,000 they are copies, made by SQL, in which the towns have other
names. Times are of the processor, medians of five; the cache is warm.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import numpy as np

from xcheck import api
from xcheck.alignment.vectors import Vectors, embed
from xcheck.archive import keeping
from xcheck.archive.adding import BATCH, add
from xcheck.archive.recalling import Recalled, Wanted, recall
from xcheck.archive.records import Known
from xcheck.archive.schema import FILE
from xcheck.archive.searching import Period, entries, search
from xcheck.archive.store import Store, opened
from xcheck.cache import Cache, reader
from xcheck.drafts.binding import Bound
from xcheck.nlp.pipeline import model_name
from xcheck.options import Options
from xcheck.records.base import Span
from xcheck.records.claim import Claim
from xcheck.records.document import Document, Region
from xcheck.records.sentence import Sentence

ADDER = Path(__file__).parents[1] / "tests" / "archive" / "adder.py"
TEMPLATES = (
    "The council of {town} sold {figure} lamps at the fair on Friday.",
    "A storm over {town} left {figure} homes without power, the grid company said.",
    "Police in {town} arrested {figure} people after a match, officer {name} said.",
    "{name} opened a bridge near {town} that had cost {figure} euros.",
    "Dockers at {town} walked out over night shifts, said {name} of the union.",
    "The mill at {town} will close in autumn and {figure} welders lose their work.",
    "The mayor of {town}, {name}, promised {figure} new flats within a year.",
    "A fire in the old town of {town} destroyed {figure} cars, firefighters said.",
)
PARTS = ("Or", "Tal", "Kor", "Quill", "Sand", "Tor", "Bren", "Al", "Vel", "Mar", "Dun", "Hel")
ENDS = ("wen", "mar", "vel", "by", "havn", "vik", "nick", "dery", "ford", "stad", "mouth", "gate")
SENTENCES = 20
MADE = 2000  # articles that are added; all beyond are copies of these
_STRIDE = 100_000  # between the rows of an article and of its copy
_BASE = "article.id < :made AND article.name GLOB '[0-9]*.txt'"
_COPY = f"""
INSERT INTO article SELECT id + :up, digest || :copy, :copy || '-' || name, title, outlet, published, claims, reader
    FROM article WHERE {_BASE};
INSERT INTO content SELECT article + :up, seal, document, content.claims
    FROM content JOIN article ON article = article.id WHERE {_BASE};
INSERT INTO vectors SELECT article + :up, exact FROM vectors JOIN article ON article = article.id WHERE {_BASE};
INSERT INTO signs SELECT article + :up, bits FROM signs JOIN article ON article = article.id WHERE {_BASE};
INSERT OR IGNORE INTO entity (name) SELECT DISTINCT old.name || :copy FROM mention
    JOIN entity AS old ON old.id = entity JOIN article ON article = article.id WHERE {_BASE};
INSERT INTO mention SELECT new.id, article + :up FROM mention JOIN entity AS old ON old.id = entity
    JOIN entity AS new ON new.name = old.name || :copy JOIN article ON article = article.id WHERE {_BASE};
INSERT INTO words (rowid, terms) SELECT words.rowid + (:up << 16),
    replace(terms, substr(lower(title), 1, 6), substr(lower(title), 1, 6) || :copy)
    FROM words JOIN article ON article.id = words.rowid >> 16 WHERE {_BASE}
"""  # noqa: S608 - conditions of our own
DRAFT = (
    "A storm over Velstadmar left 4,000 homes without power, the grid company said. Mayor Ines Falk spoke of a dark "
    "night. The hospital of Velstadmar ran on generators for nine hours.\n\nSchools stayed shut on Monday."
)
RELATED = (
    "A storm left 3,000 homes in Velstadmar without power, the grid company said. The hospital ran on generators.",
    "Velstadmar had no power after a storm. Mayor Ines Falk said that schools would stay shut on Monday.",
    "Some 4,000 homes in Velstadmar were dark after the storm, Ines Falk said. It was a dark night, she added.",
    "The hospital of Velstadmar ran on generators for seven hours after the storm, a doctor said.",
)


@cache
def _centres() -> Vectors:
    return embed([t.format(town="Orwen", name="Ada Brandt", figure="40") for t in TEMPLATES])


def made(number: int) -> Document:
    """The article of a number, the same each time, its layout settled."""
    dice = random.Random(number)  # noqa: S311 - invented text
    town = "".join((dice.choice(PARTS), dice.choice(ENDS), dice.choice(ENDS)))
    name = f"{dice.choice(PARTS)}a {dice.choice(PARTS)}{dice.choice(ENDS)}"
    told = [
        dice.choice(TEMPLATES).format(town=town, name=name, figure=dice.randrange(5, 9000)) for _ in range(SENTENCES)
    ]
    text, regions = "", []
    for sentence in told:
        regions.append(Region(start=len(text), end=len(text) + len(sentence), text=sentence, kind="body"))
        text += f"{sentence}\n\n"
    day = date(2015, 1, 1) + timedelta(days=dice.randrange(3600))
    name = f"{number}.txt"
    return Document(id=name, path=name, text=text, title=town, published=day, regions=tuple(regions))


def known(documents: Sequence[Document]) -> list[Known]:
    """One claim a sentence, and a vector near that of some template."""
    found = []
    for document in documents:
        spans = [Span(**r.model_dump(exclude={"kind"})) for r in document.regions]
        town = f"@{(document.title or '').casefold()}"
        claims = tuple(
            Claim(id=f"{document.id}#{i}", document=document.id, **dict(s), sentence=Sentence(**dict(s)), terms=(town,))
            for i, s in enumerate(spans)
        )
        dice = np.random.default_rng(len(document.text))
        near = _centres()[dice.integers(len(TEMPLATES), size=len(spans))] + dice.normal(0, 0.04, (len(spans), 384))
        vectors = (near / np.linalg.norm(near, axis=1, keepdims=True)).round(4).astype(np.float32)
        found.append(Known(claims, vectors))
    return found


def fill(store: Store, articles: int) -> float:
    """Fill up to a number of articles; give how many are added in a second of the processor."""
    began, now = time.process_time(), reader(model_name(None))
    first = min(articles, MADE)
    for batch in range(0, first, BATCH):
        list(add(store, [made(n) for n in range(batch, min(batch + BATCH, first))], known, now))
    took = time.process_time() - began
    there = sum(1 for _ in entries(store, Period()))
    for copy in range(max(1, there // MADE), -(-articles // MADE)):
        with store.writing() as db:
            for sql in _COPY.split(";"):
                db.execute(sql, {"copy": copy, "up": copy * _STRIDE, "made": _STRIDE})
    return first / took


def _median(work: Callable[[], object]) -> float:
    took = []
    for _ in range(5):
        began = time.process_time()
        work()
        took.append(time.process_time() - began)
    return statistics.median(took)


def costs(folder: Path, sizes: Sequence[int]) -> Iterator[str]:
    """The cost of a check against the archive beside one against the same articles as files."""
    kept = Cache(folder / "cache")
    draft = Document.from_text(DRAFT, name="draft.md", published=date(2024, 3, 6))
    related = [
        Document.from_text(text, name=f"related-{i}.txt", published=date(2024, 3, 4)) for i, text in enumerate(RELATED)
    ]
    now = reader(model_name(None))

    def without() -> object:
        return api.check_drafts([Bound(draft, tuple(related))], Options(cache=kept))

    def recalled(store: Store) -> tuple[Known, list[Recalled]]:
        own = api.known_of([draft], Options(cache=kept))[draft.id]
        return own, recall(store, draft, own, Wanted(Period(), len(RELATED), now))

    def against(store: Store) -> object:
        own, found = recalled(store)
        given = {r.document.id: r.known for r in found if r.known} | {draft.id: own}
        ids = frozenset(r.document.id for r in found)
        return api.check_drafts(
            [Bound(draft, tuple(r.document for r in found))], Options(cache=kept, known=given, stored=ids)
        )

    without()
    plain = _median(without)
    yield f"check against {len(related)} files: {plain:.2f} s"
    with opened(folder / "archive", make=True) as store:
        list(add(store, related, lambda some: [*api.known_of(some, Options(cache=kept)).values()], now))
        for size in sizes:
            rate = fill(store, size)
            keeping.compact(store)
            found = [r.entry.name for r in recalled(store)[1]]
            against(store)
            whole, part = _median(lambda: against(store)), _median(lambda: recalled(store))
            words = _median(lambda: search(store, ["storm", "generators"], None, Period(), 20))
            held = (folder / "archive" / FILE).stat().st_size / 1e6
            yield (
                f"{size:,} articles, {rate:.0f} added a second: {held:.0f} MB; check {whole:.2f} s "
                f"(+{whole - plain:.2f} s, {whole / plain:.2f} times), of which to recall {part:.2f} s; "
                f"search {words:.2f} s; recalled {', '.join(found)}"
            )


def kills(folder: Path, articles: int, times: int) -> str:
    """Kill adders at random moments; tell how many articles were acknowledged, and how many of these are lost."""
    dice = random.Random(15)  # noqa: S311 - moments
    with opened(folder, make=True) as store:
        fill(store, articles)
    told: set[str] = set()
    first = articles
    for _ in range(times):
        command = [sys.executable, str(ADDER), str(folder), str(first), str(first + 100_000)]
        adder = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        if adder.stdout is None:
            raise RuntimeError("an adder says nothing")
        for _ in range(dice.randrange(1, 40)):
            told.add(adder.stdout.readline().strip())
        time.sleep(dice.random() / 50)
        adder.kill()
        told |= {line for line in adder.communicate()[0].splitlines() if line.endswith(".txt")}
        first = max(int(name.partition(".")[0]) for name in told) + dice.randrange(2)
    with opened(folder) as store:
        lost = told - {e.name for e in entries(store, Period())}
        return f"{times} kills: {len(told)} acknowledged, {len(lost)} lost; damage: {keeping.verify(store) or 'none'}"


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", default="1000,100000")
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--folder", type=Path, help="Keep the archive here, to go on with.")
    given = parser.parse_args()
    sizes = [int(size) for size in given.articles.split(",")]
    with tempfile.TemporaryDirectory() as made_up:
        folder = given.folder or Path(made_up)
        if given.kills:
            print(kills(folder / "killed", sizes[0], given.kills), flush=True)
            return
        for line in costs(folder, sizes):
            print(line, flush=True)


if __name__ == "__main__":
    main()
