"""Subjects, voice, auxiliaries, complements, quotation marks, ages and numbers: one reading of each."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache

import pytest
from spacy.tokens import Doc, Token

from xcheck.ingest.layout import recognise
from xcheck.nlp.analysis import analyse
from xcheck.nlp.syntax import ages, chains, numbers, quotations, subjects, verbs
from xcheck.records.document import Document


@cache
def parsed(text: str) -> tuple[Document, Doc]:
    """Parse a text once."""
    document = recognise(Document.from_text(text, name="d"))
    return document, analyse([document])[0].doc


def text_of(found: Token | None) -> str | None:
    """What was found, as the text has it."""
    return None if found is None else found.text


def word(text: str, form: str) -> Token:
    """Return the first token of a text with that form."""
    return next(t for t in parsed(text)[1] if t.text == form)


PASSIVE = [
    ("The bridge was closed in May.", "closed", True),
    ("The old bridge has collapsed.", "collapsed", False),
    ("The old bridge has been repaired.", "repaired", True),
    ("Two dockers got hurt at the pier.", "hurt", True),
    ("The union has accused the port of lying.", "accused", False),
    ("The port stands accused of lying.", "accused", True),
    ("The boats built in Tarnow are leaking.", "built", True),
    ("Founded in 1920, the club owns a pier.", "Founded", True),
    ("Having founded the club, she left it.", "founded", False),
    ("The clerk was fined and dismissed.", "dismissed", True),
    ("The ferry has sunk and drifted ashore.", "drifted", False),
    ("She must have known the pilot.", "known", False),
    ("The pier must be repaired by June.", "repaired", True),
    ("The dam may have burst overnight.", "burst", False),
    ("The mayor is opening the fair.", "opening", False),
    ("Claims made by the union were denied.", "made", True),
    ("The council closed the pool.", "closed", False),
    ("He said the stolen boat had vanished.", "stolen", True),
    ("He said the stolen boat had vanished.", "vanished", False),
    ("It was reported that the dam had burst.", "reported", True),
]


@pytest.mark.parametrize(("text", "form", "expected"), PASSIVE)
def test_passive(text: str, form: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert verbs.is_passive(word(text, form)) is expected


SUBJECT = [
    ("The baker sold the mill.", "sold", "baker"),
    ("The mill was sold by the baker.", "sold", "mill"),
    ("The baker closed the shop and left the town.", "left", "baker"),
    ("The baker agreed to sell the mill.", "sell", "baker"),
    ("The pilot urged the crew to leave the ship.", "leave", "crew"),
    ("The crew was urged to leave the ship.", "leave", "crew"),
    ("The pilot promised the crew to leave the ship.", "leave", "pilot"),
    ("The roof fell, killing a guard.", "killing", "roof"),
    ("Asked about the fire, the mayor shrugged.", "Asked", "mayor"),
    ("The guard who saw the fire called the police.", "saw", "guard"),
    ("The guard who saw the fire and ran was praised.", "ran", "guard"),
    ("The boats moored at the pier were burnt.", "moored", "boats"),
    ("The cause of the fire remains unclear.", "unclear", "cause"),
    ("There were fears of a strike.", "were", None),
    ("The mayor said there were two fires.", "were", None),
    ("She was praised for saving the dog.", "saving", "She"),
    ("The firm denied that the dam had burst.", "burst", "dam"),
    ("The baker is old, rich and happy.", "happy", "baker"),
    ("Close the door.", "Close", None),
    ("What she said was wrong.", "wrong", "said"),
]


@pytest.mark.parametrize(("text", "form", "expected"), SUBJECT)
def test_subject(text: str, form: str, expected: str | None) -> None:
    found = subjects.subject(word(text, form))
    assert text_of(found) == expected


ANTECEDENT = [
    ("The guard who saw the fire ran.", "who", "guard"),
    ("The dam that burst was old.", "that", "dam"),
    ("The woman whose dog drowned sued the town.", "whose", "woman"),
    ("The guard who she said had left was found.", "who", "guard"),
    ("Nobody knows who did it.", "who", "who"),
    ("She knows what burst.", "what", "what"),
    ("She left the town.", "She", "She"),
]


@pytest.mark.parametrize(("text", "form", "expected"), ANTECEDENT)
def test_antecedent(text: str, form: str, expected: str) -> None:
    assert subjects.antecedent(word(text, form)).text == expected


AUXILIARIES = [
    ("The pier will have been sold.", "sold", ["will", "have", "been"]),
    ("The clerk was fined and dismissed.", "dismissed", ["was"]),
    ("The clerk was fined and left the town.", "left", []),
    ("She will pack and leave.", "leave", ["will"]),
    ("She sold the mill.", "sold", []),
    ("She won't sell the mill.", "sell", ["wo"]),
]


MODALS = [
    ("She won't sell the mill.", "sell", {"wo"}),
    ("She’ll sell the mill.", "sell", {"’ll"}),
    ("She would have sold the mill.", "sold", {"would"}),
    ("She has sold the mill.", "sold", set()),
]


@pytest.mark.parametrize(("text", "form", "expected"), MODALS)
def test_modals(text: str, form: str, expected: set[str]) -> None:
    assert verbs.modals(word(text, form)) == expected


@pytest.mark.parametrize(("text", "form", "expected"), AUXILIARIES)
def test_auxiliaries(text: str, form: str, expected: list[str]) -> None:
    assert [t.text for t in verbs.auxiliaries(word(text, form))] == expected


FORMS: list[tuple[Callable[[Token], bool], str, str, bool]] = [
    (verbs.is_perfect, "The ferry has sunk.", "sunk", True),
    (verbs.is_perfect, "The ferry was raised.", "raised", False),
    (verbs.is_perfect, "She must have known.", "known", True),
    (verbs.is_past_perfect, "The dam had burst before dawn.", "burst", True),
    (verbs.is_past_perfect, "The dam has burst.", "burst", False),
    (verbs.is_present, "The port has closed.", "closed", True),
    (verbs.is_present, "The port is closing.", "closing", True),
    (verbs.is_present, "The port had closed.", "closed", False),
    (verbs.is_infinitive, "She agreed to sell the mill.", "sell", True),
    (verbs.is_infinitive, "She agreed to stay and help.", "help", True),
    (verbs.is_infinitive, "She let him sell the mill.", "sell", False),
    (verbs.is_negated, "She did not sell the mill.", "sell", True),
    (verbs.is_negated, "She never sold the mill.", "sold", True),
    (verbs.is_negated, "Not all of them sold the mill.", "sold", False),
    (verbs.is_negated, "She denied the sale.", "denied", False),
]


@pytest.mark.parametrize(("reading", "text", "form", "expected"), FORMS)
def test_form(reading: Callable[[Token], bool], text: str, form: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert reading(word(text, form)) is expected


LEMMAS = [
    ("She ruled out a sale.", "ruled", "rule-out"),
    ("She Sold the mill.", "Sold", "sell"),
    ("She went to the mill.", "went", "go"),
]


@pytest.mark.parametrize(("text", "form", "expected"), LEMMAS)
def test_lemma(text: str, form: str, expected: str) -> None:
    assert verbs.lemma(word(text, form)) == expected


CHAIN = [
    ("The deal is likely to fail.", "is", ["is", "likely", "fail"]),
    ("She ruled out joining the party.", "ruled", ["ruled", "joining"]),
    ("He stopped short of calling it a fraud.", "stopped", ["stopped", "calling"]),
    ("He refused to try to leave.", "refused", ["refused", "try", "leave"]),
    ("She said that he left.", "said", ["said"]),
    ("They were accused of stealing coal.", "accused", ["accused", "stealing"]),
    ("She was declared unfit to stand.", "declared", ["declared", "unfit", "stand"]),
    ("The mayor was made chair of the club.", "made", ["made"]),
    ("The boat was found abandoned.", "found", ["found", "abandoned"]),
    ("In leaving he fell.", "fell", ["fell"]),
    ("He asked about the boat.", "asked", ["asked"]),
]


@pytest.mark.parametrize(("text", "form", "expected"), CHAIN)
def test_chain(text: str, form: str, expected: list[str]) -> None:
    assert [t.text for t in chains.chain(word(text, form))] == expected


GOVERNORS = [
    ("It is possible that he left.", "left", ["possible", "is"]),
    ("There was a risk of a closure.", "closure", ["risk"]),
    ("She said that he wanted to leave.", "leave", ["wanted", "said"]),
    ("He left.", "left", []),
]


@pytest.mark.parametrize(("text", "form", "expected"), GOVERNORS)
def test_governors(text: str, form: str, expected: list[str]) -> None:
    assert [t.text for t in chains.governors(word(text, form))][: len(expected)] == expected
    assert bool(expected) or not list(chains.governors(word(text, form)))


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("The mill was sold by the baker.", "sold", "baker"),
        ("Claims made by the union were denied.", "made", "union"),
        ("The mill was closed in June.", "closed", None),
    ],
)
def test_agent(text: str, form: str, expected: str | None) -> None:
    found = verbs.agent(word(text, form))
    assert text_of(found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sank,” she said.", ["“We sank,”"]),
        ('"We sank," she said, "and swam."', ['"We sank,"', '"and swam."']),
        ("'We're sinking,' she said.", ["'We're sinking,'"]),
        ("The dockers' union said 'no' to them.", ["'no'"]),
        ("The '90s were 'dull years' for Tarnow.", ["'dull years'"]),
        ("“He told me: ‘Stay here,’ ” she said.", ["“He told me: ‘Stay here,’ ”"]),
        ("He is 6'2\" tall and it's late.", []),
        ("„Wir sinken“ and «non» stood there.", ["«non»"]),
        ("“Nothing closes this", []),
        ("``We sank,'' she said.", ["``We sank,''"]),
        ("‘We sank,’ she said.", ["‘We sank,’"]),
        ("‘‘We sank,’’ she said.", ["‘‘We sank,’’"]),
        ("It was (“lost”) and —“found”, too.", ["“lost”", "“found”"]),
        ("“He said “stay” and left,” she said.", ["“He said “stay” and left,”"]),
        ('"He said “stay” and left," she said.', ['"He said “stay” and left,"']),
        ("“One” and “two” and “three”", ["“One”", "“two”", "“three”"]),
        ("“One “two” and then no more", ["“two”"]),
        ('A rope of 6"2 and 7"3 was "lost".', ['"lost"']),
        ("'Tis late, and 'em boats are 'lost'.", ["'lost'"]),
        ("'The miners' fund is empty,' she said.", ["'The miners' fund is empty,'"]),
        ("She read 'The Miners' and slept.", ["'The Miners'"]),
        ("It's the boys' boat, 'tis said.", []),
        ("The dockers' pool and the miners' fund", []),
        ("“We sank” " * 120, ["“We sank”"] * 120),
        ("“" + "‘a’ " * 98 + "b” ", ["“" + "‘a’ " * 98 + "b”"]),
        ("“" + "‘a’ " * 100 + "b” ", ["‘a’"] * 100),  # a mark that nothing near closes
    ],
)
def test_quotations_of_a_paragraph(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quotations.in_text(text)] == expected


def test_a_quotation_runs_on_into_a_paragraph_that_opens_with_its_mark() -> None:
    text = "Fire at the mill\n\n“We saw smoke.\n\n“Then it fell,” she said.\n\n“Nobody closed this.\n\nIt rained.\n"
    document, _ = parsed(text)
    assert [document.text[s:e] for s, e in quotations.in_document(document)] == ["“We saw smoke.", "“Then it fell,”"]


def test_words_of_a_quotation_within_a_quotation() -> None:
    document, doc = parsed("“He told me: ‘I will stay.’ I left,” she said.")
    quoted, requoted = quotations.quoted_words(doc, document), quotations.requoted_words(doc, document)
    firsts = [t.i for t in doc if t.text == "I"]
    assert [i in quoted for i in firsts] == [True, True]
    assert [i in requoted for i in firsts] == [True, False]
    assert word("“He told me: ‘I will stay.’ I left,” she said.", "she").i not in quoted


AGE_BEHIND = [
    ("Ada Brandt, 43, left Tarnow.", "43", "Brandt"),
    ("Ada Brandt (43) left Tarnow.", "43", "Brandt"),
    ("Police held a man aged 43.", "43", "man"),
    ("A man, aged 43, left Tarnow.", "43", "man"),
    ("Ada Brandt, 43 boats and a dog left.", "43", None),
    ("The crew of 43 left Tarnow.", "43", None),
]


@pytest.mark.parametrize(("text", "form", "expected"), AGE_BEHIND)
def test_age_behind_a_name(text: str, form: str, expected: str | None) -> None:
    found = ages.behind(word(text, form))
    assert text_of(found) == expected


AGE_SAID = [
    ("She is 43.", "43", "She"),
    ("The twins turn 30 in May.", "30", "twins"),
    ("She is 43 metres away.", "43", None),
    ("She has 43.", "43", None),
]


@pytest.mark.parametrize(("text", "form", "expected"), AGE_SAID)
def test_age_said_by_a_verb(text: str, form: str, expected: str | None) -> None:
    found = ages.said_of(word(text, form))
    assert text_of(found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("A 43-year-old nurse left.", "old"), ("A 43-year lease ended.", None), ("A 43-metre boat sank.", None)],
)
def test_year_old(text: str, expected: str | None) -> None:
    found = ages.year_old(word(text, "43"))
    assert text_of(found) == expected


@pytest.mark.parametrize(
    ("text", "value", "scale"),
    [
        ("five", 5, 1),
        ("twenty-five", 25, 1),
        ("two hundred and five thousand", 205_000, 1_000),
        ("a hundred and six", 106, 1),
        ("three million two hundred", 3_000_200, 100),
        ("dozen", 12, 12),
    ],
)
def test_number_words(text: str, value: int, scale: int) -> None:
    assert numbers.spoken(text) == (Decimal(value), Decimal(scale))


@pytest.mark.parametrize(
    ("figure", "expected"), [(1899, False), (1900, True), (2024, True), (2099, True), (2100, False), (19_000, False)]
)
def test_years(figure: int, expected: bool) -> None:  # noqa: FBT001 - a table
    assert numbers.is_modern_year(figure) is expected
