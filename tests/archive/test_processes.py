"""Several processes at one archive, some of them killed, some without room: what was acknowledged is never lost."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from xcheck.archive import keeping
from xcheck.archive.adding import add, keep, prepared
from xcheck.archive.schema import FILE
from xcheck.archive.searching import Period, entries, search
from xcheck.archive.store import ArchiveError, Store, opened

ADDER = Path(__file__).with_name("adder.py")
KILLS = Path(__file__).parents[2] / "benchmarks" / "archive_kills.py"


def _names(store: Store) -> set[str]:
    return {e.name for e in entries(store, Period())}


def _adder(folder: Path, *numbers: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, ADDER, folder, *map(str, numbers)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def _until_ended(adders: list[subprocess.Popen[str]]) -> Iterator[None]:
    """Go on as long as some adder adds, and once more; each must have ended well."""
    while any(one.poll() is None for one in adders):
        yield
        time.sleep(0.05)
    yield
    for one in adders:
        _, err = one.communicate()
        assert (one.returncode, err) == (0, "")


def test_kills_lose_nothing_that_was_acknowledged() -> None:
    """``make kills`` does the same 300 times to an archive of 20,000 articles."""
    command = [sys.executable, str(KILLS), "--articles", "50", "--kills", "10"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    said = re.fullmatch(r"10 kills .*: (\d+) acknowledged, 0 lost, 0 damaged; .*\n", done.stdout)
    assert said
    assert int(said[1]) > 50


def test_two_adders_and_a_reader_at_once(tmp_path: Path) -> None:
    seen = [0]
    with opened(tmp_path, make=True) as reader:
        adders = _until_ended([_adder(tmp_path, 0, 90), _adder(tmp_path, 40, 130)])
        seen += [len(search(reader, ["lamps"], None, Period(), 1000)) for _ in adders]
        assert _names(reader) == {f"{n}.txt" for n in range(130)}
        assert keeping.verify(reader) == []
    assert seen == sorted(seen)
    assert seen[-1] == 130


@pytest.mark.parametrize("work", [keeping.verify, keeping.compact])
def test_an_archive_is_verified_and_compacted_beside_an_adder(
    filled: Store, work: Callable[[Store], list[str] | None]
) -> None:
    for _ in _until_ended([_adder(filled.folder, 100, 160)]):
        assert not work(filled)
    assert _names(filled) == {f"{n}.txt" for n in (*range(40), *range(100, 160))}
    assert keeping.verify(filled) == []


def test_an_article_is_removed_while_it_is_read_anew(filled: Store, adder: ModuleType) -> None:
    def read(documents: list[object]) -> object:
        with opened(filled.folder) as other:
            if "0.txt" in _names(other):
                keeping.remove(other, ["0.txt"])
        return adder.read(documents)

    assert len([*keeping.refresh(filled, read, "newer")]) == 40  # type: ignore[arg-type]
    assert _names(filled) == {f"{n}.txt" for n in range(1, 40)}
    assert keeping.verify(filled) == []


def test_a_file_that_may_not_grow_leaves_the_archive_readable(tmp_path: Path) -> None:
    done = _adder(tmp_path, 0, 100_000, 400_000)
    out, err = done.communicate()
    assert done.returncode == 5
    assert "no room left" in err
    assert "make room and run it again" in err
    with opened(tmp_path) as store:
        assert _names(store) == {*out.split()}
        assert keeping.verify(store) == []
    _adder(tmp_path, 0, len(out.split()) + 3).communicate()
    with opened(tmp_path) as store:
        assert len(_names(store)) == len(out.split()) + 3


def test_a_full_disk_undoes_the_batch_and_nothing_else(filled: Store, adder: ModuleType) -> None:
    filled.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (pages,) = filled.db.execute("PRAGMA page_count").fetchone()
    filled.db.execute(f"PRAGMA max_page_count = {pages + 8}")
    added: list[str] = []
    with pytest.raises(ArchiveError, match=r"no room left.*what was added before is safe"):
        added.extend(one.name for one in add(filled, [adder.made(n) for n in range(100, 400)], adder.read, "made"))
    assert _names(filled) == {*(f"{n}.txt" for n in range(40)), *added}
    assert keeping.verify(filled) == []
    filled.db.execute("PRAGMA max_page_count = 1000000")
    some = [adder.made(n) for n in range(100, 400)]
    keep(filled, [prepared(d, e) for d, e in zip(some, adder.read(some), strict=True)], "made")
    assert len(_names(filled)) == 340


def test_a_full_disk_is_told_on_the_command_line(filled: Store, tmp_path: Path) -> None:
    """Adding and compacting fail with a message and a code; listing goes on."""
    filled.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    filled.db.close()
    size = (filled.folder / FILE).stat().st_size

    def run(*arguments: str, limit: int = size // 2) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "xcheck", "archive", *arguments, "--archive", filled.folder],
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
        )

    full = run("compact")
    assert full.returncode == 2
    assert "there is no room left to write" in full.stderr
    assert "Traceback" not in full.stderr
    listed = run("list")
    assert (listed.returncode, len(listed.stdout.splitlines())) == (0, 40)
