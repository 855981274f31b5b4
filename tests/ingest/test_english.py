from __future__ import annotations

import pytest

from xcheck.ingest.english import is_english


@pytest.mark.parametrize(
    "text",
    [
        (
            "The wall fell on Friday night, and the council said that it would be mended before the summer, when the "
            "boats come back to the harbour and there is no room for cranes."
        ),
        "Wall falls in Oxmouth",
        "",
        "42",
    ],
)
def test_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Die Mauer am Hafen ist am Freitag eingestürzt, teilte die Stadt mit. Rund 200 Menschen mussten ihre "
            "Wohnungen verlassen, weil das Wasser in die Straßen lief, sagte der Bürgermeister am Abend vor der Presse."
        ),
        (
            "De muur van de haven is in de nacht van vrijdag ingestort, zei de gemeente. Ongeveer 200 mensen moesten "
            "hun huis verlaten omdat het water in de straten stond, zei de burgemeester in een gesprek met de krant."
        ),
        (
            "Le mur du port s'est effondré vendredi soir, a indiqué la mairie. Quelque 200 personnes ont dû quitter "
            "leur logement parce que l'eau montait dans les rues, a déclaré le maire à la presse dans la soirée."
        ),
        "Стена порта рухнула в пятницу вечером.",
        "港の壁が金曜日の夜に崩れた。",
    ],
)
def test_other_languages(text: str) -> None:
    assert not is_english(text)


def test_a_foreign_quotation_does_no_harm() -> None:
    english = "The mayor said that the wall was old and that it would not be rebuilt before the summer. "
    assert is_english(english * 2 + "“Die Mauer war alt und niemand hat sich darum gekümmert”, she added.")
