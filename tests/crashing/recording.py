"""Writing down every disk-changing call of a process, and what DuckDB wrote between two of them."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from pathlib import Path

from tests.crashing.calls import Call, Watcher

ACKNOWLEDGED = "acknowledged"


class Recording(Watcher):
    """Adds each call to the end of a file as soon as it is made, so that a kill loses none."""

    def __init__(self, folder: Path, file: Path) -> None:
        self._folder = folder
        self._file = file.open("ab")
        self._seen = self._look()

    def before(self, call: Call) -> None:
        self.look_round()

    def after(self, call: Call) -> None:
        self._write(call)
        self._seen = self._look()

    def acknowledge(self, number: int) -> None:
        """Note that from here on somebody has been told that this publication stands."""
        self.look_round()
        self._write(Call(ACKNOWLEDGED, str(number)))

    def look_round(self) -> None:
        """Write down what was written past Python, as if none of it were synced."""
        now = self._look()
        for path in sorted(now):
            if self._seen.get(path) != now[path]:
                content = (self._folder / path).read_bytes()
                if path not in self._seen:
                    self._write(Call("create", path))
                self._write(Call("truncate", path, offset=len(content)))
                self._write(Call("write", path, content=content))
        for path in sorted(self._seen.keys() - now.keys()):
            self._write(Call("unlink", path))
        self._seen = now

    def _look(self) -> dict[str, tuple[int, int, int]]:
        found = {}
        for folder, _, names in os.walk(self._folder):
            for name in names:
                path = Path(folder, name)
                seen = path.stat()
                size = (seen.st_ino, seen.st_size, seen.st_mtime_ns)
                found[path.relative_to(self._folder).as_posix()] = size
        return found

    def _write(self, call: Call) -> None:
        pickle.dump(call, self._file)
        self._file.flush()


def recorded(file: Path) -> Iterator[Call]:
    """The calls in a file, in order."""
    with file.open("rb") as opened:
        while True:
            try:
                yield pickle.load(opened)
            except EOFError:
                return
