"""The vector of a sentence: of unit length, and the same in whatever company."""

from __future__ import annotations

import numpy as np
import pytest

from xcheck.alignment.vectors import embed

MILL, DAM, RAIN = "The mill near Orle burned down on Sunday", "A dam at Korvel broke", "It rained in Orle all day"
FIRE = "On Sunday fire destroyed the mill near Orle"


def test_no_texts_have_no_vectors() -> None:
    found = embed([])
    assert found.shape == (0, 384)
    assert found.dtype == np.float32


def test_a_vector_has_unit_length_and_four_digits() -> None:
    found = embed([MILL, DAM])
    assert found.shape == (2, 384)
    assert found.dtype == np.float32
    assert np.linalg.norm(found, axis=1) == pytest.approx([1.0, 1.0], abs=0.001)
    assert np.allclose(found * 1e4, np.round(found * 1e4), atol=0.01)
    assert (np.abs(found) > 0.0001).mean() > 0.9


def test_a_vector_does_not_hang_on_its_company() -> None:
    (alone,) = embed([MILL])
    texts = [RAIN, MILL, DAM, *[MILL] * 40, "Orle"]
    assert all(np.array_equal(v, alone) for v, t in zip(embed(texts), texts, strict=True) if t == MILL)


def test_paraphrases_lie_close() -> None:
    mill, dam, rain, fire, shouted = embed([MILL, DAM, RAIN, FIRE, MILL.upper()])
    assert mill @ fire > 0.8
    assert mill @ dam < 0.5
    assert mill @ fire > mill @ rain
    assert np.array_equal(mill, shouted)


@pytest.mark.parametrize(("words", "same"), [(93, False), (94, True)])
def test_a_long_text_is_cut(words: int, same: bool) -> None:  # noqa: FBT001 - a table
    text = "it " * words
    assert np.array_equal(*embed([text + "mill", text + "dam"])) == same
