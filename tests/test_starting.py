"""What a command and a page wait for when they start: no library that neither needs yet."""

from __future__ import annotations

import subprocess
import sys

import pytest

LATER = "{'numpy', 'pandas', 'pyarrow', 'xlsxwriter'}"


@pytest.mark.parametrize(
    "module", ["oversight.commands", "oversight.panels", "oversight.panels.returns.sending"]
)
def test_what_builds_nothing_loads_no_library_that_builds(module: str):
    found = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}; print({LATER} & sys.modules.keys())"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == "set()\n"
