"""`python -m oversight ...` without importing everything anew.

Python's fork server imports once what the commands and the server import, and forks for each
command. What is forked has an environment and an output of its own, begins where
`python -m oversight` begins, and ends with its exit code.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from unittest import mock

from oversight import ROOT

OVERRIDE_PERMISSIONS = (1, 2)  # the capabilities by which root reads and writes everything

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.forked_from"])


def start(
    *arguments: str | Path,
    environment: Mapping[str, str] = os.environ,
    bound: bool = False,
    output: str | Path = os.devnull,
    errors: str | Path = os.devnull,
) -> BaseProcess:
    """Start a command in the checkout, `bound` by file permissions even for root."""
    command = [str(argument) for argument in arguments]
    process = _FORKS.Process(
        target=_become,
        args=(command, dict(environment), bound, str(output), str(errors)),
        daemon=True,
    )
    # Else it would import what runs the tests.
    with mock.patch.dict(sys.modules, {"__main__": ModuleType("__main__")}):
        process.start()
    return process


def run(*arguments: str | Path, **how) -> subprocess.CompletedProcess[bytes]:
    """Run a command, started with `how`, to its end."""
    with tempfile.TemporaryDirectory() as folder:
        output, errors = Path(folder) / "output", Path(folder) / "errors"
        process = start(*arguments, output=output, errors=errors, **how)
        process.join(60)
        code = process.exitcode
        assert code is not None, f"{arguments} does not end"
        return subprocess.CompletedProcess(
            arguments, code, output.read_bytes(), errors.read_bytes()
        )


def _become(
    command: list[str], environment: dict[str, str], bound: bool, output: str, errors: str
) -> None:
    """Be `python -m oversight` with these arguments."""
    for path, number in ((output, 1), (errors, 2)):
        file = os.open(path, os.O_WRONLY | os.O_CREAT)
        os.dup2(file, number)
        os.close(file)
    os.chdir(ROOT)
    os.environ.clear()
    os.environ.update(environment)
    if bound:
        obey_permissions()
    sys.argv = ["oversight", *command]
    runpy.run_module("oversight", run_name="__main__", alter_sys=True)


def obey_permissions() -> None:
    """Have this process, and what it executes, bound by file permissions even as root."""
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None)
    drop_from_bounding_set, newest = 24, 0x20080522
    header, held = (ctypes.c_uint32 * 2)(newest, 0), (ctypes.c_uint32 * 6)()
    libc.capget(header, held)
    for overrides in OVERRIDE_PERMISSIONS:
        libc.prctl(drop_from_bounding_set, overrides, 0, 0, 0)
        for kind in (0, 1, 2):  # effective, permitted, inheritable
            held[kind] &= ~(1 << overrides)
    libc.capset(header, held)
