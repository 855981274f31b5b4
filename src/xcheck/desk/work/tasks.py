"""What a process of the desk does: read and compare articles, or check a draft. Takes and gives what JSON can hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from xcheck import api
from xcheck.cache import Cache
from xcheck.desk.beside import beside
from xcheck.desk.uploads import Upload, unpacked
from xcheck.drafts.binding import Bound
from xcheck.engine.load import load_rules, stable
from xcheck.errors import InputError
from xcheck.ingest.collect import collect
from xcheck.options import Options
from xcheck.records.document import Document
from xcheck.records.report import Report, Skipped
from xcheck.records.rule import Rule
from xcheck.resources import loaded
from xcheck.warm import warm

Told = Callable[[str, int, int], None]
_MARKDOWN = (".md", ".markdown")


@loaded
def rules() -> tuple[Rule, ...]:
    """The rules that the desk applies, loaded once."""
    return tuple(stable(load_rules()))


def begin(request: dict[str, Any], folder: Path, told: Told) -> dict[str, Any]:
    """Read uploads and compare them, or check the draft among them against the others.

    ``folder`` has the cache. ``told`` hears what is being done, and which of how many it is. Raises InputError where
    there is nothing to compare.
    """
    uploads = unpacked(Upload.received(one) for one in request["uploads"])
    kept = Cache(folder, request["case"])
    documents, skipped = _documents(uploads, told)
    drafts = [d for d, upload in documents if upload.role == "draft"]
    others = [d for d, upload in documents if upload.role != "draft"]
    of = len(uploads) + 1
    told("Comparing" if request["kind"] == "comparison" else "Checking the draft", of, of)
    if request["kind"] == "comparison":
        _require(len(others) > 1, "nothing to compare: it takes two articles that can be read", skipped)
        report = api.compare(others, rules=rules(), skipped=skipped, cache=kept)
        return _given(others, None, report)
    _require(len(drafts) == 1, "the draft cannot be read", skipped)
    _require(bool(others), "nothing to check the draft against: it takes a source that can be read", skipped)
    draft = as_draft(drafts[0].path, drafts[0].text, drafts[0].published)
    report = _checked(draft, others, kept, skipped)
    return _given(others, draft, report)


def check(request: dict[str, Any], folder: Path, _: Told) -> dict[str, Any]:
    """Check a draft's text against its sources: the findings as the page shows them beside it, and the report.

    The report is only given where it is asked for. Raises InputError where the text is no article.
    """
    day = date.fromisoformat(request["published"]) if request["published"] else None
    draft = as_draft(request["draft"], request["text"], day)
    sources = [Document.model_validate(one) for one in request["sources"]]
    report = _checked(draft, sources, warm(folder, request["case"]))
    found = {"findings": beside(report, draft, sources), "support": report.documents[0].support}
    return found | ({"report": report.model_dump_json()} if request["whole"] else {})


def _checked(draft: Document, sources: Sequence[Document], kept: Cache, skipped: Sequence[Skipped] = ()) -> Report:
    bound = [Bound(draft, tuple(sources))]
    return api.check_drafts(bound, Options(rules=rules(), cache=kept), skipped=skipped)


def as_draft(name: str, text: str, published: date | None) -> Document:
    """A draft's text as an article. It stays what it is: a Markdown draft Markdown, any other plain text."""
    found, skipped = collect(["-"], published=published, stdin=text.encode("utf-8", "replace"), stdin_name=name)
    _require(bool(found), "the draft cannot be checked", skipped)
    return found[0]


def draft_name(name: str) -> str:
    """What a draft is called once its text is edited: Markdown stays Markdown, all else becomes plain text."""
    path = PurePosixPath(name)
    return f"{path.stem} (draft){'.md' if path.suffix.lower() in _MARKDOWN else '.txt'}"


def _documents(uploads: Sequence[Upload], told: Told) -> tuple[list[tuple[Document, Upload]], list[Skipped]]:
    found: list[tuple[Document, Upload]] = []
    skipped: list[Skipped] = []
    for i, upload in enumerate(uploads, start=1):
        told(f"Reading {upload.name}", i, len(uploads) + 1)
        for one in _read(upload):
            if isinstance(one, Document):
                found.append((one, upload))
            else:
                skipped.append(one)
    return found, skipped


def _read(upload: Upload) -> Iterator[Document | Skipped]:
    try:
        found, skipped = collect(["-"], published=upload.published, stdin=upload.data, stdin_name=upload.name)
    except InputError as error:
        yield Skipped(path=upload.name, reason=str(error).removeprefix(f"{upload.name}: "))
        return
    yield from skipped
    for document in found:
        named = {"id": upload.name, "path": upload.name, "outlet": upload.outlet or document.outlet}
        if upload.role == "draft":
            named |= {"id": draft_name(upload.name), "path": draft_name(upload.name)}
        yield document.model_copy(update=named)


def _require(held: bool, said: str, skipped: Sequence[Skipped]) -> None:  # noqa: FBT001 - what must hold comes first
    if not held:
        raise InputError("\n".join([said, *(f"{s.path}: {s.reason}" for s in skipped)]))


def _given(articles: Sequence[Document], draft: Document | None, report: Report) -> dict[str, Any]:
    return {
        "articles": [article.model_dump(mode="json") for article in articles],
        "draft": None if draft is None else {"name": draft.id, "text": draft.text, "published": _day(draft)},
        "report": report.model_dump_json(),
    }


def _day(document: Document) -> str:
    return document.published.isoformat() if document.published else ""


def ready(_request: dict[str, Any], _folder: Path, _told: Told) -> dict[str, Any]:
    """Answer once the parser, the vectors and the judge are loaded: a first check loads them all."""
    one, other = (Document.from_text("The ferry Aurelia left the harbour on Monday.", name=name) for name in "ab")
    api.check_drafts([Bound(one, (other,))], Options(rules=rules()))
    return {}


TASKS: dict[str, Callable[[dict[str, Any], Path, Told], dict[str, Any]]] = {
    "begin": begin,
    "check": check,
    "ready": ready,
}
