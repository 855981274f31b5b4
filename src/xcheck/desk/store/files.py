"""A case as one file that another desk can open: a ZIP archive of JSON. The same case gives the same bytes."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from xcheck import __version__
from xcheck.desk.archives import members
from xcheck.desk.store.records import Case, Decided, Note, Version, Whole
from xcheck.errors import InputError
from xcheck.records.base import Record
from xcheck.records.document import Document
from xcheck.records.report import Report

SUFFIX = ".xcheck"
LARGEST_PART = 100_000_000  # bytes of one member
_MOST = 2_000  # members
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the day of every member: no clock
_DECISIONS = TypeAdapter(tuple[Decided, ...])
_NOTES = TypeAdapter(tuple[Note, ...])


class Manifest(Record):
    """What the file is: ``schema_version`` says how it is laid out, ``xcheck`` which xcheck wrote it."""

    format: Literal["xcheck-case"] = "xcheck-case"
    schema_version: Literal[1] = 1
    xcheck: str
    case: Case


def written(whole: Whole) -> bytes:
    """The file of a case."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _parts(whole):
            archive.writestr(zipfile.ZipInfo(name, _FIRST_DAY), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _parts(whole: Whole) -> Iterator[tuple[str, bytes]]:
    manifest = Manifest(xcheck=__version__, case=whole.case)
    yield "manifest.json", json.dumps(manifest.model_dump(), indent=2).encode()
    for i, document in enumerate(whole.articles, start=1):
        yield f"articles/{i:04}.json", document.model_dump_json().encode()
    for version in whole.versions:
        yield f"versions/{version.number:04}.json", version.model_dump_json().encode()
    yield "decisions.json", _DECISIONS.dump_json(whole.decisions)
    yield "notes.json", _NOTES.dump_json(whole.notes)


def read(data: bytes) -> Whole:
    """The case in a file. Raises InputError where it is no such file, or what it says does not hold together."""
    parts = {member.name: member.data for member in members(data, largest=LARGEST_PART, most=_MOST)}
    if "manifest.json" not in parts:
        raise InputError(f"this is no case of xcheck (a file {SUFFIX} that a desk has exported)")
    try:
        manifest = Manifest.model_validate_json(parts["manifest.json"])
        whole = Whole(
            case=manifest.case,
            articles=tuple(Document.model_validate_json(own) for own in _of(parts, "articles/")),
            versions=tuple(Version.model_validate_json(own) for own in _of(parts, "versions/")),
            decisions=_DECISIONS.validate_json(parts.get("decisions.json", b"[]")),
            notes=_NOTES.validate_json(parts.get("notes.json", b"[]")),
        )
    except (ValidationError, ValueError, RecursionError) as error:
        raise InputError("the case cannot be read: it is broken, or of a newer xcheck") from error
    _require_sound(whole)
    return whole


def _of(parts: Mapping[str, bytes], folder: str) -> Iterator[bytes]:
    return (parts[name] for name in sorted(parts) if name.startswith(folder))


def _require_sound(whole: Whole) -> None:
    """Every passage of a report must lie inside its article: pages are made of it later."""
    numbers = [version.number for version in whole.versions]
    if whole.case.state != "ready" or numbers != [*range(1, len(numbers) + 1)] or not numbers:
        raise InputError("the case is not whole: export it again from the desk that it is of")
    for version in whole.versions:
        texts = {d.id: d.text for d in whole.articles} | ({whole.case.draft: version.text} if whole.case.draft else {})
        if version.report and not _fits(version.report, texts):
            raise InputError(f"version {version.number} of the case does not fit its articles: export it again")


def _fits(report: Report, texts: Mapping[str, str]) -> bool:
    own = {claim.id for claim in report.claims}
    is_known = {document.id for document in report.documents} <= texts.keys() and len(own) == len(report.claims)
    return is_known and all(set(f.claims) <= own for f in report.findings) and _lies_inside(report, texts)


def _lies_inside(report: Report, texts: Mapping[str, str]) -> bool:
    """Whether every passage lies inside the text that it is of."""
    return all(name in texts and 0 <= start <= end <= len(texts[name]) for name, start, end in _spans(report))


def _spans(report: Report) -> Iterator[tuple[str, int, int]]:
    """Where the passages of a report lie: the document, the start and the end."""
    for claim in report.claims:
        yield claim.document, claim.start, claim.end
        yield claim.document, claim.sentence.start, claim.sentence.end
    for evidence in (e for finding in report.findings for e in finding.evidence):
        for start, end in ((evidence.start, evidence.end), *evidence.focus):
            yield evidence.document, start, end
