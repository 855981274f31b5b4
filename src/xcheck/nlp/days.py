"""A day as prose has it, the same in any locale."""

from __future__ import annotations

from datetime import date

from xcheck.nlp.lexicons.load import lexicon
from xcheck.nlp.lexicons.times import Times


def day_and_month(day: date) -> str:
    """A day without its year: ``4 March``."""
    months = {number: name for name, number in lexicon(Times).months.items()}
    return f"{day.day} {months[day.month].capitalize()}"


def whole_day(day: date) -> str:
    """A day with its year: ``4 March 2024``."""
    return f"{day_and_month(day)} {day.year}"
