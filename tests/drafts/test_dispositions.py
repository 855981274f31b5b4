from __future__ import annotations

from pathlib import Path

import pytest

from xcheck.drafts.dispositions import read_dispositions
from xcheck.errors import UsageError

WHOLE = """\
[[ignore]]
fingerprint = "0123456789abcdef"
rule = "XQ002"
as = "false-alarm"
reason = "two meetings"

[[ignore]]
fingerprint = "00000000000000aa"

[[confirm]]
fingerprint = "ffffffffffffffff"
reason = "corrected"
"""


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "d.toml"
    path.write_text(WHOLE, encoding="utf-8")
    read = read_dispositions(path)
    assert read.ignored == {"0123456789abcdef", "00000000000000aa"}
    assert (read.ignore[0].decision, read.ignore[0].reason) == ("false-alarm", "two meetings")
    assert read.ignore[1].decision == "dismissed"
    assert [one.fingerprint for one in read.confirm] == ["ffffffffffffffff"]


def test_an_empty_file_decides_nothing(tmp_path: Path) -> None:
    path = tmp_path / "d.toml"
    path.write_bytes(b"\xef\xbb\xbf# nothing yet\n")
    assert read_dispositions(path).ignored == frozenset()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[[ignore]", "not TOML"),
        ("\xff", "not TOML"),
        ("a = " + "[" * 5000, "not TOML"),
        ('[[ignore]]\nfingerprint = "xyz"', "ignore 1, fingerprint"),
        ('[[ignore]]\nfingerprint = "0123456789abcdef"\nas = "true"', "ignore 1, as"),
        ('[[ignored]]\nfingerprint = "0123456789abcdef"', "ignored"),
        ('[[ignore]]\nreason = "no finding named"', "ignore 1, fingerprint"),
    ],
)
def test_what_is_no_such_file_is_told(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "d.toml"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(UsageError, match=told):
        read_dispositions(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        read_dispositions(tmp_path / "none.toml")
