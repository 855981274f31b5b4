"""How the desk bears many writers: ``python benchmarks/desk.py [--users 20] [--minutes 10] [--every 2]``.

Starts a desk of its own, has each writer edit a draft of 800 words against five sources, every two seconds, and prints
how long a check took alone and with all of them, what went wrong, and whether every version that was saved is there.
The first check of each case, which reads all of it, is made before and told apart.
A check that a newer text of the same window has overtaken counts as overtaken, not as one that took no time. "Seen"
is the time from an edit to the first answer on it or on a later text: how long a writer waits for news.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

import httpx2 as httpx

from story import story

_WORDS, _SOURCES = 800, 5
_SAVE_EVERY = 15  # edits
_COMMAND = [sys.executable, "-c", "from xcheck.__main__ import start; start()", "serve", "--port", "0", "--data"]


@dataclass
class Told:
    """What the writers met with. ``took`` and ``seen`` are in seconds; ``saved`` the texts by their case."""

    took: list[float] = field(default_factory=list)
    seen: list[float] = field(default_factory=list)
    overtaken: int = 0
    errors: list[str] = field(default_factory=list)
    saved: dict[str, str] = field(default_factory=dict)


def main() -> None:
    """Prints the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--users", type=int, default=20)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--every", type=float, default=2)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as data:
        desk = subprocess.Popen([*_COMMAND, data], stdout=subprocess.PIPE, text=True, encoding="utf-8")
        try:
            address = desk.stdout.readline().strip() if desk.stdout else ""
            asyncio.run(_measured(address, given.users, 60 * given.minutes, given.every))
        finally:
            desk.terminate()
            desk.wait()


async def _measured(address: str, users: int, seconds: float, every: float) -> None:
    base = address.split("/?", maxsplit=1)[0]
    async with httpx.AsyncClient(
        base_url=base, headers={"origin": base}, timeout=None, follow_redirects=True
    ) as client:
        await client.get(address)
        text, cases = await _begun(client, users)
        first, alone, together = Told(), Told(), Told()
        started = cases[: os.cpu_count()]  # these wait for the processes to start as well
        await asyncio.gather(*(_checked(client, Told(), case, text) for case in started))
        for case in cases:
            await _checked(client, first, case, text)
        await _write(client, alone, cases[0], text, until=time.monotonic() + min(60, seconds), every=every)
        end = time.monotonic() + seconds
        await asyncio.gather(*(_write(client, together, case, text, until=end, every=every) for case in cases))
        lost = [case for case, saved in together.saved.items() if not await _there(client, case, saved)]
    _tell("first", first)
    _tell("alone", alone)
    _tell(f"{users} at once", together)
    if alone.took and len(together.took) > 1:
        print(f"95th percentile over the median alone: {_last(together.took) / median(alone.took):.1f}")
    print(f"cases with saved versions: {len(together.saved)}, of which the last one is lost: {len(lost)}")


async def _begun(client: httpx.AsyncClient, users: int) -> tuple[str, list[str]]:
    """The draft's text, and a case of it for each writer, opened from one case file."""
    draft, *sources = story(_SOURCES + 1, _WORDS)
    fields = {"kind": "draft", "draft_text": draft.text}
    files = [("files", (source.id, source.text.encode())) for source in sources]
    answer = await client.post("/cases", data=fields, files=files, headers={"accept": "application/json"})
    first = answer.json()["url"]
    await client.get(f"{first}/progress")
    whole = (await client.get(f"{first}/export/case")).content
    others = [(await client.post("/import", files={"case": ("a.xcheck", whole)})).url.path for _ in range(users - 1)]
    return draft.text, [first, *others]


async def _write(  # noqa: PLR0913 - one writer
    client: httpx.AsyncClient, told: Told, case: str, text: str, *, until: float, every: float
) -> None:
    paragraphs = text.split("\n\n")
    version = int((await client.get(f"{case}/versions")).text.split("</h1>")[0].rpartition(" ")[2])
    checking: list[asyncio.Task[tuple[float, float | None]]] = []
    for edit in itertools.count(1):
        if time.monotonic() >= until:
            break
        place = edit % len(paragraphs)
        changed = [f"{p} The mayor counted {edit} boats." if i == place else p for i, p in enumerate(paragraphs)]
        now = "\n\n".join(changed)
        began = time.monotonic()
        checking.append(asyncio.create_task(_checked(client, told, case, now)))
        if edit % _SAVE_EVERY == 0:
            saved = await client.post(f"{case}/versions", json={"text": now, "base": version})
            if saved.status_code == 201:
                version, told.saved[case] = saved.json()["number"], now
            else:
                told.errors.append(f"save: {saved.status_code}")
        await asyncio.sleep(max(0, began + every - time.monotonic()))
    told.seen += _seen(await asyncio.gather(*checking))


def _seen(checks: Sequence[tuple[float, float | None]]) -> Iterator[float]:
    """For each check in the order of the edits, the time to the first answer on it or on a later one."""
    first = math.inf
    for began, ended in reversed(checks):
        first = min(first, math.inf if ended is None else ended)
        if first < math.inf:
            yield max(0.0, first - began)


async def _checked(client: httpx.AsyncClient, told: Told, case: str, text: str) -> tuple[float, float | None]:
    """When the check of a text was asked for and answered; None for one that was overtaken, or went wrong."""
    began = time.monotonic()
    answer = await client.post(f"{case}/check", json={"text": text, "window": f"writer-of-{case.rpartition('/')[2]}"})
    if answer.status_code != 200:
        told.errors.append(f"check: {answer.status_code} {answer.text[:100]}")
    elif answer.json() is None:
        told.overtaken += 1
    else:
        told.took.append(time.monotonic() - began)
        return began, time.monotonic()
    return began, None


async def _there(client: httpx.AsyncClient, case: str, text: str) -> bool:
    shown = (await client.get(f"{case}/write")).text
    return text.rpartition("The mayor counted ")[2].split(".")[0] in shown


def _tell(what: str, told: Told) -> None:
    """Prints the figures of one run; a figure of fewer than two checks says nothing."""
    times = [("took", told.took), ("seen after", told.seen)]
    said = [f"{name} {median(own):.2f} s (median), {_last(own):.2f} s (95 %)" for name, own in times if len(own) > 1]
    wrong = f"{len(told.errors)} errors {told.errors[:3] or ''}".strip()
    print(
        f"{what}: {len(told.took)} checks, {told.overtaken} overtaken, {wrong}; {'; '.join(said) or 'too few to tell'}"
    )


def _last(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(times, n=20, method="inclusive")[-1]


if __name__ == "__main__":
    main()
