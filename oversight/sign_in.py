"""Who is asking, and what they may do. Sign-in and roles plug in here; until then one rule holds.

The dashboard is read only. Whoever runs it on their own machine with `make run` may write: the
setting says so, the browser asked for this very machine, and nothing stood between the two.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping

import streamlit as st

from oversight import access
from oversight.access import Principal

LOCAL = "OVERSIGHT_LOCAL"
BECAUSE = (
    "You may write here because this dashboard runs on your own machine, was started with"
    " “make run”, and was opened there under localhost or 127.0.0.1."
)

# ASCII: without it a long s would be taken for the s of localhost.
OWN_MACHINE = re.compile(
    r"(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?", re.IGNORECASE | re.ASCII
)
# What a proxy or tunnel adds to a request that it passes on.
PASSED_ON = re.compile(
    "forwarded|x-forwarded.*|via|x-real-ip|x-client-ip|true-client-ip|cf-.*|x-original-.*", re.ASCII
)


def principal() -> Principal | None:
    """Who is asking: the local user, or None for a reader."""
    headers = st.context.headers
    asked = [(name, text) for name in headers for text in headers.get_all(name)]
    return access.local_user("The local user") if is_own_machine(asked, os.environ) else None


def is_own_machine(headers: Iterable[tuple[str, str]], environment: Mapping[str, str]) -> bool:
    """Whether somebody at this very machine asks, and was given the right to write.

    Args:
        headers: names and values of the request that opened the session.
        environment: the server's environment.
    """
    if environment.get(LOCAL) != "1":
        return False
    found: dict[str, list[str]] = {}
    for name, text in headers:
        # Some servers take an underscore for a hyphen, so a proxy's header may come with either.
        found.setdefault(name.strip().casefold().replace("_", "-"), []).append(text)
    if any(PASSED_ON.fullmatch(name) for name in found):
        return False
    if len(hosts := found.get("host", [])) != 1 or not OWN_MACHINE.fullmatch(hosts[0]):
        return False
    # A proxy that tells nothing of itself still passes on from which page the browser asks; a page
    # of another place that asks this machine is told apart by it too.
    own = {f"http://{hosts[0]}".casefold(), f"https://{hosts[0]}".casefold()}
    return all(origin.casefold() in own for origin in found.get("origin", []))
