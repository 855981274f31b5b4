"""Prints of one agency's report are one origin, however they are cut and framed; articles written apart are not."""

from __future__ import annotations

import pytest

import xcheck.alignment.origins
from xcheck.alignment.origins import agencies, origins
from xcheck.ingest.layout import recognise
from xcheck.records.document import Document

REPORT = (
    "The crew of the trawler Sigrun counted every crate of herring twice before the auction began on Monday.",
    "Buyers from eleven towns had come to the cold quay, although the price had fallen by a fifth since the spring.",
    "“We have not seen such a catch for ten years,” said Inga Rode, who runs the auction.",
    "The ministry in the capital will decide in June whether the quota is raised, a spokesman said.",
)
OWN = (
    "Fishermen have landed more herring this week than in any week since the harbour was dredged.",
    "At the auction the mood was good, but nobody wanted to say how long it would last.",
    "The quota is too low, says the association of boat owners, and points to the neighbours in the south.",
)


def _origins(**texts: str) -> dict[str, str]:
    return origins([_laid_out(text, name) for name, text in texts.items()])


def _laid_out(text: str, name: str = "a") -> Document:
    return recognise(Document.from_text(text, name=name))


def test_a_reprint_with_another_head_and_end_has_the_origin_of_the_first() -> None:
    framed = "\n\n".join(["Harbourtown (agency).", *REPORT, "More on page four."])
    assert _origins(a="\n\n".join(REPORT), b=framed, c="\n\n".join(OWN)) == {"a": "a", "b": "a", "c": "c"}


def test_a_cut_reprint_is_one_origin() -> None:
    assert _origins(a="\n\n".join(REPORT), b="\n\n".join(REPORT[:2])) == {"a": "a", "b": "a"}


@pytest.mark.parametrize(("tag", "origin"), [("SANDHAVN (Reuters) - ", "a"), ("SANDHAVN - ", "b")])
def test_a_shared_tag_makes_one_origin_of_articles_that_share_a_good_part(tag: str, origin: str) -> None:
    half = "\n\n".join([tag + REPORT[1], *OWN, REPORT[2]])
    assert _origins(a="\n\n".join([tag + REPORT[0], *REPORT[1:]]), b=half)["b"] == origin


def test_a_shared_tag_alone_makes_no_one_origin() -> None:
    texts = {name: f"SANDHAVN (Reuters) - {' '.join(text)}" for name, text in (("a", REPORT), ("b", OWN))}
    assert _origins(**texts) == {"a": "a", "b": "b"}


def test_short_texts_are_no_reprints() -> None:
    assert _origins(a="The same few words.", b="The same few words.") == {"a": "a", "b": "b"}


@pytest.mark.parametrize(
    "text",
    [
        "SANDHAVN (Reuters) - {body}",
        "Herring for all\n\nBy Associated Press\n\n{body}",
        "{body} (AFP)",
        "{body}\n\n— dpa",
    ],
)
def test_an_agency_is_found_where_newsrooms_name_it(text: str) -> None:
    assert len(agencies(_laid_out(text.format(body=" ".join(REPORT))))) == 1


def test_an_agency_in_the_story_itself_is_no_tag() -> None:
    body = " ".join([*REPORT, "The minister told Reuters in May that he would resign, and the AP had it first.", *OWN])
    assert agencies(_laid_out(body)) == frozenset()


def test_articles_without_a_run_in_common_are_not_held_against_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> bool:
        raise AssertionError("two texts were held against each other that share nothing")

    monkeypatch.setattr(xcheck.alignment.origins, "_is_one", refuse)
    texts = {f"d{i}": " ".join(f"w{i}x{j}" for j in range(60)) for i in range(12)}
    assert _origins(**texts) == {name: name for name in texts}
