"""Articles as somebody hands them in: their names made safe, their archives unpacked."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any, Literal

from xcheck.desk.archives import members
from xcheck.desk.limits import LONGEST_NAME, MOST_ARTICLES
from xcheck.errors import InputError
from xcheck.reports.passage import visible

Role = Literal["article", "draft"]


@dataclass(frozen=True)
class Upload:
    """An article that was pasted or dropped. ``name`` ends in the suffix that tells its format."""

    name: str
    data: bytes
    outlet: str = ""
    published: date | None = None
    role: Role = "article"

    def sent(self) -> dict[str, Any]:
        """As JSON holds it, for another process."""
        day = self.published.isoformat() if self.published else None
        return {**self.__dict__, "data": base64.b64encode(self.data).decode(), "published": day}

    @classmethod
    def received(cls, sent: dict[str, Any]) -> Upload:
        """What ``sent`` gave."""
        day = date.fromisoformat(sent["published"]) if sent["published"] else None
        return cls(**{**sent, "data": base64.b64decode(sent["data"]), "published": day})


def safe_name(name: str, fallback: str = "article") -> str:
    """The last part of a name, on one line, without what a path or a page could trip over; never empty or hidden."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(c for c in visible(last) if c not in '/\\:*?"<>|\0').strip(" .")
    path = PurePosixPath(shown or fallback)
    suffix = path.suffix[:12]
    return f"{path.stem[: LONGEST_NAME - len(suffix)].strip(' .') or fallback}{suffix}"


def unpacked(uploads: Iterable[Upload]) -> list[Upload]:
    """The uploads with each archive's members in its place, each under a name of its own.

    Raises InputError where an archive cannot be read, and where there are too many articles.
    """
    found: list[Upload] = []
    for upload in uploads:
        found.extend(_members(upload) if upload.name.lower().endswith(".zip") else [upload])
        if len(found) > MOST_ARTICLES:
            raise InputError(f"more than {MOST_ARTICLES} articles: compare fewer at once")
    return _told_apart(found)


def _members(upload: Upload) -> Iterator[Upload]:
    try:
        inside = members(upload.data)
    except InputError as error:
        raise InputError(f"{upload.name}: {error}") from error
    for member in inside:
        yield replace(upload, name=safe_name(member.name), data=member.data)


def _told_apart(uploads: Sequence[Upload]) -> list[Upload]:
    """Uploads of one name get a number, in their order."""
    found: dict[str, Upload] = {}
    for upload in uploads:
        path = PurePosixPath(upload.name)
        name, count = upload.name, 1
        while name.casefold() in found:
            count += 1
            name = f"{path.stem} ({count}){path.suffix}"
        found[name.casefold()] = replace(upload, name=name)
    return [*found.values()]
