"""Which browser the tests use: prints its path, installs one where it can, else says what to do.

Run as `python -m tests.browser` before the tests, so that browser tests never skip in silence.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
)
# For tests: to compile for speed what each page runs once takes longer than it spares.
ONCE = "--js-flags=--no-opt --no-maglev --always-sparkplug"
ADVICE = (
    "The tests need Chromium or Chrome. Install one (Debian or Ubuntu: apt-get install chromium;"
    " macOS: brew install --cask chromium), or name it: CHROMIUM=/path make test"
)


def found() -> str | None:
    """The path of a browser on this machine, CHROMIUM first."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return next((path for path in ELSEWHERE if Path(path).exists()), None)


def installed() -> str | None:
    """Try to install one with the machine's own means; its path, or None."""
    attempts: list[list[str]] = []
    if shutil.which("apt-get") and os.geteuid() == 0:
        attempts += [["apt-get", "update", "-q"], ["apt-get", "install", "-y", "-q", "chromium"]]
    elif shutil.which("brew"):
        attempts += [["brew", "install", "--cask", "chromium"]]
    for command in attempts:
        # Output goes to stderr: standard output is the path alone.
        subprocess.run(command, stdout=sys.stderr, stderr=sys.stderr, check=False)
    return found()


def main() -> int:
    path = found()
    if path is None and not os.environ.get("CHROMIUM"):
        path = installed()
    if path is None:
        print(ADVICE, file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
