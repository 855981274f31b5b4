"""``xcheck check``: exit codes, what it lets pass, what it binds."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from xcheck import api
from xcheck.cli.options import Format

if TYPE_CHECKING:
    from tests.cli.conftest import Xcheck

DRAFT = """\
# Storm cuts power in Quillby

The storm left 2,000 homes in Quillby without power on Friday, the grid company said.

The closure will change the old town for generations.
"""
CLEAN = """\
# Storm cuts power in Quillby

The storm left 3,000 homes in Quillby without power on Friday, the grid company said.
"""
SOURCE = "The storm left 3,000 homes in Quillby without power on Friday, the grid company said.\n"
GATE = ("check", "--against", "source.txt", "--isolated")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all tests of this file, so that what is kept of one serves the next."""
    return tmp_path_factory.mktemp("desk")


@pytest.fixture(autouse=True)
def desk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(folder)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    for name, text in {"draft.md": DRAFT, "clean.md": CLEAN, "source.txt": SOURCE}.items():
        (folder / name).write_text(text, encoding="utf-8")
    yield folder
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.is_file():
            path.unlink()


def report(xcheck: Xcheck, *arguments: object) -> dict[str, Any]:
    done = xcheck(*arguments, "--format", "json")
    assert done.err == ""
    loaded: dict[str, Any] = json.loads(done.out)
    return loaded


def rules(found: dict[str, Any]) -> list[str]:
    return [f["rule"] for f in found["findings"] if f["kind"] != "agreement"]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("form", [form.value for form in Format])
def test_every_exit_code_in_every_format(xcheck: Xcheck, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = ("--format", form)
    assert xcheck(*GATE, "clean.md", *shown).code == 0
    assert xcheck(*GATE, "draft.md", *shown).code == 1
    assert xcheck(*GATE, "draft.md", *shown, "--exit-zero").code == 0
    for wrong, code in ((["draft.md", "--select", "no-such-rule"], 2), (["missing.md"], 3)):
        done = xcheck(*GATE, *wrong, *shown)
        assert (done.code, done.out) == (code, "")
        assert done.err.startswith("xcheck: ")
    for error, code in ((ZeroDivisionError("odd"), 4), (KeyboardInterrupt(), 130)):
        monkeypatch.setattr(api, "check_drafts", _raising(error))
        done = xcheck(*GATE, "draft.md", *shown)
        assert (done.code, done.out) == (code, "")
        assert "Traceback" not in done.err


def _raising(error: BaseException) -> Any:
    def broken(*_: object, **__: object) -> None:
        raise error

    return broken


def test_an_error_outranks_findings_and_exit_zero(xcheck: Xcheck, desk: Path) -> None:
    (desk / "full").mkdir()
    for wrong, code in ((["--output", "json=full"], 2), (["missing.md"], 3), (["--baseline", "missing.json"], 2)):
        assert xcheck(*GATE, "draft.md", *wrong, "--exit-zero").code == code


@pytest.mark.parametrize(
    "arguments",
    [
        ["draft.md", "--diff", "a.patch", "--changed-since", "HEAD"],
        ["-", "--diff", "-"],
        ["draft.md", "--config", "xcheck.toml"],
        ["draft.md", "--fail-on", "fatal"],
        ["draft.md", "--diff", "missing.patch"],
        ["draft.md", "--dispositions", "missing.toml"],
        [],
    ],
)
def test_mistakes_of_usage_exit_2(xcheck: Xcheck, arguments: list[str]) -> None:
    done = xcheck(*GATE, *arguments)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err


def test_a_draft_without_a_source_exits_3(xcheck: Xcheck) -> None:
    done = xcheck("check", "--isolated", "draft.md")
    assert (done.code, done.out) == (3, "")
    assert "draft.md: nothing to check it against" in done.err


@pytest.mark.parametrize(("least", "code"), [("note", 1), ("warning", 1), ("error", 0)])
def test_what_fails_is_chosen(xcheck: Xcheck, least: str, code: int) -> None:
    assert xcheck(*GATE, "draft.md", "--select", "XX001", "--fail-on", least).code == code


def test_agreements_are_listed_where_they_are_asked_for(xcheck: Xcheck) -> None:
    plain = xcheck(*GATE, "clean.md").out
    assert "Agreements" not in plain
    assert re.search(r"\d agreements? not listed \(see --show-agreements\)$", plain)
    for asked in ("--show-agreements", "--select=agreement"):
        shown = xcheck(*GATE, "clean.md", asked).out
        assert "Agreements (" in shown
        assert "not listed" not in shown
    assert "## Agreements" in xcheck(*GATE, "clean.md", "--format", "markdown").out


def test_the_bytes_are_the_same_for_any_number_of_jobs(xcheck: Xcheck) -> None:
    one = xcheck(*GATE, "draft.md", "clean.md", "--format", "json", "--no-cache")
    assert xcheck(*GATE, "draft.md", "clean.md", "--format", "json", "--no-cache", "--jobs", "2") == one


def test_agreements_never_fail(xcheck: Xcheck) -> None:
    found = report(xcheck, *GATE, "clean.md", "--fail-on", "note")
    assert {f["kind"] for f in found["findings"]} == {"agreement"}
    assert xcheck(*GATE, "clean.md", "--fail-on", "note").code == 0


def test_only_the_draft_has_support(xcheck: Xcheck) -> None:
    found = report(xcheck, *GATE, "draft.md")
    assert [(d["id"], d["support"] is None) for d in found["documents"]] == [("draft.md", False), ("source.txt", True)]


def test_the_same_bytes_with_and_without_the_cache_and_in_any_order(xcheck: Xcheck) -> None:
    bare = xcheck(*GATE, "draft.md", "clean.md", "--format", "json", "--no-cache").out
    assert bare == xcheck(*GATE, "draft.md", "clean.md", "--format", "json").out
    assert bare == xcheck(*GATE, "clean.md", "draft.md", "--format", "json").out


def test_a_draft_from_standard_input(xcheck: Xcheck, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (desk / "draft.md").open(encoding="utf-8") as file:
        monkeypatch.setattr("sys.stdin", file)
        found = report(xcheck, *GATE, "-", "--stdin-filename", "wire.md")
    assert [d["id"] for d in found["documents"]] == ["wire.md", "source.txt"]
    assert "XQ001" in rules(found)


def test_a_folder_of_sources_may_hold_the_draft(xcheck: Xcheck) -> None:
    found = report(xcheck, "check", "--isolated", "draft.md", "--against", ".")
    assert [d["id"] for d in found["documents"]] == ["draft.md", "clean.md", "source.txt"]
    assert found["skipped"] == []


def test_a_suppression_in_the_text(xcheck: Xcheck, desk: Path) -> None:
    plain = report(xcheck, *GATE, "draft.md")
    edit(desk / "draft.md", "The closure", "<!-- xcheck: ignore[XX001] the mayor's own words -->\nThe closure")
    found = report(xcheck, *GATE, "draft.md")
    assert rules(found) == [rule for rule in rules(plain) if rule != "XX001"]
    (passed,) = found["suppressed"]
    assert (passed["finding"]["rule"], passed["reason"], passed["place"]) == (
        "XX001",
        "the mayor's own words",
        "draft.md:5",
    )
    assert len(found["claims"]) == len(plain["claims"])  # nothing is claimed from the comment
    assert found["unused_suppressions"] == []


def test_a_suppression_that_lets_nothing_pass_is_told(xcheck: Xcheck, desk: Path) -> None:
    edit(desk / "clean.md", "said.", "said. <!-- xcheck: ignore[XX001] was there once -->")
    done = xcheck(*GATE, "clean.md")
    assert done.code == 0
    assert "clean.md:3: the suppression of XX001 is idle" in " ".join(done.out.split())


def configured(desk: Path, text: str) -> None:
    (desk / "xcheck.toml").write_text(f'against = ["source.txt"]\ndrafts = ["draft.md"]\n{text}', encoding="utf-8")


def test_a_suppression_in_the_configuration_ends_with_its_day_and_with_the_claim(xcheck: Xcheck, desk: Path) -> None:
    configured(desk, "")
    (forecast,) = [f for f in report(xcheck, "check")["findings"] if f["rule"] == "XX001"]
    configured(desk, f'[[suppress]]\nfingerprint = "{forecast["id"]}"\nreason = "agreed"\nuntil = 2024-06-01\n')
    found = report(xcheck, "check", "--today", "2024-06-01")
    assert "XX001" not in rules(found)
    assert [(s["place"], s["written"], s["until"]) for s in found["suppressed"]] == [
        ("xcheck.toml:3", "file", "2024-06-01")
    ]
    late = report(xcheck, "check", "--today", "2024-06-02")
    assert "XX001" in rules(late)
    assert [s["reason"] for s in late["unused_suppressions"]] == ["it ended on 2024-06-01"]
    edit(desk / "draft.md", "for generations", "for many generations")
    anew = report(xcheck, "check", "--today", "2024-06-01")
    assert "XX001" in rules(anew)
    assert "reads differently now" in anew["unused_suppressions"][0]["reason"]


def test_a_suppression_of_a_draft_that_is_not_checked_is_not_idle(xcheck: Xcheck, desk: Path) -> None:
    configured(desk, '[[suppress]]\nfingerprint = "0123456789abcdef"\nreason = "x"\ndraft = "draft.md"\n')
    assert report(xcheck, "check", "clean.md")["unused_suppressions"] == []
    assert len(report(xcheck, "check", "draft.md")["unused_suppressions"]) == 1


def test_a_suppression_ends_when_the_evidence_changes(xcheck: Xcheck, desk: Path) -> None:
    configured(desk, "")
    (figure,) = [f for f in report(xcheck, "check")["findings"] if f["rule"] == "XQ001"]
    configured(desk, f'[[suppress]]\nfingerprint = "{figure["fingerprint"]}"\nreason = "asked twice"\n')
    assert "XQ001" not in rules(report(xcheck, "check"))
    edit(desk / "source.txt", "3,000", "4,000")
    assert "XQ001" in rules(report(xcheck, "check"))


def test_what_an_editor_has_dismissed(xcheck: Xcheck, desk: Path) -> None:
    (forecast,) = [f for f in report(xcheck, *GATE, "draft.md")["findings"] if f["rule"] == "XX001"]
    (desk / "desk.toml").write_text(
        f'[[ignore]]\nfingerprint = "{forecast["fingerprint"]}"\nas = "false-alarm"\nreason = "quoted"\n',
        encoding="utf-8",
    )
    found = report(xcheck, *GATE, "draft.md", "--dispositions", "desk.toml")
    assert "XX001" not in rules(found)
    assert [(s["reason"], s["place"]) for s in found["suppressed"]] == [("quoted", "desk.toml")]


def test_a_baseline_survives_edits_above_and_below(xcheck: Xcheck, desk: Path) -> None:
    done = xcheck(*GATE, "draft.md", "--write-baseline", "--baseline", "b.json")
    assert (done.code, done.out) == (0, "")
    assert "b.json: " in done.err
    accepted = {one["rule"] for one in json.loads((desk / "b.json").read_text(encoding="utf-8"))["accepted"]}
    assert {"XQ001", "XX001"} <= accepted
    edit(desk / "draft.md", "# Storm cuts power in Quillby\n", "# Storm cuts power in Quillby\n\nSchools stay shut.\n")
    (desk / "draft.md").write_text((desk / "draft.md").read_text(encoding="utf-8") + "\nBuses run.\n", encoding="utf-8")
    found = report(xcheck, *GATE, "draft.md", "--baseline", "b.json")
    old = {f["rule"]: f["baseline"] for f in found["findings"] if f["rule"] in accepted}
    assert set(old.values()) == {"unchanged"}
    assert xcheck(*GATE, "draft.md", "--baseline", "b.json", "--select", "XQ001,XX001").code == 0
    edit(desk / "draft.md", "for generations", "for many generations")
    again = report(xcheck, *GATE, "draft.md", "--baseline", "b.json", "--select", "XQ001,XX001")
    assert {f["rule"]: f["baseline"] for f in again["findings"]} == {"XQ001": "unchanged", "XX001": "new"}
    done = xcheck(*GATE, "draft.md", "--baseline", "b.json", "--select", "XQ001,XX001")
    assert done.code == 1
    assert "1 accepted before" in done.out.splitlines()[-1]
    assert "2,000" not in done.out


@pytest.mark.parametrize("text", ["", "[]", '{"accepted": [{}]}', "\0"])
def test_a_file_that_is_no_baseline(xcheck: Xcheck, desk: Path, text: str) -> None:
    (desk / "b.json").write_text(text, encoding="utf-8")
    done = xcheck(*GATE, "draft.md", "--baseline", "b.json")
    assert done.code == 2
    assert "b.json: not a baseline of xcheck" in done.err


def test_sources_that_the_draft_names(xcheck: Xcheck, desk: Path) -> None:
    edit(desk / "draft.md", "# Storm", "---\nsources: [source.txt]\n---\n\n# Storm")
    assert "XQ001" in rules(report(xcheck, "check", "--isolated", "draft.md"))
    edit(desk / "draft.md", "sources: [source.txt]", "sources: [gone.txt]")
    done = xcheck("check", "--isolated", "draft.md")
    assert done.code == 3
    assert "gone.txt" in done.err


def test_sources_that_a_link_names(xcheck: Xcheck, desk: Path) -> None:
    edit(desk / "draft.md", "the grid company said.", "[the grid company said](source.txt).")
    assert "XQ001" in rules(report(xcheck, "check", "--isolated", "draft.md"))


def test_sources_beyond_the_project_are_not_read(xcheck: Xcheck, desk: Path) -> None:
    (desk / "project").mkdir()
    shutil.move(desk / "draft.md", desk / "project/draft.md")
    edit(desk / "project/draft.md", "the grid company said.", "[the grid company said](../source.txt).")
    (desk / "project/xcheck.toml").write_text("", encoding="utf-8")
    done = xcheck("check", "--config", "project/xcheck.toml", "project/draft.md")
    assert done.code == 3
    assert "nothing to check it against" in done.err


def test_a_claim_is_judged_by_the_source_that_it_cites(xcheck: Xcheck, desk: Path) -> None:
    (desk / "late.txt").write_text(SOURCE.replace("3,000", "2,000"), encoding="utf-8")
    both = ("check", "--isolated", "draft.md", "--against", "source.txt", "--against", "late.txt")
    assert "XQ001" in rules(report(xcheck, *both))
    edit(desk / "draft.md", "the grid company said.", "the grid company said.[^1]")
    (desk / "draft.md").write_text(
        (desk / "draft.md").read_text(encoding="utf-8") + "\n[^1]: Telephone note, late.txt.\n", encoding="utf-8"
    )
    assert "XQ001" not in rules(report(xcheck, *both))


def test_patterns_of_the_configuration(xcheck: Xcheck, desk: Path) -> None:
    text = 'drafts = ["*.md"]\n[[bind]]\ndrafts = ["draft.md"]\nsources = ["sou*.txt"]\n'
    (desk / "xcheck.toml").write_text(text, encoding="utf-8")
    done = xcheck("check")
    assert done.code == 3
    assert "clean.md: nothing to check it against" in done.err
    assert "XQ001" in rules(report(xcheck, "check", "draft.md"))


def test_settings_of_the_configuration_and_options_over_them(xcheck: Xcheck, desk: Path) -> None:
    configured(desk, 'select = ["XX001"]\nfail-on = "error"\nbaseline = "b.json"\n')
    xcheck("check", "--write-baseline")
    assert rules(report(xcheck, "check")) == ["XX001"]
    assert xcheck("check").code == 0
    assert rules(report(xcheck, "check", "--select", "XQ001")) == ["XQ001"]


def test_an_unknown_key_is_named_with_its_line(xcheck: Xcheck, desk: Path) -> None:
    configured(desk, "fail-one = 3\n")
    done = xcheck("check")
    assert (done.code, done.out) == (2, "")
    assert done.err == "xcheck: xcheck.toml:3: unknown key 'fail-one' (did you mean 'fail-on'?)\n"
    assert xcheck("check", "draft.md", "--against", "source.txt", "--isolated").code == 1
