"""What a run reads is never written over: its reports go elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from xcheck.cli.targets import STANDARD_OUTPUT, Target
from xcheck.door import is_folder, real
from xcheck.errors import UsageError


def refuse_inputs(targets: Iterable[Target], inputs: Iterable[Path | str]) -> None:
    """Raise UsageError where a report would go over one of the files, or over an article in one of the folders."""
    read = [Path(one) for one in inputs if str(one) != STANDARD_OUTPUT]
    for target in targets:
        path = Path(target.path)
        if target.path != STANDARD_OUTPUT and _is_file(path) and any(_reads(one, path) for one in read):
            said = f"--output {target.form}={target.path}: this file is read as an input"
            raise UsageError(f"{said}: write the report to another one, outside the folders that are read")


def refuse_baseline(file: Path, inputs: Iterable[Path | str]) -> None:
    """Raise UsageError where the baseline would be written over what is read as something else."""
    if _is_file(file) and any(_reads(Path(one), file) for one in inputs if str(one) != STANDARD_OUTPUT):
        raise UsageError(f"--write-baseline: {file.as_posix()} is read as another input: name another --baseline")


def _reads(one: Path, path: Path) -> bool:
    """Tell whether a path that is read is this file, under whatever name, or a folder that is searched for such."""
    if is_folder(one):
        return is_article(real(path), real(one))
    return _is_file(one) and one.samefile(path)


def _is_file(path: Path) -> bool:
    """Tell whether a file of this name is there; of a name that no file can have, none is."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_article(path: Path, folder: Path) -> bool:
    """Tell whether a file, by its name, is one of the articles that are read from a folder; both are real paths."""
    from xcheck.ingest.files import SUFFIXES

    if path.suffix.lower() not in SUFFIXES or not path.is_relative_to(folder):
        return False
    return not any(part.startswith(".") for part in path.relative_to(folder).parts)
