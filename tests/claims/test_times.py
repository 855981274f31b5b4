"""Time expressions in invented sentences: what is found, and its TIMEX3 value on a given day of publication."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest

from xcheck.claims.time import times
from xcheck.claims.time.grammar import expressions
from xcheck.nlp.analysis import analyse
from xcheck.records.claim import Claim, Time
from xcheck.records.document import Document, Region

# A Wednesday in week 47.
PUBLISHED = date(2024, 11, 20)


def times_in(text: str, published: date | None = PUBLISHED) -> tuple[Time, ...]:
    regions, start = [], 0
    for line in text.split("\n"):
        if line:
            regions.append(Region(start=start, end=start + len(line), text=line, kind="body"))
        start += len(line) + 1
    document = Document(id="a", path="a", text=text, published=published, regions=tuple(regions))
    return times.find(analyse([document])[0])


def values(text: str, published: date | None = PUBLISHED) -> dict[str, str]:
    return {t.text: t.value for t in times_in(text, published)}


CASES = [
    # Dates in full and in part.
    ("The ferry sank on 3 March 1987.", {"3 March 1987": "1987-03-03"}),
    ("The ferry sank on March 3, 1987.", {"March 3, 1987": "1987-03-03"}),
    ("The ferry sank on March 3rd, 1987, off the coast.", {"March 3rd, 1987": "1987-03-03"}),
    ("The ferry sank on Tuesday, March 3, 1987.", {"Tuesday, March 3, 1987": "1987-03-03"}),
    ("The ferry sank on Oct. 9.", {"Oct. 9": "2024-10-09"}),
    ("The ferry sank on 9 October.", {"9 October": "2024-10-09"}),
    ("The ferry sank on the 9th of October.", {"9th of October": "2024-10-09"}),
    ("The ferry sank on December 12.", {"December 12": "2023-12-12"}),
    ("The ferry will sail on December 12.", {"December 12": "2024-12-12"}),
    ("The bridge opened on 2019-05-06.", {"2019-05-06": "2019-05-06"}),
    ("The bridge opened on 25/12/2019.", {"25/12/2019": "2019-12-25"}),
    ("The bridge opened on 04/07/2019.", {"04/07/2019": "2019-04-07"}),
    ("The festival ran from 5-7 June.", {"5-7 June": "2024-06-05/2024-06-07"}),
    ("The festival ran on June 5 to 7, 2022.", {"June 5 to 7, 2022": "2022-06-05/2022-06-07"}),
    ("The bridge opened on February 31.", {"February 31": "XXXX-02-31"}),
    # Months and years.
    ("The mill closed in April.", {"April": "2024-04"}),
    ("The mill closed in December.", {"December": "2023-12"}),
    ("The mill will close in April.", {"April": "2025-04"}),
    ("The mill closed in April 2009.", {"April 2009": "2009-04"}),
    ("The mill closed in April last year.", {"April last year": "2023-04"}),
    ("The mill closed last July.", {"last July": "2024-07"}),
    ("The mill closed in 1998.", {"1998": "1998"}),
    ("The mill has been closed since 1742.", {"1742": "1742"}),
    ("The mill ran from May to July.", {"May": "2024-05", "July": "2024-07"}),
    ("In 2011 the mill reopened in May.", {"2011": "2011", "May": "2011-05"}),
    ("The 2016 election was close.", {"2016": "2016"}),
    ("The 2012-13 season was wet.", {"2012-13": "2012/2013"}),
    ("The plan covers 2025-2030.", {"2025-2030": "2025/2030"}),
    ("Output fell in late March 2020.", {"late March 2020": "2020-03"}),
    ("Output fell in mid-2020.", {"mid-2020": "2020"}),
    ("Output fell at the end of 2020.", {"the end of 2020": "2020"}),
    ("The class of '08 met again.", {"'08": "2008"}),
    # Weekdays and the tense of their verbs.
    ("The minister resigned on Monday.", {"Monday": "2024-11-18"}),
    ("The minister resigned Wednesday.", {"Wednesday": "2024-11-20"}),
    ("The minister resigned on Thursday.", {"Thursday": "2024-11-14"}),
    ("The minister will resign on Friday.", {"Friday": "2024-11-22"}),
    ("The minister is to resign on Friday.", {"Friday": "2024-11-22"}),
    ("The trial opens on Friday.", {"Friday": "2024-11-22"}),
    ("The hearing was scheduled for Friday.", {"Friday": "2024-11-22"}),
    ("The army said that Friday's raid was planned for months.", {"Friday": "2024-11-15", "months": "PXM"}),
    ("He said the talks would resume on Friday.", {"Friday": "2024-11-22"}),
    ("The ministry said on Friday that it will appeal.", {"Friday": "2024-11-15"}),
    ("The minister resigned last Friday.", {"last Friday": "2024-11-15"}),
    ("The minister will speak next Tuesday.", {"next Tuesday": "2024-11-26"}),
    ("The minister speaks this Friday.", {"this Friday": "2024-11-22"}),
    ("The market opens on Mondays.", {"Mondays": "XXXX-WXX-1"}),
    # Days by name.
    ("The council met today.", {"today": "2024-11-20"}),
    ("The council met yesterday.", {"yesterday": "2024-11-19"}),
    ("The council meets tomorrow morning.", {"tomorrow morning": "2024-11-21TMO"}),
    ("The council met the day before yesterday.", {"the day before yesterday": "2024-11-18"}),
    # Parts of the day and the clock.
    ("The council met on Monday night.", {"Monday night": "2024-11-18TNI"}),
    ("The council met on the evening of Oct. 9.", {"the evening of Oct. 9": "2024-10-09TEV"}),
    ("The council met early on Monday morning.", {"early on Monday morning": "2024-11-18TMO"}),
    ("The council met this morning.", {"this morning": "2024-11-20TMO"}),
    ("The roof fell in last night.", {"last night": "2024-11-19TNI"}),
    ("The council meets tonight.", {"tonight": "2024-11-20TNI"}),
    ("The roof fell at 3:30 a.m. on Monday.", {"3:30 a.m. on Monday": "2024-11-18T03:30"}),
    ("On Monday, the roof fell at about 3:40 a.m.", {"Monday": "2024-11-18", "about 3:40 a.m.": "2024-11-18T03:40"}),
    ("The roof fell around 9:15 p.m. Saturday.", {"around 9:15 p.m. Saturday": "2024-11-16T21:15"}),
    ("The roof fell at 4pm yesterday.", {"4pm yesterday": "2024-11-19T16:00"}),
    ("The roof fell at 4pm.", {"4pm": "2024-11-20T16:00"}),
    ("The roof fell on Monday at 16:45.", {"Monday at 16:45": "2024-11-18T16:45"}),
    ("The roof fell at 1430 GMT on Monday.", {"1430 GMT on Monday": "2024-11-18T14:30"}),
    ("The roof fell at 12 a.m. on Monday.", {"12 a.m. on Monday": "2024-11-18T00:00"}),
    ("The roof fell at noon on Monday.", {"noon on Monday": "2024-11-18T12:00"}),
    ("The roof fell at midnight.", {"midnight": "2024-11-20T24:00"}),
    ("The roof fell at three o'clock in the afternoon.", {"three o'clock in the afternoon": "2024-11-20T15:00"}),
    ("Snow fell overnight.", {"overnight": "2024-11-20TNI"}),
    # Periods around the day of publication.
    ("Rents rose last year.", {"last year": "2023"}),
    ("Rents rose late last year.", {"late last year": "2023"}),
    ("Rents rose earlier this year.", {"earlier this year": "2024"}),
    ("Rents rose last month.", {"last month": "2024-10"}),
    ("Rents will rise next month.", {"next month": "2024-12"}),
    ("Rents rose this week.", {"this week": "2024-W47"}),
    ("Rents rose last week.", {"last week": "2024-W46"}),
    ("Rents rose last quarter.", {"last quarter": "2024-Q3"}),
    ("Rents rose over the weekend.", {"the weekend": "2024-W46-WE"}),
    ("Rents rose last weekend.", {"last weekend": "2024-W46-WE"}),
    ("Rents will rise this decade.", {"this decade": "202"}),
    ("Rents rose in the last century.", {"the last century": "19"}),
    ("Until the end of the year, rents will rise.", {"the end of the year": "2024"}),
    ("Rents fell later in the week.", {"later in the week": "2024-W47"}),
    ("Rents rose in the third quarter.", {"the third quarter": "2024-Q3"}),
    ("Rents rose in the third quarter of 2021.", {"the third quarter of 2021": "2021-Q3"}),
    ("Rents rose in last year's first quarter.", {"last year's first quarter": "2023-Q1"}),
    ("Rents rose in Q2 2021.", {"Q2 2021": "2021-Q2"}),
    ("Rents rose in the first half of last year.", {"the first half of last year": "2023-H1"}),
    ("Rents rose in the second half of 2021.", {"the second half of 2021": "2021-H2"}),
    ("Profit fell in fiscal 2021.", {"fiscal 2021": "FY2021"}),
    ("The brewer's fourth-quarter profit fell.", {"fourth-quarter": "2023-Q4"}),
    (
        "Rents rose in July, against the same month last year.",
        {"July": "2024-07", "the same month last year": "2023-07"},
    ),
    # Seasons, decades, centuries, feasts.
    ("The river flooded in the spring of 2018.", {"the spring of 2018": "2018-SP"}),
    ("The river flooded in the winter of 1962-63.", {"the winter of 1962-63": "1962-WI"}),
    ("The river flooded last summer.", {"last summer": "2024-SU"}),
    ("The river flooded last winter.", {"last winter": "2023-WI"}),
    ("The river flooded in the summer.", {"the summer": "2024-SU"}),
    ("The river flooded in the 1920s.", {"the 1920s": "192"}),
    ("The river flooded in the late 1980s.", {"the late 1980s": "198"}),
    ("The river flooded in the '70s.", {"the '70s": "197"}),
    ("The river flooded in the early nineties.", {"the early nineties": "199"}),
    ("The castle dates from the 14th century.", {"the 14th century": "13"}),
    ("The castle dates from the early eighteenth century.", {"the early eighteenth century": "17"}),
    ("It grew in the 12th and 13th centuries.", {"the 12th": "11", "13th centuries": "12"}),
    ("The castle closed on Christmas Day.", {"Christmas Day": "2023-12-25"}),
    ("The castle closed on Easter Monday 2023.", {"Easter Monday 2023": "2023-04-10"}),
    ("The castle will close on Thanksgiving.", {"Thanksgiving": "2024-11-28"}),
    # So long ago, or from now.
    ("The well dried up two days ago.", {"two days ago": "2024-11-18"}),
    ("The well dried up three weeks ago.", {"three weeks ago": "2024-W44"}),
    ("The well dried up five months ago.", {"five months ago": "2024-06"}),
    ("The well dried up about 40 years ago.", {"about 40 years ago": "1984"}),
    ("The well dried up a decade ago.", {"a decade ago": "201"}),
    ("The well dried up years ago.", {"years ago": "PAST_REF"}),
    ("The well dried up several years ago.", {"several years ago": "PAST_REF"}),
    ("The well dried up 48 hours ago.", {"48 hours ago": "2024-11-18"}),
    # From the time spoken of before.
    (
        "The dam broke on 4 May 2003. Two days later the village was empty.",
        {"4 May 2003": "2003-05-04", "Two days later": "2003-05-06"},
    ),
    (
        "The dam broke on 4 May 2003. The following day, helpers came.",
        {"4 May 2003": "2003-05-04", "The following day": "2003-05-05"},
    ),
    (
        "The dam broke on 4 May 2003. Cracks were seen the week before.",
        {"4 May 2003": "2003-05-04", "the week before": "2003-W17"},
    ),
    ("The dam broke in 2003. The mayor left later that year.", {"2003": "2003", "later that year": "2003"}),
    ("Sales rose in June from a year earlier.", {"June": "2024-06", "a year earlier": "2023-06"}),
    ("The dam broke on 4 May 2003. That night it rained.", {"4 May 2003": "2003-05-04", "That night": "2003-05-04TNI"}),
    # Lengths.
    ("The strike lasted three days.", {"three days": "P3D"}),
    ("The strike lasted a week.", {"a week": "P1W"}),
    ("The strike lasted almost twenty-five years.", {"almost twenty-five years": "P25Y"}),
    ("The strike lasted more than 1,000 days.", {"more than 1,000 days": "P1000D"}),
    ("The strike lasted 36 hours.", {"36 hours": "PT36H"}),
    ("The strike lasted half an hour.", {"half an hour": "PT30M"}),
    ("The strike lasted 90 minutes.", {"90 minutes": "PT90M"}),
    ("The strike lasted several weeks.", {"several weeks": "PXW"}),
    ("The strike lasted for months.", {"months": "PXM"}),
    ("The strike cost them months.", {"months": "PXM"}),
    ("The strike lasted two decades.", {"two decades": "P20Y"}),
    ("The strike lasted half a century.", {"half a century": "P50Y"}),
    ("The strike lasted two and a half years.", {"two and a half years": "P2.5Y"}),
    ("The strike lasted one year and two months.", {"one year and two months": "P1Y2M"}),
    ("The strike lasted a fortnight.", {"a fortnight": "P2W"}),
    ("The strike lasted a dozen years.", {"a dozen years": "P12Y"}),
    ("The three-month strike ended.", {"The three-month": "P3M"}),
    ("The decades-long strike ended.", {"decades-long": "PXDE"}),
    ("Crime fell over the past two years.", {"the past two years": "P2Y"}),
    ("Crime will fall over the next decade.", {"the next decade": "P10Y"}),
    ("Crime fell in the past week.", {"the past week": "P1W"}),
    ("Crime has fallen in recent years.", {"recent years": "PXY"}),
    ("Crime fell two years after the reform.", {"two years": "P2Y"}),
    ("She ran it in 2:58:04.", {"2:58:04": "PT2H58M4S"}),
    ("The walk takes two to three hours.", {"two": "PT2H", "three hours": "PT3H"}),
    ("The walk takes 10-12 days.", {"10": "P10D", "12 days": "P12D"}),
    # Sets.
    ("The bell rings every morning.", {"every morning": "XXXX-XX-XXTMO"}),
    ("The bell rings every Sunday.", {"every Sunday": "XXXX-WXX-7"}),
    ("The bell rings every two hours.", {"every two hours": "PT2H"}),
    ("The bell rings every other week.", {"every other week": "P2W"}),
    ("The bell rings twice a day.", {"twice a day": "P1D"}),
    ("The club meets weekly.", {"weekly": "XXXX-WXX"}),
    ("The club meets on Sunday evenings.", {"Sunday evenings": "XXXX-WXX-7TEV"}),
    ("The club spends 3 million pounds a year.", {"a year": "P1Y"}),
    ("The club meets on Sundays at 9 p.m.", {"Sundays at 9 p.m.": "XXXX-WXX-7T21:00"}),
    ("The club meets annually.", {"annually": "XXXX"}),
    # References without a date.
    ("The harbour is now closed.", {"now": "PRESENT_REF"}),
    ("The harbour is currently closed.", {"currently": "PRESENT_REF"}),
    ("The harbour closed recently.", {"recently": "PAST_REF"}),
    ("The harbour will close soon.", {"soon": "FUTURE_REF"}),
    ("The harbour has no plans for the future.", {"the future": "FUTURE_REF"}),
    ("Nobody lived there in the past.", {"the past": "PAST_REF"}),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_value(text: str, expected: dict[str, str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The rain may stop.",
        "Protesters march through the town.",
        "Theresa May spoke.",
        "She came second in the race.",
        "The sun shone on the crowd.",
        "The club sold 2,000 tickets.",
        "The army lost 1950 soldiers.",
        "The 40-year-old teacher is well.",
        "Her son is 12 years old.",
        "A quarter of the staff left.",
        "The minutes of the meeting were read.",
        "The firm paid $2015 for it.",
        "He ran a sub-ten-second race.",
        "As soon as it stopped, they left.",
        "The Daily Courier said so.",
        "The score was 2:1.",
        "Three quarters of voters agree.",
        "They scored in the first quarter of the game.",
        "It was the third fire in as many weeks.",
    ],
)
def test_no_time(text: str) -> None:
    assert values(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister resigned on Monday.", "XXXX-WXX-1"),
        ("The minister resigned on March 5.", "XXXX-03-05"),
        ("The minister resigned in March.", "XXXX-03"),
        ("The minister resigned last month.", "XXXX-XX"),
        ("The minister resigned yesterday.", "XXXX-XX-XX"),
        ("The minister resigned on Monday evening.", "XXXX-WXX-1TEV"),
        ("The minister resigned at 3 p.m.", "XXXX-XX-XXT15:00"),
        ("The minister resigned last week.", "XXXX-WXX"),
        ("The minister resigned last spring.", "XXXX-SP"),
        ("The minister resigned on 5 March 2020.", "2020-03-05"),
    ],
)
def test_stays_symbolic_without_a_publication_date(text: str, expected: str) -> None:
    assert [t.value for t in times_in(text, None)] == [expected]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The school closed last month.", "2024-10-01", "2024-10-31"),
        ("The school closed in early 2020.", "2020-01-01", "2020-07-01"),
        ("The school closed in late 2020.", "2020-07-01", "2020-12-31"),
        ("The school closed earlier this year.", "2024-01-01", "2024-11-20"),
        ("The school will close later this year.", "2024-11-20", "2024-12-31"),
        ("The school has been closed since May 2020.", "2020-05-01", "2024-11-20"),
        ("The school closed before 2020.", None, "2020-12-31"),
        ("The school closed after 6 May 2020.", "2020-05-06", None),
        ("The school closed after Monday's vote.", "2024-11-18", "2024-11-18"),
        ("The school was closed until March 2020.", None, "2020-03-31"),
        ("The school closed last week.", "2024-11-11", "2024-11-17"),
        ("The school was closed for the past two weeks.", "2024-11-06", "2024-11-20"),
        ("The school will close in two years.", "2026-01-01", "2026-12-31"),
        ("The school will close within two weeks.", "2024-11-20", "2024-12-04"),
        ("The school will close two years from now.", "2026-01-01", "2026-12-31"),
        ("The school was closed for two years.", None, None),
        ("It will be the first such closure in 20 years.", None, None),
        ("The school closes every winter.", None, None),
        ("The school closed recently.", None, None),
    ],
)
def test_days_reached(text: str, first: str | None, last: str | None) -> None:
    found = times_in(text)[0]
    assert (found.first and found.first.isoformat(), found.last and found.last.isoformat()) == (first, last)


def test_spans_slice_to_their_text() -> None:
    text = "It rained.\n\nOn Friday — at about 3:40 a.m. — the “old” dam’s wall broke, almost two years after May 2022."
    for found in times_in(text):
        assert text[found.start : found.end] == found.text
    assert [t.text for t in times_in(text)] == ["Friday", "about 3:40 a.m.", "almost two years", "May 2022"]


def test_a_new_sentence_may_follow_a_time_of_day() -> None:
    text = "The roof fell at 9 p.m. Saturday. She left at 5 p.m. Nobody saw her."
    document = Document(id="a", path="a", text=text, regions=(Region(start=0, end=len(text), text=text, kind="body"),))
    sentences = [text[s.start : s.end] for s in analyse([document])[0].sentences]
    assert sentences == ["The roof fell at 9 p.m. Saturday.", "She left at 5 p.m.", "Nobody saw her."]


def test_a_date_far_above_is_not_what_later_counts_from() -> None:
    text = "The dam broke on 4 May 2003.\nNobody was hurt.\nNobody was to blame.\nThe next day, it rained."
    assert values(text)["The next day"] == "2024-11-21"


@pytest.mark.parametrize("unit", ["999,", "May ", "a year and ", "1990s-", "week two to ", "3 p.m. ", "days last "])
def test_long_repetition_is_read_without_backtracking(unit: str) -> None:
    """Twenty thousand characters without a full stop: a pattern that backtracks would not come back."""
    sentence = unit * (20_000 // len(unit))
    found = expressions(sentence)
    assert all(0 <= e.start < e.end <= len(sentence) for e in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "9999999 years ago " * 3,
        "99/99/9999 31/02/2020",
        "the 99th century",
        "25 o'clock",
        "0000 00:00 GMT 1 BC",
        "’" * 400,
    ],
)
def test_strange_figures_raise_nothing(text: str) -> None:
    for found in times_in(text):
        assert text[found.start : found.end] == found.text


IMPOSSIBLE = [
    ("The ferry sank on 31 June 2024.", "31 June 2024", "2024-06-31", "no-such-day"),
    ("The ferry sank on February 29, 2023.", "February 29, 2023", "2023-02-29", "no-such-day"),
    ("The ferry sank on the 45th of May.", "45th of May", "XXXX-05-45", "no-such-day"),
    ("The ferry sank on March 34th, 2021.", "March 34th, 2021", "2021-03-34", "no-such-day"),
    ("The ferry sank on 2021-13-02.", "2021-13-02", "2021-13-02", "no-such-day"),
    ("The ferry sank on 30/02/2021.", "30/02/2021", "2021-02-30", "no-such-day"),
    ("The ferry sank on Monday, 12 November 2024.", "Monday, 12 November 2024", "2024-11-12", "other-weekday"),
    ("The ferry sank on Monday, Nov. 12.", "Monday, Nov. 12", "2024-11-12", "other-weekday"),
    ("The ferry sank on 12 November 2024 (a Friday).", "12 November 2024", "2024-11-12", "other-weekday"),
    ("The ferry sank on Friday (12 November 2024).", "12 November 2024", "2024-11-12", "other-weekday"),
]


@pytest.mark.parametrize(("text", "words", "value", "mark"), IMPOSSIBLE)
def test_a_date_that_cannot_be_is_marked(text: str, words: str, value: str, mark: str) -> None:
    assert (words, value, mark) in [(t.text, t.value, t.mark) for t in times_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on Tuesday, 12 November 2024.",
        "The ferry first sailed on a Monday, 12 May.",
        "In June 31 ferries sailed.",
        "Version 10.45.21 of the plan has 32 May cards.",
        "The team beat Orle 5-3 March 4.",
        "The ferry sank on 29 February 2024, and on Tuesday, 29 October.",
    ],
)
def test_other_dates_are_not_marked(text: str) -> None:
    assert [t.text for t in times_in(text) if t.mark] == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The mill burned down on 2 May (1987).", "2 May (1987)", "1987-05-02"),
        ("Reed became mayor in June (2011) and left.", "June (2011)", "2011-06"),
        ("The law of spring (1994) holds.", "spring (1994)", "1994-SP"),
        ("Reed wants it done by 2010 year-end.", "2010 year-end", "2010"),
        ("Reed wants it done by year-end 2010.", "year-end 2010", "2010"),
    ],
)
def test_a_year_in_brackets_or_beside_its_end(text: str, words: str, value: str) -> None:
    assert values(text)[words] == value


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01"])
def test_there_is_no_day_before_the_first_and_none_after_the_last(
    claims_of: Callable[..., tuple[Claim, ...]], published: str
) -> None:
    text = "It fell on Monday and last Friday. It will fall next week, in 2,000 years, and fell two decades ago."
    assert [c.text for c in claims_of(text, published=published)]
