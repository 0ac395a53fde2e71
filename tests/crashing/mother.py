"""A process that has imported everything and forks a publisher for each attempt it is asked for.

It reads lists of attempts as lines of JSON, starts those of one list at once, and answers with a
line that says what became of each.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import resource
import select
import signal
import sys
import time
from pathlib import Path

from oversight import (
    ROOT,
    commands,
    definitions,
    disclosure,
    publishing,
    reference,
    screening,
    store,
)
from oversight import __main__ as command_line
from oversight.home import Home
from tests.crashing import planted, remembered
from tests.crashing.calls import Call, Watcher, watch
from tests.crashing.failing import Failing
from tests.crashing.recording import Recording

# Imported before any fork, so that a publisher is about its work from its first moment.
for _package in (commands, disclosure, publishing, screening):
    for _module in pkgutil.iter_modules(_package.__path__, f"{_package.__name__}."):
        importlib.import_module(_module.name)

HANGS_AFTER = 120.0
FEW = {path: it for path, it in reference.read_files(ROOT).items() if "data/context/" not in path}
INDICATORS = definitions.load(FEW)


class Counting(Watcher):
    """Writes down the calls, and passes each on to the other watchers."""

    def __init__(self, *others: Watcher) -> None:
        self.calls: list[str] = []
        self._others = others

    def before(self, call: Call) -> None:
        self.calls.append(str(call))
        for other in self._others:
            other.before(call)

    def after(self, call: Call) -> None:
        for other in self._others:
            other.after(call)


def publisher(attempt: dict, pipe: int) -> None:
    """Run one command as the command line does; say its answer, then what it was like, in JSON."""
    sys.stdout = os.fdopen(pipe, "w", buffering=1)
    reference.read_files = lambda _root: FEW
    definitions.load = lambda _files: INDICATORS
    where = Home(Path(attempt["home"]))
    if attempt["remembers"]:
        remembered.remember_in(Path(attempt["remembers"]))
    opened = store.current(where) if attempt["reads"] else None
    held = planted.planted(opened) if opened else None
    watchers: list[Watcher] = []
    if attempt["fault"]:
        watchers.append(Failing(where.path, *attempt["fault"]))
    recording = Recording(where.path, Path(attempt["record"])) if attempt["record"] else None
    counting = Counting(*watchers, *([recording] if recording else []))
    watch(where.path, counting)
    if attempt["largest"]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (attempt["largest"], resource.RLIM_INFINITY))
    code = command_line.main([*attempt["arguments"], "--home", str(where.path), "--json"])
    if code == 0 and recording:
        recording.acknowledge(where.current().number)
    told = {"exit": code, "calls": counting.calls}
    if opened:
        told |= {"held": held, "holds": planted.planted(opened), "reads": planted.read(where)}
    print(json.dumps(told))


def forked(attempt: dict) -> tuple[int, int]:
    """Start a publisher; its id, and the pipe into which it speaks."""
    hears, says = os.pipe()
    child = os.fork()
    if child:
        os.close(says)
        return child, hears
    os.close(hears)
    code = 0
    try:
        publisher(attempt, says)
    except BaseException as error:
        sys.stdout.write(json.dumps({"crash": repr(error)}) + "\n")
        code = 1
    sys.stdout.flush()
    os._exit(code)


def together(attempts: list[dict]) -> list[dict]:
    """Start these publishers at once, kill those that are to be killed, and wait for all."""
    begun = time.monotonic()
    started = [forked(attempt) for attempt in attempts]
    ends = [begun + (attempt["kill_after"] or HANGS_AFTER) for attempt in attempts]
    said: list[bytes] = [b"" for _ in attempts]
    took = [0.0 for _ in attempts]
    open_pipes = {pipe: index for index, (_, pipe) in enumerate(started)}
    killed: set[int] = set()
    while open_pipes:
        waits = min(ends[index] for index in open_pipes.values()) - time.monotonic()
        ready, _, _ = select.select(list(open_pipes), [], [], max(waits, 0))
        for pipe in ready:
            index = open_pipes[pipe]
            if heard := os.read(pipe, 1 << 16):
                said[index] += heard
            else:
                took[index] = time.monotonic() - begun
                del open_pipes[pipe]
                os.close(pipe)
        for index in open_pipes.values():
            if time.monotonic() >= ends[index] and index not in killed:
                killed.add(index)
                ends[index] = begun + 10 * HANGS_AFTER
                os.kill(started[index][0], signal.SIGKILL)
    answers = []
    for index, (child, _) in enumerate(started):
        status = os.waitpid(child, 0)[1]
        by_signal = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        hung = index in killed and not attempts[index]["kill_after"]
        lines = said[index].decode().splitlines()
        answers.append({"lines": lines, "signal": by_signal, "hung": hung, "took": took[index]})
    return answers


def main() -> None:
    gc.freeze()
    for line in sys.stdin:
        print(json.dumps(together(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
