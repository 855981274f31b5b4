"""What an editor has decided about findings: the suppression file that the review exports (see ``docs/review.md``)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationError

from xcheck.door import opened
from xcheck.errors import UsageError
from xcheck.records.base import Record

LARGEST = 5_000_000  # bytes; a disposition takes about 150

Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]


class Ignored(Record):
    """A finding that is not to be raised again: a false alarm, or right and of no matter here."""

    fingerprint: Fingerprint
    rule: str = ""
    decision: Literal["false-alarm", "dismissed"] = Field(default="dismissed", alias="as")
    reason: str = ""


class Confirmed(Record):
    """A finding that an editor has found right. It stays."""

    fingerprint: Fingerprint
    rule: str = ""
    reason: str = ""


class Dispositions(Record):
    """All decisions of a file, in its order."""

    ignore: tuple[Ignored, ...] = ()
    confirm: tuple[Confirmed, ...] = ()

    @property
    def ignored(self) -> frozenset[str]:
        """The fingerprints of the findings that are not to be raised again."""
        return frozenset(one.fingerprint for one in self.ignore)


def read_dispositions(path: str | Path) -> Dispositions:
    """The decisions in a TOML file. Raises UsageError, with the place and the way out, where it isn't such a file."""
    try:
        with opened(Path(path)) as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise UsageError(f"{path}: larger than {LARGEST:,} bytes: that is no file of dispositions")
        return Dispositions.model_validate(tomllib.loads(content.decode("utf-8-sig")))
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{path}: not TOML: {error}") from error
    except ValidationError as error:
        raise UsageError(f"{path}: {_first(error)}") from error


def _first(error: ValidationError) -> str:
    """The first complaint with its place, entries counted from 1: ``ignore 2, fingerprint: …``."""
    complaint = error.errors(include_url=False)[0]
    parts = [f" {part + 1}," if isinstance(part, int) else f" {part}" for part in complaint["loc"]]
    return f"{''.join(parts).strip()}: {complaint['msg']}"
