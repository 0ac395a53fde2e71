"""The states in which a power cut could leave a disk, made of the calls that were recorded.

As ALICE does it (Pillai and others, OSDI 2014): what an fsync of the file or of its folder had
ended before the cut is there. Of all the rest any part may be there, in any order: each name on its
own, each page of 4 KB on its own, a file's new length without its content.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from random import Random

from tests.crashing.calls import Call
from tests.crashing.recording import ACKNOWLEDGED

PAGE = 4096
NAMES = {"create", "rename", "unlink", "mkdir", "rmdir"}
BYTES = {"write", "truncate"}


@dataclass
class Content:
    """What a name stands for: the bytes of a file, or None for a folder."""

    length: int = 0
    pages: dict[int, bytes] = field(default_factory=dict)

    def write(self, page: int, start: int, content: bytes) -> None:
        old = self.pages.get(page, b"").ljust(PAGE, b"\0")
        self.pages[page] = old[:start] + content + old[start + len(content) :]

    def truncate(self, length: int) -> None:
        self.length = length
        for page in [page for page in self.pages if page * PAGE >= length]:
            del self.pages[page]
        if (last := length // PAGE) in self.pages:
            self.pages[last] = self.pages[last][: length % PAGE]

    def read(self) -> bytes:
        count = -(-self.length // PAGE)
        whole = b"".join(self.pages.get(page, b"").ljust(PAGE, b"\0") for page in range(count))
        return whole[: self.length]


@dataclass(frozen=True)
class Step:
    """A recorded call, which file it reached, and from where on a cut leaves it there."""

    call: Call
    file: int
    synced: int


# Says of an unsynced part ("name", "length" or "page") whether the cut left it there.
Choice = Callable[[str], bool]


def choices(chance: Random) -> dict[str, Choice]:
    """The ways in which what was not synced may be left."""
    return {
        "nothing unsynced": lambda part: False,
        "everything": lambda part: True,
        "names alone": lambda part: part == "name",
        "names and lengths": lambda part: part != "page",
        "bytes alone": lambda part: part != "name",
        "any part": lambda part: chance.random() < 0.5,
        "most": lambda part: chance.random() < 0.9,
        "little": lambda part: chance.random() < 0.1,
    }


class History:
    """Recorded calls on a home, and the disk before them."""

    def __init__(self, before: Path, calls: Iterable[Call]) -> None:
        self.calls = list(calls)
        self._before = before
        self._names = {}  # what was there before, by path; a file's number, or 0 for a folder
        self._contents: dict[int, Path] = {}
        if before.exists():
            self._names["."] = 0
            for path in sorted(before.rglob("*")):
                name = path.relative_to(before).as_posix()
                self._names[name] = 0 if path.is_dir() else len(self._contents) + 1
                if path.is_file():
                    self._contents[self._names[name]] = path
        self._steps = self._stepped()

    def acknowledged(self, cut: int) -> int:
        """The last publication of which somebody had been told before the cut; 0 where none."""
        told = [int(call.path) for call in self.calls[:cut] if call.what == ACKNOWLEDGED]
        return told[-1] if told else 0

    def leave(self, cut: int, choice: Choice, folder: Path) -> None:
        """Write to a folder what a cut after so many calls leaves."""
        names = dict(self._names)
        contents: dict[int, Content] = {}
        for step in self._steps[:cut]:
            chosen: Choice = choice if step.synced > cut else lambda part: True
            self._take(step, chosen, names, contents)
        self._write(names, contents, folder)

    def _stepped(self) -> list[Step]:
        """Each call with its file, and with the place of the first sync after it that covers it."""
        names = dict(self._names)
        never, known = len(self.calls) + 1, len(self._contents)
        files = []
        for call in self.calls:
            if call.what == "create":
                known += 1
                names[call.path] = known
            elif call.what == "mkdir":
                names[call.path] = 0
            files.append(names.get(call.path, -1))
            if call.what == "rename":
                names[call.to] = names.pop(call.path)
            elif call.what in ("unlink", "rmdir"):
                names.pop(call.path, None)
        steps = []
        for index, (call, file) in enumerate(zip(self.calls, files, strict=True)):
            folder = _folder(call.path)
            syncs = (
                later + 1
                for later in range(index + 1, len(self.calls))
                if self.calls[later].what == "sync"
                and (
                    self.calls[later].path == folder
                    if call.what in NAMES
                    else files[later] == file and file > 0
                )
            )
            steps.append(Step(call, file, next(syncs, never)))
        return steps

    def _take(self, step: Step, choice: Choice, names: dict, contents: dict) -> None:
        call = step.call
        if call.what in NAMES:
            if choice("name"):
                if call.what in ("create", "mkdir"):
                    names[call.path] = step.file
                elif call.what == "rename":
                    names.pop(call.path, None)
                    names[call.to] = step.file
                else:
                    names.pop(call.path, None)
        elif call.what in BYTES and step.file > 0:
            content = contents.setdefault(step.file, self._content(step.file))
            if call.what == "truncate":
                if choice("length"):
                    content.truncate(call.offset)
            else:
                self._fill(content, call, choice)

    def _fill(self, content: Content, call: Call, choice: Choice) -> None:
        end, at = call.offset + len(call.content), call.offset
        if choice("length"):
            content.length = max(content.length, end)
        while at < end:
            page, start = divmod(at, PAGE)
            upto = min(end, (page + 1) * PAGE)
            if choice("page"):
                content.write(page, start, call.content[at - call.offset : upto - call.offset])
                content.length = max(content.length, upto)
            at = upto

    def _content(self, file: int) -> Content:
        content = Content()
        if file in self._contents:
            before = self._contents[file].read_bytes()
            self._fill(content, Call("write", "", content=before), lambda part: True)
        return content

    def _write(self, names: dict, contents: dict, folder: Path) -> None:
        for name in sorted(names, key=lambda name: (len(PurePosixPath(name).parts), name)):
            path = folder / name
            if not path.parent.exists() and name != ".":
                continue  # its folder was lost, and it with it
            if names[name] == 0:
                path.mkdir()
            elif names[name] in contents:
                path.write_bytes(contents[names[name]].read())
            elif names[name] in self._contents:
                # Publications are never changed, so a link will do.
                copy = os.link if name.endswith(".duckdb") else shutil.copyfile
                copy(self._contents[names[name]], path)
            else:
                path.touch()


def _folder(path: str) -> str:
    """The folder whose sync brings a name to the disk."""
    return ".." if path == "." else str(PurePosixPath(path).parent)
