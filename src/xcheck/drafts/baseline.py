"""The baseline: what was accepted before, by fingerprint, so that a check tells only what is new."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from xcheck.door import opened
from xcheck.errors import ConfigurationError
from xcheck.records.base import Record
from xcheck.records.finding import Finding
from xcheck.records.report import Report

NAME = "xcheck-baseline.json"
LARGEST = 50_000_000  # bytes


class Accepted(Record):
    """One finding of a baseline. All but the fingerprint is for whoever reviews the file."""

    fingerprint: str
    rule: str
    document: str
    text: str


class Baseline(Record):
    """The file: the findings that it accepts, in the order of document, rule and words."""

    schema_version: Literal[1] = 1
    accepted: tuple[Accepted, ...]


def baseline(report: Report) -> str:
    """A baseline that accepts all that the report finds, as JSON."""
    return json.dumps(Baseline(accepted=accepted(report)).model_dump(mode="json"), indent=2) + "\n"


def accepted(report: Report) -> tuple[Accepted, ...]:
    """What there is to accept in a report, in the order of a baseline; agreements need no acceptance."""
    found = [_accepted(f) for f in report.findings if f.kind != "agreement"]
    return tuple(sorted(found, key=lambda one: (one.document, one.rule, one.text, one.fingerprint)))


def read_baseline(path: Path, shown: str) -> frozenset[str]:
    """The fingerprints that a baseline accepts. Raises ConfigurationError, which calls the file ``shown``."""
    try:
        with opened(path) as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise ConfigurationError(f"{shown}: larger than {LARGEST:,} bytes: that is no baseline")
        return frozenset(one.fingerprint for one in Baseline.model_validate_json(data).accepted)
    except OSError as error:
        told = f"the baseline {shown} cannot be read ({error.strerror}): write it with --write-baseline"
        raise ConfigurationError(told) from error
    except ValidationError as error:
        raise ConfigurationError(f"{shown}: not a baseline of xcheck: write a new one with --write-baseline") from error


def marked(report: Report, known: frozenset[str]) -> Report:
    """The report with each finding called ``unchanged``, if the baseline accepts it, or ``new``."""
    findings = tuple(
        f.model_copy(update={"baseline": "unchanged" if f.fingerprint in known else "new"}) for f in report.findings
    )
    return report.model_copy(update={"findings": findings})


def _accepted(finding: Finding) -> Accepted:
    first = finding.evidence[0]
    return Accepted(fingerprint=finding.fingerprint, rule=finding.rule, document=first.document, text=first.text)
