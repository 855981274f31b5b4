"""A folder in which finished work is kept, on this machine or on an object store: each file whole, or not there."""

from __future__ import annotations

import posixpath
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import IO, Any

from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

from xcheck.errors import UsageError

# The object stores that both fsspec and Daft, by whose joins stories are told apart, read and write.
_SHARED = ("s3", "s3a", "gs", "gcs", "az", "abfs", "abfss")


@dataclass(frozen=True)
class Store:
    """A folder by its address. It can be sent to another machine, which opens it anew."""

    url: str

    @cached_property
    def _at(self) -> tuple[Any, str]:
        system, root = located(self.url)
        return system, root.rstrip("/")

    def path(self, name: str) -> str:
        """The address of a file in it, as the engine reads it."""
        system, root = self._at
        inside = posixpath.join(root, name)
        return inside if isinstance(system, LocalFileSystem) else system.unstrip_protocol(inside)

    def has(self, name: str) -> bool:
        """Tell whether a file is there."""
        system, root = self._at
        return bool(system.exists(posixpath.join(root, name)))

    def names(self, folder: str) -> list[str]:
        """The files of a folder in it, in order, without those that are being written."""
        system, root = self._at
        at = posixpath.join(root, folder)
        if not system.isdir(at):
            return []
        found = [posixpath.basename(path.rstrip("/")) for path in system.ls(at, detail=False, refresh=True)]
        return sorted(name for name in found if not name.startswith("."))

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises OSError where it is not there."""
        system, root = self._at
        return bytes(system.cat_file(posixpath.join(root, name)))

    def write(self, name: str, data: bytes) -> None:
        """Write a file, in place of one of this name: whoever reads it meanwhile reads the one or the other."""
        system, root = self._at
        final = posixpath.join(root, name)
        system.makedirs(posixpath.dirname(final), exist_ok=True)
        if not isinstance(system, LocalFileSystem):
            system.pipe_file(final, data)  # an object is there when all of it is
            return
        beside = posixpath.join(posixpath.dirname(final), f".{uuid.uuid4().hex}")
        try:
            system.pipe_file(beside, data)
            system.mv(beside, final)
        except BaseException:
            if system.exists(beside):
                system.rm(beside)
            raise

    def remove(self, name: str) -> None:
        """Remove a file."""
        system, root = self._at
        system.rm(posixpath.join(root, name))

    def keep_only(self, folder: str, names: Iterable[str]) -> None:
        """Remove every other file of a folder, those as well that a killed writer has left."""
        system, root = self._at
        at, kept = posixpath.join(root, folder), set(names)
        if system.isdir(at):
            for path in system.ls(at, detail=False, refresh=True):
                if posixpath.basename(path.rstrip("/")) not in kept:
                    system.rm(path, recursive=True)


def located(url: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it.

    Raises UsageError where fsspec does not know such an address, or lacks the library for it.
    """
    try:
        return url_to_fs(url)  # type: ignore[no-any-return]
    except (ImportError, ValueError) as error:
        raise UsageError(f"{url}: this address cannot be opened ({error})") from error


def absolute(url: str) -> str:
    """The address of the folder for a run, which is the same for processes that work elsewhere.

    Raises UsageError where it is of a store in which not every process finds what another has written.
    """
    system, path = located(url)
    if isinstance(system, LocalFileSystem):
        return str(path)
    if url.partition("://")[0] not in _SHARED:
        known = ", ".join(f"{scheme}://" for scheme in _SHARED)
        raise UsageError(f"--out {url}: xcheck cannot keep tables there: name a folder, or an address in {known}")
    return url


def opened(url: str) -> IO[bytes]:
    """A file, open to read, wherever it lies. Raises OSError where it cannot be."""
    system, path = located(url)
    return system.open(path, "rb")  # type: ignore[no-any-return]
