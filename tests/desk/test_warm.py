"""A check while somebody writes reads only what has changed, and finds what a check of the whole finds."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from xcheck import warm
from xcheck.comparison import compare
from xcheck.comparison.context import Context
from xcheck.desk.work import tasks
from xcheck.judge import model
from xcheck.nlp import pipeline
from xcheck.records.claim import Claim
from xcheck.records.document import Document
from xcheck.resources import forget, forget_results

HEAD = "Dockers walk out at Port Aldery"
PARTS = (
    "About 600 dockers walked out at Port Aldery on Monday in a dispute over night shifts, the Harbour Union said.",
    "The walkout cost the port £2.4m, according to the port authority. It will surely end within days.",
    "Mara Telling, who leads the union, said that talks would go on. She denied that a deal was near.",
    "Two ferries to Linnow were held at the quay until Tuesday morning.",
)
SOURCES = tuple(
    "\n\n".join(parts)
    for parts in (
        (
            "Strike at Port Aldery",
            "About 400 dockers walked out at Port Aldery on Monday over night shifts, the Harbour Union said.",
            "The walkout cost the port £2.9m, the port authority said.",
        ),
        (
            "Union and port talk",
            "Mara Telling, the leader of the Harbour Union, said that a deal was near.",
            "Three ferries to Linnow were held at the quay until Tuesday.",
        ),
    )
)


def _text(*parts: str) -> str:
    return "\n\n".join([HEAD, *parts]) + "\n"


# What somebody types: a figure, a sentence in the middle, a paragraph that goes and comes back, a name; nothing at all.
TEXTS = (
    _text(*PARTS),
    _text(PARTS[0].replace("600", "400"), *PARTS[1:]),
    _text(PARTS[0], PARTS[1] + " The mayor counted 17 boats.", *PARTS[2:]),
    _text(PARTS[0], *PARTS[2:]),
    _text(*PARTS),
    _text(*PARTS[:2], PARTS[2].replace("Mara Telling", "Ines Marrow"), PARTS[3]),
    _text(PARTS[3], *PARTS[:3]),
    _text(*PARTS),
)


def _asked(case: str, text: str) -> dict[str, Any]:
    sources = [Document.from_text(one, name=f"{i}.txt").model_dump(mode="json") for i, one in enumerate(SOURCES)]
    common = {"task": "check", "draft": "d.txt", "published": "2031-05-07", "whole": True}
    return common | {"case": case, "text": text, "sources": sources}


def _check(case: str, text: str, folder: Path) -> dict[str, Any]:
    return tasks.check(_asked(case, text), folder, lambda *_: None)


@pytest.fixture(autouse=True)
def cold() -> None:
    forget()


def test_each_of_many_edits_gives_what_a_first_check_gives(tmp_path: Path) -> None:
    for number, text in enumerate(TEXTS):
        new = _check(f"new {number}", text, tmp_path / f"new-{number}")
        assert json.dumps(_check("a", text, tmp_path / "a")) == json.dumps(new)


ADDED = (
    "The mayor counted {n} boats.",
    "About {n} dockers walked out, said Mara Telling.",
    "She may resign on Friday.",
    "“We will not move,” Mara Telling said.",
    "The port authority denied that {n} ferries were held.",
    "The dispute began because {n} guards had been sacked.",
)


def _edited(paragraphs: Sequence[str], chance: random.Random) -> list[str]:
    """The paragraphs after one thing that a writer does to them."""
    own = [*paragraphs]
    place = chance.randrange(len(own))
    sentences = own[place].split(". ")
    match chance.randrange(5):
        case 0:
            sentences.insert(
                chance.randrange(len(sentences)), chance.choice(ADDED).format(n=chance.randrange(2, 900))[:-1]
            )
        case 1 if len(own) > 2:
            del own[place]
            return own
        case 2:
            own.insert(chance.randrange(len(own)), chance.choice(PARTS))
            return own
        case 3:
            chance.shuffle(sentences)
        case _:
            name = chance.choice(("Ines Marrow", "Mara Telling", "Olav Brandt"))
            sentences = [s.replace("Mara Telling", name).replace("Port Aldery", "Linnow") for s in sentences]
    own[place] = ". ".join(s.rstrip(".") for s in sentences) + "."
    return own


@pytest.mark.parametrize("seed", [1, 2])
def test_edits_at_random_give_what_a_first_check_gives(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - edits, no secret
    texts = [[*PARTS]]
    for _ in range(8):
        texts.append(_edited(texts[-1], chance))
    warmed = [json.dumps(_check("a", _text(*text), tmp_path / "a")) for text in texts]
    for number, text in enumerate(texts):
        forget_results()
        assert warmed[number] == json.dumps(_check(f"new {number}", _text(*text), tmp_path / f"new-{number}"))


def test_of_unchanged_sentences_no_two_claims_are_compared_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []
    compared = compare._compared

    def comparing(left: Claim, right: Claim, context: Context) -> Any:
        asked.append((left.sentence.text, right.sentence.text))
        return compared(left, right, context)

    monkeypatch.setattr(compare, "_compared", comparing)
    _check("a", TEXTS[0], tmp_path)
    before = len(asked)
    asked.clear()
    _check("a", TEXTS[2], tmp_path)
    new = [pair for pair in asked if any("17 boats" in sentence for sentence in pair)]
    assert len(asked) - len(new) < before / 10  # some measures have crossed a limit, and no more


def test_only_what_changed_is_parsed_and_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    judged: list[model.Pair] = []
    batches, read = pipeline._batches, model.read

    def batching(pieces: Any) -> Any:
        for batch in batches(pieces):
            parsed.extend(piece.text.strip() for piece in batch)
            yield batch

    def reading(pairs: Sequence[model.Pair], jobs: int) -> Any:
        judged.extend(pairs)
        return read(pairs, jobs)

    monkeypatch.setattr(pipeline, "_batches", batching)
    monkeypatch.setattr(model, "read", reading)
    for case, text in enumerate(TEXTS[1:3]):
        _check(str(case), TEXTS[0], tmp_path)
        assert PARTS[3] in parsed
        before = {*judged}
        assert before
        parsed.clear()
        judged.clear()
        _check(str(case), text, tmp_path)
        assert parsed == [p for p in text.strip().split("\n\n") if p not in TEXTS[0]]
        assert before.isdisjoint(judged)
        parsed.clear()
        judged.clear()
        _check(str(case), text, tmp_path)
        assert (parsed, judged) == ([], [])


def test_a_source_that_changed_under_its_name_is_read_again(tmp_path: Path) -> None:
    asked = _asked("a", TEXTS[0])
    other = _asked("a", TEXTS[0])
    other["sources"][0]["text"] = SOURCES[0].replace("400", "500")
    tasks.check(asked, tmp_path, lambda *_: None)
    found = tasks.check(other, tmp_path, lambda *_: None)
    assert "500" in str(found["findings"])
    assert "400" not in str(found["findings"])


def test_claims_of_texts_long_gone_are_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "MOST_MET", 3)
    _check("a", TEXTS[1], tmp_path)
    assert any("400" in claim.text for claim in warm.warm(tmp_path, "a").met)
    _check("a", TEXTS[2], tmp_path)
    assert not any("400" in claim.text for claim in warm.warm(tmp_path, "a").met)


def test_what_was_asked_for_least_lately_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "MOST_HELD", 2)
    own = warm.warm(tmp_path, "a")
    own.keep({"one": b"1", "two": b"2"}, bytes)
    assert own.entry("one", bytes) == b"1"
    own.keep({"three": b"3"}, bytes)
    assert (own.entry("one", bytes), own.entry("two", bytes), own.entry("three", bytes)) == (b"1", None, b"3")
