"""Every call by which Python changes a disk below one folder, told before and after it is made.

DuckDB writes by itself, past Python: `recording` finds what it wrote by looking, and a limit on the
size of a file lets its writing fail.
"""

from __future__ import annotations

import builtins
import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path


@dataclass(frozen=True)
class Call:
    """One disk-changing call: what it does to which path, below the folder."""

    what: str  # create, write, truncate, chmod, sync, rename, unlink, mkdir, rmdir
    path: str
    to: str = ""
    offset: int = 0
    content: bytes = b""

    def __str__(self) -> str:
        return f"{self.what} {self.path}{self.to and ' to ' + self.to}"


class Watcher:
    """Is told of each call; may raise in its place, or end the process."""

    def before(self, call: Call) -> None:
        """Called before it is made."""

    def after(self, call: Call) -> None:
        """Called when it is made."""


def watch(folder: Path, watcher: Watcher) -> None:
    """Tell the watcher of every disk-changing call below the folder, until the process ends."""
    _Watch(folder, watcher).install()


class _Watch:
    def __init__(self, folder: Path, watcher: Watcher) -> None:
        self._folder = str(folder.absolute())
        self._watcher = watcher
        self._opened: dict[int, str] = {}  # the path of each descriptor

    def install(self) -> None:
        real_open = io.open
        named = {"unlink": "unlink", "remove": "unlink", "rmdir": "rmdir", "chmod": "chmod"}
        for name, what in {**named, "mkdir": "mkdir"}.items():
            setattr(os, name, self._by_path(what, getattr(os, name)))
        for name in ("replace", "rename"):
            setattr(os, name, self._renaming(getattr(os, name)))
        for name in ("fsync", "fdatasync"):
            setattr(os, name, self._by_handle("sync", getattr(os, name)))
        os.fchmod = self._by_handle("chmod", os.fchmod)
        os.ftruncate = self._truncating(os.ftruncate)
        os.truncate = self._truncating(os.truncate)
        os.open = self._opening_handle(os.open)
        os.write = self._writing(os.write)
        if hasattr(os, "sendfile"):
            os.sendfile = self._sending(os.sendfile)
        builtins.open = io.open = self._opening(real_open)

    def told(self, call: Call, make: Callable):
        """Make a call that the watcher is told of."""
        self._watcher.before(call)
        made = make()
        self._watcher.after(call)
        return made

    def below(self, path, folder: int | None = None) -> str | None:
        """The path below the folder, "." for the folder itself; None where it lies elsewhere."""
        if isinstance(path, int):
            return self._opened.get(path)
        text = os.fsdecode(path)
        if folder is not None and folder in self._opened:
            text = f"{self._folder}/{self._opened[folder]}/{text}"
        whole = os.path.normpath(os.path.abspath(text))  # noqa: PTH100  follows no link
        if whole == self._folder:
            return "."
        if whole == os.path.dirname(self._folder):  # noqa: PTH120
            return ".."
        return whole[len(self._folder) + 1 :] if whole.startswith(f"{self._folder}/") else None

    def opened(self, handle: int, path: str) -> None:
        self._opened[handle] = path

    def _by_path(self, what: str, real: Callable) -> Callable:
        def wrapped(path, *arguments, **options):
            name = self.below(path, options.get("dir_fd"))
            if name is None:
                return real(path, *arguments, **options)
            return self.told(Call(what, name), lambda: real(path, *arguments, **options))

        return wrapped

    def _by_handle(self, what: str, real: Callable) -> Callable:
        def wrapped(handle, *arguments):
            number = handle if isinstance(handle, int) else handle.fileno()
            if number not in self._opened:
                return real(handle, *arguments)
            return self.told(Call(what, self._opened[number]), lambda: real(handle, *arguments))

        return wrapped

    def _renaming(self, real: Callable) -> Callable:
        def wrapped(old, new, **options):
            name, to = self.below(old), self.below(new)
            if name is None or to is None:
                return real(old, new, **options)
            return self.told(Call("rename", name, to), lambda: real(old, new, **options))

        return wrapped

    def _truncating(self, real: Callable) -> Callable:
        def wrapped(path, length):
            if (name := self.below(path)) is None:
                return real(path, length)
            return self.told(Call("truncate", name, offset=length), lambda: real(path, length))

        return wrapped

    def _opening_handle(self, real: Callable) -> Callable:
        def wrapped(path, flags, *arguments, **options):
            name = self.below(path, options.get("dir_fd"))
            if name is None:
                return real(path, flags, *arguments, **options)
            call = self._begun(name, bool(flags & os.O_CREAT), bool(flags & os.O_TRUNC))
            make = partial(real, path, flags, *arguments, **options)
            handle = self.told(call, make) if call else make()
            self._opened[handle] = name
            return handle

        return wrapped

    def _begun(self, name: str, creates: bool, empties: bool) -> Call | None:
        """What opening does to the disk, if anything."""
        if not os.path.lexists(f"{self._folder}/{name}"):
            return Call("create", name) if creates else None
        return Call("truncate", name) if empties else None

    def _writing(self, real: Callable) -> Callable:
        def wrapped(handle, content):
            if handle not in self._opened:
                return real(handle, content)
            offset = os.lseek(handle, 0, os.SEEK_CUR)
            call = Call("write", self._opened[handle], offset=offset, content=bytes(content))
            return self.told(call, lambda: real(handle, content))

        return wrapped

    def _sending(self, real: Callable) -> Callable:
        def wrapped(to, source, offset, count):
            if to not in self._opened:
                return real(to, source, offset, count)
            content = os.pread(source, count, offset)
            if not content:
                return real(to, source, offset, count)
            call = Call("write", self._opened[to], offset=offset, content=content)
            return self.told(call, lambda: real(to, source, offset, len(content)))

        return wrapped

    def _opening(self, real: Callable) -> Callable:
        def wrapped(file, mode="r", buffering=-1, *arguments, **options):
            name = None if isinstance(file, int) else self.below(file)
            if name is None or not set(mode) & set("wax+"):
                return real(file, mode, buffering, *arguments, **options)
            call = self._begun(name, creates=not mode.startswith("r"), empties="w" in mode)
            make = partial(_File, self, name, file, mode.replace("b", "").replace("t", ""))
            raw = self.told(call, make) if call else make()
            if buffering == 0:
                return raw
            buffered = (io.BufferedRandom if "+" in mode else io.BufferedWriter)(raw)
            if "b" in mode:
                return buffered
            return io.TextIOWrapper(buffered, *arguments, **options)

        return wrapped


class _File(io.FileIO):
    """A file whose writes are told, one by one, as they reach the system."""

    def __init__(self, calls: _Watch, name: str, file, mode: str) -> None:
        super().__init__(file, mode)
        self._calls, self._name, self._appends = calls, name, "a" in mode
        calls.opened(self.fileno(), name)

    def write(self, content) -> int:
        offset = os.fstat(self.fileno()).st_size if self._appends else self.tell()
        call = Call("write", self._name, offset=offset, content=bytes(content))
        return self._calls.told(call, lambda: io.FileIO.write(self, content))

    def truncate(self, size: int | None = None) -> int:
        length = self.tell() if size is None else size
        call = Call("truncate", self._name, offset=length)
        return self._calls.told(call, lambda: io.FileIO.truncate(self, length))
