"""Starting and stopping servers, and what they cost."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from oversight import ROOT
from oversight.home import Home

SECONDS_TO_START = 60


@dataclass(frozen=True)
class Server:
    """A server that runs, and how long it took until it answered."""

    process: subprocess.Popen
    port: int
    seconds_to_start: float

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def seconds_of_cpu(self) -> float:
        """What the process has used so far, all its threads."""
        try:
            fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        except FileNotFoundError:
            return self._seconds_told_by_ps()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _seconds_told_by_ps(self) -> float:
        """The same on macOS, which has no /proc; ps writes [[dd-]hh:]mm:ss.cc."""
        command = ["ps", "-o", "time=", "-p", str(self.process.pid)]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        days, _, clock = told.strip().rpartition("-")
        seconds = float(days or 0) * 24
        for part in clock.split(":"):
            seconds = seconds * 60 + float(part)
        return seconds if clock.count(":") == 2 else seconds % 86400


@contextmanager
def product(where: Home) -> Iterator[Server]:
    """The product as it is deployed."""
    with _running("oversight", "serve", where=where) as server:
        yield server


@contextmanager
def bare(script: Path, where: Home, *options: str) -> Iterator[Server]:
    """A script under Streamlit's own server; see serving.py for the options."""
    with _running("benchmarks.serving", str(script), *options, where=where) as server:
        yield server


@contextmanager
def _running(module: str, *arguments: str, where: Home) -> Iterator[Server]:
    port = _free_port()
    flag = ["--port"] if module == "oversight" else []
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", module, *arguments, *flag, str(port)],
        cwd=ROOT,
        env={**os.environ, "OVERSIGHT_HOME": str(where.path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(process, port)
        yield Server(process, port, time.perf_counter() - start)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen, port: int) -> None:
    """Until the server answers.

    Raises:
        RuntimeError: it ended, or does not answer.
    """
    limit = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < limit and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.02)
    raise RuntimeError(f"A server does not answer (exit code {process.poll()}).")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
