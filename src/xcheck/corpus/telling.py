"""The stories of a run: kept as a table, and dealt into buckets that are compared one by one."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from xcheck.corpus.plan import WORK, Plan
from xcheck.stories.group import Story

_BUCKET = 32  # stories
_BITS = 32


class Place(NamedTuple):
    """Where an article lies: its partitions of documents and of claims, and the digest of its content."""

    documents: str
    claims: str
    digest: str


class Told(NamedTuple):
    """A story as its table has it."""

    id: str
    headline: str
    central: str
    documents: tuple[str, ...]


def places(plan: Plan, read: Sequence[str], claimed: Mapping[str, str]) -> dict[str, Place]:
    """Where each article lies, by its id; ``claimed`` tells the partition of claims of one of documents."""
    return {
        row["document"]: Place(name, claimed[name], row["digest"])
        for name in read
        for row in plan.kept("marks", name, ["document", "digest"])
    }


def stories(plan: Plan, read: Sequence[str], tell: Callable[[], list[Story]]) -> tuple[list[Told], list[str]]:
    """The stories of some partitions of documents, and the partitions of their table; told apart where not kept."""
    record = f"{WORK}/stories/{plan.key('stories', *read)}.json"
    names = json.loads(plan.store.read(record)) if plan.store.has(record) else None
    if names is None or not all(plan.finished(name, "stories") for name in names):
        names = _kept(plan, [Told(s.id, s.headline, s.documents[s.central], s.documents) for s in tell()])
        plan.store.write(record, json.dumps(names).encode())
    rows = [row for name in names for row in plan.kept("stories", name)]
    return [Told(**{**row, "documents": tuple(row["documents"])}) for row in rows], names


def _kept(plan: Plan, found: Sequence[Told]) -> list[str]:
    """Keep the stories, and give the names of the partitions in which they lie."""
    names = []
    for part in _dealt(found).values():
        names.append(plan.key("told", json.dumps(part)))
        plan.keep("stories", names[-1], [[one._asdict() for one in part]])
    return sorted(names)


def buckets(plan: Plan, told: Sequence[Told], lie: Mapping[str, Place]) -> dict[str, dict[str, Any]]:
    """What there is to compare, by the names of its work: the stories of more than one article, by the handful."""
    found = {}
    for part in _dealt([one for one in told if len(one.documents) > 1]).values():
        digests = [lie[name].digest for one in part for name in one.documents]
        task = [{**one._asdict(), "documents": [[n, *lie[n][:2]] for n in one.documents]} for one in part]
        size = sum(len(one.documents) for one in part)
        found[plan.key("compare", json.dumps(part), *digests)] = {"stories": task, "size": size, "first": part[0].id}
    return found


def _dealt(told: Sequence[Told]) -> dict[int, list[Told]]:
    """The stories by their buckets, both in order."""
    found: dict[int, list[Told]] = defaultdict(list)
    for one in sorted(told):
        found[_bucket(one.id, len(told))].append(one)
    return dict(sorted(found.items()))


def _bucket(story: str, stories: int) -> int:
    """The bucket of a story among so many: it hangs on the story's name, and changes when the stories have doubled."""
    bits = max(0, (stories - 1).bit_length() - (_BUCKET.bit_length() - 1))
    head = hashlib.sha256(story.encode("utf-8", "surrogatepass")).digest()[: _BITS // 8]
    return int.from_bytes(head, "big") >> (_BITS - bits)
