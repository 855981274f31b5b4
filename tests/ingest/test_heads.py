from __future__ import annotations

import pytest

from xcheck.ingest.heads import bare_name, byline, dateline, heading_line, outlet


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee",
        "by Ann Lee and Bo Ek in Oxmouth",
        "By ANN LEE, Harbour Correspondent",
        "By Ann Lee, Bo Ek and Cy van der Moss",
        "EXCLUSIVE by Ann Lee",
        "Words by Ann Lee | Pictures by Bo Ek",
        "ANN LEE in Oxmouth",
        "BO EK-MOSS in Port Hale, Norway",
        "Ann Lee, harbour correspondent",
        "Ann Lee - chief reporter - Friday, March 1",
        "Ann Lee Views",
        "Ann Lee 120 followers",
        "By Ann O'Dell Jr.",
        "By Ann Lee, Coast Post, March 2, 2024",
        "By Ann Lee, Coast Post, Saturday 2 March 2024",
        "By Ann Lee | 2 March 2024",
        "Ann Lee Political correspondent",
        "Ann Lee Senior Home Correspondent",
        "Bo Ek Chief reporter",
        "Ann Lee and agencies",
        "Ann Lee and Bo Ek, AFP",
        "Reuters",
        "Associated Press",
        "From Reuters",
        "AFP/Reuters",
        "Staff and agencies",
    ],
)
def test_bylines(line: str) -> None:
    assert byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the wall had gone",
        "By March 3 all were home",
        "By Ann Lee's account the wall fell at ten.",
        "Ann Lee wins the harbour race",
        "Council in Oxmouth votes for the wall",
        "By far the worst storm in years",
        "Coast Post Sacks Political Editor",
        "Ann Lee Wins Reporter Prize",
        "Reuters sold to Coast Post",
        "Ann Lee, 41, was pulled from the water.",
    ],
)
def test_headlines_and_prose_are_no_bylines(line: str) -> None:
    assert not byline(line)


@pytest.mark.parametrize(
    ("text", "rest", "date", "agency"),
    [
        ("OXMOUTH, March 2 (Coast News) - The wall fell.", "The wall fell.", "March 2", "Coast News"),
        ("OXMOUTH, England, 2 March 2024 (Wire) — The wall fell.", "The wall fell.", "2 March 2024", None),
        ("PORT HALE/OXMOUTH, Sept. 2 -- “No,” he said.", "“No,” he said.", "Sept. 2", None),
        ("PORT HALE, Norway (CNA) — Two men fell.", "Two men fell.", "", "CNA"),
        ("ST. ANNE'S — Two men fell.", "Two men fell.", "", None),
        ("PORT HALE: Two men fell.", "Two men fell.", "", None),
        ("Oxmouth, England (CNA) — Two men fell.", "Two men fell.", "", "CNA"),
        ("Oxmouth, England (CNA)Two men fell.", "Two men fell.", "", "CNA"),
        ("(CNA) — Two men fell.", "Two men fell.", "", "CNA"),
    ],
)
def test_datelines(text: str, rest: str, date: str, agency: str | None) -> None:
    found = dateline(text, first=True)
    assert found is not None
    assert (text[found.length :], found.date, found.outlet) == (rest, date, agency)


@pytest.mark.parametrize(
    "text",
    [
        "ANGRY residents will march on Monday - and they will not be alone.",
        "The World Fish Board (WFB) said that stocks were low.",
        "World Fish Board (WFB) President Ann Lee said so.",
        "NATO - an alliance - met in Oxmouth.",
        "In Oxmouth (population 9,000) — a port — The Gull is the only pub.",
        "A-level results were late.",
    ],
)
def test_prose_has_no_dateline(text: str) -> None:
    assert dateline(text, first=True) is None


def test_a_speaker_in_a_transcript_is_no_dateline() -> None:
    assert dateline("BRANDT: The wall was old.", first=False) is None


@pytest.mark.parametrize(
    "line",
    [
        "Friday, March 1, 2024",
        "Published: 1 March 2024 at 10:32",
        "COAST POST, Friday",
        "Business | Ann Lee's Diary",
        "Sport",
        "10:32 GMT",
    ],
)
def test_lines_of_section_outlet_and_day(line: str) -> None:
    assert heading_line(line)


@pytest.mark.parametrize(
    "line", ["Wall falls in Oxmouth on Friday", "Harbour closed", "Mayor, council clash over wall"]
)
def test_headlines_are_no_such_lines(line: str) -> None:
    assert not heading_line(line)


def test_the_outlet_is_the_part_that_is_named_like_one() -> None:
    assert outlet("Oxmouth Courier | Friday") == "Oxmouth Courier"
    assert outlet("Sport, Friday") is None


def test_bare_names() -> None:
    assert bare_name("Ann Lee")
    assert bare_name("Ann B. Lee")
    assert not bare_name("WALL FALLS")
    assert not bare_name("Coast Post")
