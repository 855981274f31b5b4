"""Derives ``src/xcheck/nlp/wordnet.txt.gz`` from WordNet 3.1 (Fellbaum 1998), under its licence.

    python benchmarks/wordnet.py WORDNET_FOLDER

The folder has WordNet's files (wndb(5WN)): ``LICENSE`` and, in ``dict/``, ``data.*`` and ``index.*``. Taken are the
single words in lower case, and verbs with one particle, each with its commonest senses, and of these senses what
is above them, what they are derived from, and what is like or against them. The first lines are the licence.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "src" / "xcheck" / "nlp" / "wordnet.txt.gz"
PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSES = {"n": 4, "v": 12, "a": 6, "r": 4}  # of each word as each part of speech
STEPS = 3  # above a sense that are kept
WORD = re.compile(r"[a-z]{2,}(?:-[a-z]+)*|[a-z]{2,}_[a-z]{2,4}")
POINTERS = {"@": "@", "!": "!", "&": "&", "+": "+", "\\": "+"}  # hypernym, antonym, alike, derived


def lines(file: Path) -> Iterator[list[str]]:
    """The records of a database file, without their glosses."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            yield line.partition("|")[0].split()


def read(folder: Path) -> tuple[dict[str, list[str]], dict[str, list[tuple[str, str]]]]:
    """The synsets of each word, the commonest first, and the pointers of each synset as (symbol, synset)."""
    senses: dict[str, list[str]] = {}
    pointers: dict[str, list[tuple[str, str]]] = {}
    written: set[tuple[str, str]] = set()
    for part, name in PARTS.items():
        for fields in lines(folder / f"data.{name}"):
            count = 4 + 2 * int(fields[3], 16)
            there = fields[count + 1 : count + 1 + 4 * int(fields[count])]
            found = zip(there[::4], there[1::4], there[2::4], strict=True)
            pointers[part + fields[0]] = [
                (POINTERS[symbol], to_part.replace("s", "a") + to)
                for symbol, to, to_part in found
                if symbol in POINTERS
            ]
            written |= {(part, word) for word in fields[4:count:2]}
        for fields in lines(folder / f"index.{name}"):
            word = fields[0]
            if WORD.fullmatch(word) and ("_" not in word or part == "v") and (part != "n" or (part, word) in written):
                senses.setdefault(word, []).extend(part + at for at in fields[-int(fields[2]) :][: SENSES[part]])
    return senses, pointers


def needed(senses: dict[str, list[str]], pointers: dict[str, list[tuple[str, str]]]) -> set[str]:
    """The synsets of the words, and those a few steps above them."""
    every = {at for found in senses.values() for at in found}
    front = every
    for _ in range(STEPS):
        front = {to for at in front for symbol, to in pointers[at] if symbol in "@&"} - every
        every |= front
    return every


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    senses, pointers = read(folder / "dict")
    kept = sorted(needed(senses, pointers))
    name = {at: f"{at[0]}{number:x}" for number, at in enumerate(kept)}
    licence = [f"# {line}".rstrip() for line in (folder / "LICENSE").read_text(encoding="utf-8").splitlines()]
    found = [f"{word} {' '.join(name[at] for at in ats)}" for word, ats in sorted(senses.items())]
    told = []
    for at in kept:
        there = sorted({f"{symbol}{name[to]}" for symbol, to in pointers[at] if to in name})
        told += [f"{name[at]} {' '.join(there)}"] if there else []
    text = "\n".join([*licence, *found, "", *told, ""])
    TARGET.write_bytes(gzip.compress(text.encode(), mtime=0))
    print(f"{len(found)} words, {len(kept)} synsets, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
