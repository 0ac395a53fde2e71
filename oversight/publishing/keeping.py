"""Keeping what publications are made from; writing files so that a crash leaves none half."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from oversight import reference
from oversight.home import Entry, Home, HomeError
from oversight.publishing.building import Return
from oversight.reference import Files


def kept_returns(
    where: Home,
    entries: Sequence[Entry],
    checked: bool = True,
    arriving: Mapping[str, bytes] = MappingProxyType({}),
) -> list[Return]:
    """The returns accepted and not withdrawn in these publications, oldest first.

    Those of them in `arriving`, by their digest, are not kept yet.

    Raises:
        HomeError: a kept return is missing or, where `checked`, is not what was received.
    """
    return [
        Return(
            arriving[digest] if digest in arriving else received(where, digest, checked),
            entry.number,
            entry.published_at,
            entry.by,
            f"return of publication {entry.number}",
            entry.note,
        )
        for digest, entry in standing(entries).items()
    ]


def standing(entries: Sequence[Entry]) -> dict[str, Entry]:
    """Digests of the returns that stand after these publications, by which each was brought.

    One that was withdrawn may be brought again, and then counts from there.
    """
    found: dict[str, Entry] = {}
    for entry in entries:
        for digest in entry.withdrawn:
            found.pop(digest, None)
        found.update(dict.fromkeys(entry.accepted, entry))
    return found


def kept_inputs(where: Home, digest: str, checked: bool = True) -> dict[str, bytes]:
    """The files a publication was made from.

    Raises:
        HomeError: the archive cannot be read or, where `checked`, holds other files than those
            it was made with.
    """
    try:
        with zipfile.ZipFile(where.inputs(digest)) as packed:
            files = {name: packed.read(name) for name in packed.namelist()}
    except Exception as error:  # a damaged archive makes zipfile and zlib raise many kinds
        raise HomeError(
            f"The kept inputs {where.inputs(digest)} cannot be read. Put them back from a copy."
        ) from error
    if checked and reference.digest(files) != digest:
        raise HomeError(
            f"The kept inputs {where.inputs(digest)} have been changed. Put them back from a copy."
        )
    return files


def keep(path: Path, content: bytes) -> None:
    """Write a file once, whole and synced; one that is there already and whole is left alone."""
    if not path.exists() or path.read_bytes() != content:
        replace_with(path, content)
        path.chmod(0o400)
    else:
        # A publisher that was killed may have written it and not waited for the disk.
        sync(path)
        sync(path.parent)


def replace_with(path: Path, content: bytes, mode: int = 0o666) -> None:
    """Write a file so that its old or its new content is there at any instant, and synced."""
    arriving = path.with_name(f".{path.name}.arriving")
    # One that a killed writer left may have another mode.
    arriving.unlink(missing_ok=True)
    try:
        arriving.touch(mode)
        with arriving.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(arriving, path)
    except OSError:
        with suppress(OSError):
            arriving.unlink(missing_ok=True)
        raise
    sync(path.parent)


def sweep(folder: Path) -> None:
    """Take away what killed writers had begun to write in a folder."""
    for path in folder.glob(".*.arriving"):
        path.unlink()


def make(folder: Path, mode: int = 0o777) -> None:
    """Make a folder where it is missing, and those above it, so that a power cut leaves them."""
    if not folder.exists():
        make(folder.parent)
        folder.mkdir(mode, exist_ok=True)
        sync(folder.parent)


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def archive(files: Files) -> bytes:
    """The files as one zip, the same bytes for the same files."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(files):
            # A fixed date, so that equal files make an equal archive.
            packed.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), files[path])
    return content.getvalue()


def received(where: Home, digest: str, checked: bool = True) -> bytes:
    """A return as it was received.

    Raises:
        HomeError: it is missing or, where `checked`, is not what was received.
    """
    path = where.returned(digest)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise HomeError(f"The kept return {path} is missing. Put it back from a copy.") from error
    if checked and sha256(content).hexdigest() != digest:
        raise HomeError(f"The kept return {path} has been changed. Put it back from a copy.")
    return content
