from __future__ import annotations

import pytest

from xcheck.ingest.furniture import is_furniture, year_of_notice


@pytest.mark.parametrize(
    "line",
    [
        "***",
        "• • •",
        "Most read",
        "MORE FROM THE COAST: Why the gulls have left the pier",
        "See also: The wall in pictures",
        "Related »",
        "Story continues below advertisement",
        "Opinion",
        "Share Tweet Email",
        "12 comments",
        "3 min read",
        "https://coastpost.example/wall",
        "newsroom@coastpost.example",
        "@coastpost",
        "(Reporting by Ann Lee in Oxmouth; Editing by Bo Ek)",
        "[Writing by Ann Lee]",
        "Additional reporting by Cy Moss",
        "Photo: Ann Lee/Coast Post",
        "Image credit: Coast Post",
        "($1 = 0.91 euros)",
        "(€1 = $1.10)",
        "© 2024 Coast Post",
        "(c) 2023 Coast Post",
        "Copyright 2024 Coast Post. All rights reserved.",
        "Editor's note: An earlier version named the wrong quay.",
        "Last updated: 18:30",
        "Published at 9.15am",
        "This story was first published on Friday.",
        "This article has been amended to correct the height of the wall.",
        "An earlier version of this article was published with the wrong date.",
        "This interview was edited for length.",
        "The full list of closures is available to subscribers.",
        "Did the storm hit your street? Send us your pictures on WhatsApp.",
        "Seen something odd on the pier? Tell our reporters.",
        "Sign up for our morning newsletter",
        "Follow us on Instagram.",
        "To read more from the coast, sign up for our newsletter: Subscribe here.",
        "Click here to listen to the podcast.",
        "Ann Lee and Bo Ek contributed to this report.",
        "Ann Lee in Oxmouth also contributed to this story",
        "Cy Moss contributed reporting from Port Hale.",
        "Coast News writer Ann Lee in Oxmouth contributed.",
        "READ MORE Harbour master quits over the wall",
        "Read more Harbour master quits over the wall",
        "Related Harbour master quits over the wall",
        "We use cookies to make our site work.",
        "By clicking on the button you agree to our terms.",
    ],
)
def test_what_is_not_article_is_told(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The council said that it would meet on Monday.",
        "This report contradicts what the mayor said in May.",
        "This week the harbour was closed for the third time.",
        "The rain contributed to this flood, the mayor said.",
        "Ann Lee contributed two goals.",
        "The storm contributed to the fall of the wall.",
        "Read more slowly, the mayor told the clerk.",
        "Related cases are before the court.",
        "We used cookies and tea to raise the money, the club said.",
        "“Call us when the water comes,” the harbour master told them.",
        "Call it luck: nobody was on the quay when the wall fell.",
        "Police asked witnesses to call the station.",
        "Reporting by the council has been patchy for years.",
        "Photos of the wall show a long crack, the engineer said.",
        "Writing by hand is dying out in Oxmouth's schools, a survey shows.",
        "Published figures show that the harbour lost money in 2023.",
        "Updated plans for the pier were shown to the public on Friday.",
        "Correction of the river's course will cost 3 million pounds, the board said.",
        "Watch keepers saw the wall move before it fell.",
        "Live music was banned on the pier.",
        "Analysis: Why the wall fell",
        "(It was the third such fall in a year.)",
        "Tickets are available to residents from Monday.",
        "12 people were hurt.",
        "Read the small print, the mayor warned investors.",
        "Follow the money and you will find the council, she said.",
        "An article of this law bans it.",
    ],
)
def test_prose_is_left_alone(line: str) -> None:
    assert not is_furniture(line)


def test_a_long_paragraph_is_never_furniture() -> None:
    assert not is_furniture("Read more: " + "word " * 200)


@pytest.mark.parametrize(
    ("line", "year"),
    [("© 2019-2024 Coast Post", 2024), ("Copyright 2023", 2023), ("In 2023 the wall fell.", None), ("©", None)],
)
def test_the_year_of_a_copyright_line(line: str, year: int | None) -> None:
    assert year_of_notice(line) == year
