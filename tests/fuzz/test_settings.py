"""What a repository may hold besides articles, spoilt: each is read, or refused in words that name it."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xcheck.config.load import load
from xcheck.config.settings import Config, key_of
from xcheck.drafts.baseline import read_baseline
from xcheck.drafts.changes import changes, read_patch
from xcheck.drafts.dispositions import read_dispositions
from xcheck.engine.load import read_rule
from xcheck.errors import ConfigurationError, InputError, RuleError, UsageError
from xcheck.ingest.metadata import facts, front_matter
from xcheck.nlp.lexicons.load import rules_folder
from xcheck.records.document import Document

CONFIGURATION = """# desk
drafts = ["drafts/*.md"]
against = ["wire"]
select = ["XQ"]
min-confidence = 0.5
published = 2031-03-02
[[bind]]
drafts = ["drafts/a.md"]
sources = ["wire/*.txt"]
[[suppress]]
fingerprint = "XQ002-0123456789abcdef"
reason = "known"
until = 2031-03-31
"""
PATCH = """diff --git a/drafts/a.md b/drafts/a.md
index 1111111..2222222 100644
--- a/drafts/a.md
+++ b/drafts/a.md
@@ -1,3 +1,3 @@
 The wall fell.
-Some 40 men were hurt.
+Some 90 men were hurt.
 The council met.
\\ No newline at end of file
"""
DRAFT = "The wall fell.\nSome 90 men were hurt.\nThe council met."
BASELINE = json.dumps(
    {"schema_version": 1, "accepted": [{"fingerprint": "0" * 16, "rule": "XQ002", "document": "a.md", "text": "x"}]}
)
DISPOSITIONS = """[[ignore]]
fingerprint = "0123456789abcdef"
as = "false-alarm"
reason = "a quotation"
[[confirm]]
fingerprint = "fedcba9876543210"
"""
HEADER = """title: Wall falls
author: [Ann Lee, {name: Bo Ek}]
published: 2031-03-02
outlet: Coast Post
sources: [wire.txt, {path: b.md}]
"""
RULE = (rules_folder() / "quantity").glob("*.yaml")
RULES = [path.read_text(encoding="utf-8") for path in sorted(RULE)[:3]]
SIGNS = [
    *(
        "\0",
        "\ufeff",
        "\ud800",
        "\u2028",
        "\r",
        "\n",
        "\n\n",
        "\t",
        " " * 40,
        "[",
        "]",
        "[[",
        "{",
        "}",
        "{{",
        '"',
        "'",
        "'''",
        '"""',
    ),
    *(
        "=",
        ":",
        ": ",
        "- ",
        "? ",
        "#",
        "|",
        ">",
        "&a ",
        "*a",
        "!!int ",
        "!!python/name:x ",
        "<<: ",
        "%",
        "@@",
        "@@ -9,9 +9,9 @@",
    ),
    *(
        "+++ b/x",
        "--- /dev/null",
        "diff --git ",
        "\\",
        "null",
        "true",
        "nan",
        "inf",
        "1e999",
        "9" * 400,
        "0x",
        "-1",
        "2031-13-45",
    ),
    *(
        "9999-12-31",
        "0001-01-01T00:00:00Z",
        "\\u0000",
        "\\ud800",
        "../..",
        "/dev/zero",
        "**/**",
        "xcheck",
        "examples",
        "when",
    ),
]
SOME = settings(max_examples=settings().max_examples // 5)


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> str:
    """A text with a few changes: stretches gone, doubled or put elsewhere, lines out of order, signs put in."""
    for _ in range(draw(st.integers(1, 4))):
        start, at = draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([1, 2, 8, 40])))
        lines = text.split("\n")
        text = draw(
            st.sampled_from(
                [
                    text[:start] + text[end:],
                    text[:start] + text[start:end] * 3 + text[end:],
                    text[:at] + text[start:end] + text[at:],
                    text[:at] + draw(st.sampled_from(SIGNS)) + text[at:],
                    text[:at] + draw(st.text(max_size=4)) + text[at:],
                    text[:start],
                    "\n".join([*lines[len(lines) // 2 :], *lines[: len(lines) // 2]]),
                ]
            )
        )
    return text


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    for name in ("wire", "drafts"):
        (folder / name).mkdir()
        put(folder, f"{name}/a.md", DRAFT)
    return folder


plain = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 2**70),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(SIGNS),
    st.dates(),
)
value = st.recursive(
    plain,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=6,
)
keys = st.one_of(st.sampled_from([key_of(name) for name in Config.model_fields]), st.text(min_size=1, max_size=8))


def toml(data: Any) -> str:
    """A value as TOML has it, or nearly: it need not be understood."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {toml(one)}" for key, one in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(toml, data)) + "]"
    return data.isoformat() if isinstance(data, date) else json.dumps(data)


made = st.dictionaries(keys, value, max_size=4).map(
    lambda made: "\n".join(f"{json.dumps(key)} = {toml(one)}" for key, one in made.items())
)


@SOME
@given(st.one_of(spoilt(CONFIGURATION), made))
def test_any_configuration(desk: Path, text: str) -> None:
    file = put(desk, "xcheck.toml", text)
    with suppress(ConfigurationError):
        loaded = load(desk, file=file)
        for key in ("drafts", "against", "rules"):
            with suppress(ConfigurationError):
                loaded.paths(key, getattr(loaded.config, key))
        with suppress(ConfigurationError):
            loaded.rule_files()


@SOME
@given(st.one_of(spoilt(HEADER), st.dictionaries(keys, value, max_size=4).map(lambda d: json.dumps(d, default=str))))
def test_any_front_matter(header: str) -> None:
    with suppress(InputError):
        found, begin = front_matter(f"---\n{header}\n---\nThe wall fell.")
        told = facts(found)
        assert begin >= 0
        assert all(one is None or isinstance(one, str) for one in (told["title"], told["byline"], told["outlet"]))
        assert told["published"] is None or isinstance(told["published"], date)


@SOME
@given(spoilt(PATCH))
def test_any_patch(patch: str) -> None:
    draft = Document.from_text(DRAFT, name="drafts/a.md")
    with suppress(UsageError):
        changes(read_patch(patch), {Path("/desk/drafts/a.md"): draft}, [Path("/desk")])


@SOME
@given(st.one_of(spoilt(BASELINE), value.map(lambda data: json.dumps(data, default=str))))
def test_any_baseline(desk: Path, text: str) -> None:
    with suppress(ConfigurationError):
        assert all(isinstance(one, str) for one in read_baseline(put(desk, "baseline.json", text), "baseline.json"))


@SOME
@given(spoilt(DISPOSITIONS))
def test_any_dispositions(desk: Path, text: str) -> None:
    with suppress(UsageError):
        assert all(len(one) == 16 for one in read_dispositions(put(desk, "dispositions.toml", text)).ignored)


@SOME
@given(st.sampled_from(RULES).flatmap(spoilt))
def test_any_rule(desk: Path, text: str) -> None:
    with suppress(RuleError):
        assert read_rule(put(desk, "rule.yaml", text)).examples
