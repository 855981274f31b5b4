"""No wording of the evaluation is in the project: not in code, rules, tests, documents or benchmarks.

The evaluation lies beside the checkout, or where ``XCHECK_EVALUATION`` says; without it there is nothing to compare.
Names of public bodies are in both, and so are the two seeds, which are examples to begin with.
"""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EVALUATION = Path(os.environ.get("XCHECK_EVALUATION", ROOT.parent / "shared" / "eval"))
RUN = 6  # words in a row that are shared by copying, not by chance
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
TAG = re.compile(r"<[^>]*>")
TOLD = {"text", "source", "draft", "a", "b"}  # the keys of the evaluation that hold words of an article
OURS = ("src", "rules", "tests", "docs", "benchmarks", "README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
KINDS = {".py", ".yaml", ".md", ".txt", ".json", ".jsonl", ".html", ".toml", ".js"}
BODIES = (
    "Association of Southeast Asian Nations (ASEAN)",
    "to the US Food and Drug Administration",
    "Department of Health and Human Services",
)


def test_no_run_of_words_is_from_the_evaluation() -> None:
    if not EVALUATION.is_dir():
        pytest.skip("the evaluation is not beside this checkout")
    theirs = {run for path in _files(EVALUATION) for text in _told(path) for run in runs(text)}
    assert theirs
    known = {run for text in (*BODIES, *_seeds()) for run in runs(text)}
    shared = [
        f"{path.relative_to(ROOT)}: {run}"
        for path in _ours()
        for text in _texts(path)
        for run in runs(text)
        if run in theirs and run not in known
    ]
    assert not shared, "\n".join(dict.fromkeys(shared))


def test_a_run_is_found_whatever_stands_between_its_words() -> None:
    assert list(runs("One, two:\nthree “four” five six.")) == ["one two three four five six"]
    assert list(runs("It’s the second of the five")) == list(runs("it's the second, of the FIVE"))
    assert list(runs("one two three four five")) == []


def runs(text: str) -> Iterator[str]:
    """Every six words in a row, in lower case."""
    words = [word.casefold().replace("’", "'") for word in WORD.findall(text)]
    return (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and "seeds" not in path.parts)


def _ours() -> Iterator[Path]:
    for name in OURS:
        path = ROOT / name
        yield from (p for p in (_files(path) if path.is_dir() else (path,)) if p.suffix in KINDS)


def _seeds() -> Iterator[str]:
    return (path.read_text(encoding="utf-8") for path in _files_of_seeds())


def _files_of_seeds() -> Iterator[Path]:
    return (path for path in sorted((ROOT / "seeds").iterdir()) if path.suffix == ".txt")


def _told(path: Path) -> Iterator[str]:
    """The articles and sentences of a file of the evaluation; its code and its own documents are no texts of it."""
    name = path.name.removesuffix(".gz")
    if name.endswith((".txt", ".html", ".diff")):
        yield TAG.sub(" ", path.read_text(encoding="utf-8", errors="replace"))
    elif name.endswith((".json", ".jsonl")):
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
        yield from (said for key, said in _strings(text, name) if key in TOLD)


def _texts(path: Path) -> Iterator[str]:
    """The texts of a file of ours: of data the words alone, each by itself."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix in (".json", ".jsonl"):
        yield from (said for _, said in _strings(text, path.name))
    else:
        yield text


def _strings(text: str, name: str) -> Iterator[tuple[str, str]]:
    """Every text in JSON, or in lines of JSON, with the key that it stands under."""
    for part in text.splitlines() if name.endswith(".jsonl") else (text,):
        if part.strip():
            yield from _within("", json.loads(part))


def _within(key: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _within(str(name), inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _within(key, inner)
