"""Claims read by several processes: the same as by one; a worker that dies is told of; none outlives its run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from xcheck import api, workers
from xcheck.cache import Cache
from xcheck.errors import InternalError
from xcheck.nlp.pipeline import model_name
from xcheck.process import command
from xcheck.records.document import Document
from xcheck.workers import Task, extracted

TEXTS = (
    "The storm left 3,000 homes in Quillby without power on Friday, the grid company said.",
    "Ada Brandt denied on Monday that the port would close.\n\nThe walkout may last a week.",
    "Some 400 dockers walked out at Port Aldery.",
)
PATH = f"import sys; sys.path[:] = {sys.path!r}; "  # of every Python that a test starts


def documents(*texts: str) -> list[Document]:
    return [Document.from_text(text, name=f"{i}.txt") for i, text in enumerate(texts)]


def test_two_processes_read_what_one_reads(tmp_path: Path) -> None:
    alone = api.claims_of(documents(*TEXTS))
    cache = Cache(tmp_path / "cache")
    assert api.claims_of(documents(*TEXTS), jobs=2, cache=cache) == alone
    assert all(cache.parses(model_name()).parse(f"{i}.txt") for i in range(len(TEXTS)))


def test_one_article_takes_no_further_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_claims", lambda document, task: (document.id, task))
    monkeypatch.setattr(subprocess, "Popen", None)
    found: Any = extracted(documents("One."), Task("m"), jobs=8)
    assert found == [("0.txt", Task("m"))]
    assert extracted([], Task(), jobs=8) == []


def running(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Has each worker run this program."""
    monkeypatch.setattr(workers, "command", lambda _: [sys.executable, "-I", "-c", PATH + program])


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("import os; os.kill(os.getpid(), 9)", "was killed by signal 9: if memory ran out, take fewer --jobs"),
        ("sys.exit(3)", "ended with exit code 3"),
        ("print('no answer')", "ended with exit code 0"),
    ],
)
def test_a_worker_that_dies_names_the_article(monkeypatch: pytest.MonkeyPatch, program: str, told: str) -> None:
    running(monkeypatch, program)
    with pytest.raises(InternalError) as error:
        extracted(documents("One.", "Two."), Task(), jobs=2)
    assert str(error.value) == f"0.txt: the process that read it {told}"


# A worker that stumbles over some words, and dies of others.
STUMBLING = """
import os
from xcheck import workers
def claims(document, task):
    if "dies" in document.text:
        os._exit(7)
    if "fails" in document.text:
        raise ValueError("odd")
    return (document.id,)
workers.extract.claims = lambda analysis: claims(analysis, None)
workers.analyse = lambda documents, model, kept: documents
workers.serve()
"""


def test_the_first_article_that_fails_is_named_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    running(monkeypatch, STUMBLING)
    found: Any = extracted(documents("One.", "Two.", "Three."), Task(), jobs=2)
    assert found == [("0.txt",), ("1.txt",), ("2.txt",)]
    with pytest.raises(InternalError) as error:
        extracted(documents("One.", "It fails.", "It dies.", "Four."), Task(), jobs=2)
    assert str(error.value) == "1.txt: ValueError: odd"
    assert "Traceback" in error.value.__notes__[0]
    with pytest.raises(InternalError, match=r"^1\.txt: the process that read it ended with exit code 7$"):
        extracted(documents("One.", "It dies.", "It fails.", "Four."), Task(), jobs=2)


def test_an_error_is_told_alike_by_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError("odd")

    monkeypatch.setattr(workers, "analyse", broken)
    with pytest.raises(InternalError, match=r"^0\.txt: ValueError: odd$"):
        extracted(documents("One."), Task())


# The error stream of a run ends when the last process that holds it has ended.
RUN = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from xcheck import workers
from xcheck.records.document import Document
workers.command = lambda _: [sys.executable, "-I", "-c", {worker!r}]
two = [Document.from_text("One.", name=name) for name in "ab"]
try:
    workers.extracted(two, workers.Task(), jobs=2)
except KeyboardInterrupt:
    sys.exit(130)
"""
ENDLESS = "import sys, time; sys.stderr.write('.'); sys.stderr.flush(); time.sleep(3600)"


def test_an_interrupted_run_leaves_no_process() -> None:
    process = subprocess.Popen([sys.executable, "-I", "-c", PATH + RUN.format(worker=ENDLESS)], stderr=subprocess.PIPE)
    assert process.stderr is not None
    assert process.stderr.read(2) == b".."
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=120)
    assert told == b""
    assert process.returncode == 130


WAITING = PATH + "sys.stderr.write('.'); sys.stderr.flush(); from xcheck.workers import serve; serve()"
KILLED = """
import os, time
from xcheck import workers
workers.command = lambda _: [sys.executable, "-I", "-c", {worker!r}]
workers._Worker(workers.Task())._started()
time.sleep(3600)
"""


@pytest.mark.skipif(os.name != "posix", reason="there is no such end elsewhere")
def test_a_run_that_is_killed_leaves_no_process() -> None:
    process = subprocess.Popen(
        [sys.executable, "-I", "-c", PATH + KILLED.format(worker=WAITING)], stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    assert process.stderr.read(1) == b"."
    process.kill()
    _, told = process.communicate(timeout=120)
    assert told == b""


def test_a_process_of_ours_takes_nothing_from_the_current_folder(tmp_path: Path) -> None:
    for name in ("json", "importlib", "xcheck", "pickle"):
        (tmp_path / f"{name}.py").write_text("print('taken')", encoding="utf-8")
    done = subprocess.run(command("os:getpid", "x"), cwd=tmp_path, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
