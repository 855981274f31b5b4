"""Run the judge: one pass of a small cross-encoder a pair of sentences, int8, on one thread of ONNX Runtime.

Trained by ``training/``; docs/judge.md is its model card. The base is all-MiniLM-L6-v2 (Wang et al. 2020, Apache-2.0).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from xcheck.records.reading import Reading, Voice, Words
from xcheck.resources import SENTENCES, loaded, memoised

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import BertWordPieceTokenizer, Encoding

Array = npt.NDArray[np.float32]
Given = TypeVar("Given")
Made = TypeVar("Made")

LONGEST = 112  # word pieces of a pair; the longer sentence is cut first
_PLACES = 3
_MARKED = 0.35  # from which probability on a word is one that a difference turns on
_FOLDER = Path(__file__).parent
_WORDPIECES = _FOLDER.parent / "alignment" / "wordpieces.txt"


class Pair(NamedTuple):
    """Two sentences to read; of a draft and its source the source's passage comes first."""

    first: str
    second: str


class _Judge(NamedTuple):
    session: InferenceSession
    tokenizer: BertWordPieceTokenizer


def name() -> str:
    """The name and version of the weights, for the report and the cache."""
    return str(_card()["name"])


@loaded
def _card() -> dict[str, Any]:
    card: dict[str, Any] = json.loads((_FOLDER / "judge.json").read_text(encoding="utf-8"))
    return card


@loaded
def _judge() -> _Judge:
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 - half a second, which the cache spares
    from tokenizers import BertWordPieceTokenizer  # noqa: PLC0415

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    tokenizer = BertWordPieceTokenizer(str(_WORDPIECES), lowercase=True)
    tokenizer.enable_truncation(LONGEST, strategy="longest_first")
    session = InferenceSession(str(_FOLDER / "judge.onnx"), options, providers=["CPUExecutionProvider"])
    return _Judge(session, tokenizer)


def read(pairs: Sequence[Pair], jobs: int = 1) -> list[Reading]:
    """Read each pair of sentences, whatever the pairs beside it, up to ``jobs`` of them at a time."""
    return _each(_read, pairs, jobs)


def voices(sentences: Sequence[str], jobs: int = 1) -> list[Voice]:
    """Say of each sentence how likely its writer judges, guesses or forecasts in a voice of their own."""
    return _each(_voiced, sentences, jobs)


def _each(answer: Callable[[Given], Made], given: Sequence[Given], jobs: int) -> list[Made]:
    if jobs == 1 or len(given) < 2:
        return [answer(one) for one in given]
    _judge()  # once, before the threads ask for it
    with ThreadPoolExecutor(jobs) as pool:  # the runtime computes without the interpreter's lock
        return list(pool.map(answer, given))


@memoised(SENTENCES)
def _read(pair: Pair) -> Reading:
    encoding = _judge().tokenizer.encode(pair.first, pair.second)
    return _reading(_answers(encoding), encoding)


@memoised(SENTENCES)
def _voiced(sentence: str) -> Voice:
    return _voice(_answers(_judge().tokenizer.encode(sentence))["voice"])


def _answers(encoding: Encoding) -> dict[str, Array]:
    """What each head answers to one input.

    Inputs are computed one at a time: the scale of int8 sums is taken from all that is computed at once, so company
    would change what is read.
    """
    session = _judge().session
    names = [o.name for o in session.get_outputs()]
    feed = {
        "ids": np.array([encoding.ids], dtype=np.int64),
        "mask": np.array([encoding.attention_mask], dtype=np.int64),
        "segments": np.array([encoding.type_ids], dtype=np.int64),
    }
    return {name: values[0] for name, values in zip(names, session.run(names, feed), strict=True)}


def _reading(answers: dict[str, Array], encoding: Encoding) -> Reading:
    same, differ, other = _probabilities(answers["relation"])
    borne_out, contradicted, not_said = _probabilities(answers["support"])
    marks: Array = (1.0 / (1.0 + np.exp(-answers["marks"]))).astype(np.float32)
    left, right = (_words(marks, encoding, side) for side in (0, 1))
    return Reading(
        same=same,
        differ=differ,
        other=other,
        borne_out=borne_out,
        contradicted=contradicted,
        not_said=not_said,
        type=str(_card()["types"][int(answers["kind"].argmax())]),
        left=left,
        right=right,
    )


def _voice(logits: Array) -> Voice:
    none, *stances = _probabilities(logits)
    best = max(range(len(stances)), key=stances.__getitem__)
    return Voice(own=round(1.0 - none, _PLACES), stance=str(_card()["voices"][best + 1]))


def _probabilities(logits: Array) -> tuple[float, ...]:
    shares = np.exp(logits - logits.max())
    return tuple(round(float(p), _PLACES) for p in shares / shares.sum())


def _words(marks: Array, encoding: Encoding, side: int) -> Words | None:
    """The stretch of one sentence that a difference turns on: around its likeliest word, as far as words are marked."""
    mine = [k for k, s in enumerate(encoding.sequence_ids) if s == side]
    if not mine:
        return None
    best = max(mine, key=lambda k: float(marks[k]))
    if marks[best] < _MARKED:
        return None
    first = last = best
    while first - 1 in mine and (marks[first - 1] >= _MARKED or _goes_on(encoding, first)):
        first -= 1
    while last + 1 in mine and (marks[last + 1] >= _MARKED or _goes_on(encoding, last + 1)):
        last += 1
    return encoding.offsets[first][0], encoding.offsets[last][1]


def _goes_on(encoding: Encoding, at: int) -> bool:
    """Whether a word piece is not the first of its word."""
    return bool(encoding.tokens[at].startswith("##"))
