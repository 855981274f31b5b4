"""Mails (``.eml``) and saved pages with their parts (``.mhtml``): the article in their text or their first page."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from datetime import date
from email.message import EmailMessage

from xcheck.errors import InputError
from xcheck.ingest.blocks import blocks
from xcheck.ingest.html import read_html
from xcheck.ingest.reading import Reading, joined
from xcheck.records.document import RegionKind

MOST_PARTS = 1_000
_LEAST_WORDS = 25  # fewer words of plain text in a mail only say that there is a page
_ANSWERED = re.compile(r"(?:(?:re|fw|fwd|aw|wg):\s*)+", re.IGNORECASE)


def read_mail(data: bytes) -> Reading:
    """The reading of a mail or of a saved page with all its parts; attachments stay behind.

    The subject is the headline where the page has none, and the day of sending the day of publication. Raises
    InputError where the file is broken, or has neither text nor page.
    """
    message = _parsed(data)
    plain, page = _text(message, "text/plain"), _text(message, "text/html")
    title, day = _ANSWERED.sub("", str(message["subject"] or "").strip()) or None, _day(message)
    if page.strip() and (message.get_content_type() == "multipart/related" or len(plain.split()) < _LEAST_WORDS):
        reading = read_html(page.encode("utf-8", "replace"))
        return replace(reading, title=reading.title or title, published=reading.published or day)
    if not plain.strip():
        raise InputError("there is no text in this mail: save the article that is attached to it")
    return joined(_paragraphs(plain, title), title=title, published=day)


def _parsed(data: bytes) -> EmailMessage:
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = sum(1 for _ in message.walk())
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:  # the library has no one kind
        raise InputError("this mail is broken: save its text as .txt") from error
    if not message.keys():
        raise InputError("this is no mail: name the file .txt if it is plain text")
    if parts > MOST_PARTS:
        raise InputError(f"the mail has {parts:,} parts, more than the {MOST_PARTS:,} allowed: save its text as .txt")
    return message


def _text(message: EmailMessage, kind: str) -> str:
    """The first part of a kind that is no attachment; empty where there is none."""
    for part in message.walk():
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            try:
                return str(part.get_content())
            except (LookupError, ValueError, AttributeError) as error:
                raise InputError("this mail is in an encoding that is unknown: save its text as .txt") from error
    return ""


def _day(message: EmailMessage) -> date | None:
    try:
        stamp = getattr(message["date"], "datetime", None)
    except (ValueError, TypeError, IndexError):  # what the library raises on a day that cannot be
        return None
    return stamp.date() if stamp else None


def _paragraphs(plain: str, title: str | None) -> list[tuple[RegionKind | None, str]]:
    """The subject, then the paragraphs; what is quoted of an earlier mail is furniture."""
    told: list[tuple[RegionKind | None, str]] = [("title", title)] if title else []
    for start, end in blocks(plain):
        words = plain[start:end]
        told.append(("furniture" if words.startswith(">") else None, words))
    return told
