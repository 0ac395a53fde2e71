"""The web server's static files: whole for everybody, also after somebody went away half way."""

from __future__ import annotations

import gzip
import socket
import struct
import urllib.request
from pathlib import Path

import pytest
import streamlit

SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
# What draws the charts, and by far the longest to load.
LARGEST = max(SCRIPTS.glob("*.js"), key=lambda path: path.stat().st_size)
AT_ONCE = struct.pack("ii", 1, 0)

pytestmark = pytest.mark.browser


def test_a_reader_who_leaves_while_a_script_loads_takes_it_from_nobody(site) -> None:
    port = int(site.address.rpartition(":")[2])
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", port)) as leaving:
            leaving.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
            asked = f"GET /static/js/{LARGEST.name} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n"
            leaving.sendall(f"{asked}Accept-Encoding: gzip\r\n\r\n".encode())
            leaving.recv(1)
    address = f"{site.address}/static/js/{LARGEST.name}"
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    for _ in range(2):
        with urllib.request.urlopen(request) as answer:
            assert gzip.decompress(answer.read()) == LARGEST.read_bytes()
