"""Which LibreOffice opens the slides of a pack: installs one where it can, else says what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

PACKAGE = "libreoffice-impress-nogui"
ADVICE = (
    "This test needs LibreOffice. Install it (Debian or Ubuntu: apt-get install"
    f" --no-install-recommends {PACKAGE}; macOS: brew install --cask libreoffice), or name it:"
    " SOFFICE=/path make show NAME=meeting"
)


def found() -> str | None:
    """The path of LibreOffice on this machine, SOFFICE first."""
    return shutil.which(os.environ.get("SOFFICE", "soffice"))


def ready() -> str:
    """The path of a LibreOffice, installed with the machine's own means where there is none.

    Raises:
        AssertionError: there is none and none can be installed; the message says what to do.
    """
    if found() is None and shutil.which("apt-get") and os.geteuid() == 0:
        for command in (
            ["apt-get", "update", "-q"],
            ["apt-get", "install", "-y", "-q", "--no-install-recommends", PACKAGE],
        ):
            subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    path = found()
    assert path is not None, ADVICE
    return path


def as_pdf(content: bytes, folder: Path) -> bytes:
    """Slides opened and printed to PDF, as a reader without PowerPoint would see them."""
    given = folder / "pack.pptx"
    given.write_bytes(content)
    done = subprocess.run(
        [ready(), f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", folder, given],
        capture_output=True, timeout=300, check=True,
    )  # fmt: skip
    assert b"Error" not in done.stderr, done.stderr
    return (folder / "pack.pdf").read_bytes()
