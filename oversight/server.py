"""The web server: the app as ASGI, compressed, warmed up before the first visitor."""

from __future__ import annotations

import gc
import importlib
import logging
import os
import socket

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime.pages_manager import PagesManager

from oversight import ROOT, store
from oversight.gate import Gate
from oversight.home import Home, HomeError

ADDRESS = "127.0.0.1"

STATIC = ("/static/js/", "/static/css/")
# Streamlit ships some 350 such files, each once compressed and once plain.
MOST_KEPT = 1000

# What pages import while they run; the first visitor would wait for it.
SLOW_TO_IMPORT = ("pandas", "plotly.graph_objects", "scipy.special", "oversight.panels")

# Without this line /allegations runs alone, without the frame, until somebody has opened /:
# Streamlit finds the pages folder by itself until a session has executed st.navigation.
PagesManager.uses_pages_directory = False


class Compressed:
    """Compresses what is served, and remembers what Streamlit serves under /static.

    Names there carry a hash of their content, so a remembered answer cannot be out of date; to
    compress nine megabytes anew for each cold visitor costs more than to send them.
    """

    def __init__(self, inner: ASGIApp) -> None:
        self._inner = GZipMiddleware(inner, minimum_size=1000)
        self._kept: dict[tuple[str, bytes], list[Message]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _is_whole_static_file(scope):
            await self._inner(scope, receive, send)
            return
        accepted = dict(scope["headers"]).get(b"accept-encoding", b"")
        key = scope["path"], b"gzip" if b"gzip" in accepted else b""
        if key in self._kept:
            for message in self._kept[key]:
                await send(message)
            return
        messages: list[Message] = []

        async def send_and_note(message: Message) -> None:
            messages.append(message)
            await send(message)

        await self._inner(scope, receive, send_and_note)
        if _is_whole_answer(messages) and len(self._kept) < MOST_KEPT:
            self._kept[key] = messages


def _is_whole_answer(messages: list[Message]) -> bool:
    """Whether it is a file to its end: of one that nobody waits for any more only a part is sent.

    A part that was kept would leave every later reader without charts.
    """
    return (
        len(messages) > 1
        and messages[0].get("status") == 200
        and messages[-1]["type"] == "http.response.body"
        and not messages[-1].get("more_body", False)
    )


def _is_whole_static_file(scope: Scope) -> bool:
    """Whether this asks for a whole file under /static, neither a part nor whether it changed."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    asked = {name for name, _ in scope["headers"]}
    return scope["path"].startswith(STATIC) and not asked & {b"range", b"if-none-match"}


app = st.App(str(ROOT / "dashboard.py"), middleware=[Middleware(Gate), Middleware(Compressed)])


def check_port(port: int) -> None:
    """Nothing where the port is free.

    Raises:
        HomeError: something listens there already.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            raise HomeError(
                f"Port {port} is taken. Choose another, such as 'make run PORT={port + 1}'."
            ) from error


def serve(where: Home, port: int) -> None:
    """Serve one home until interrupted."""
    os.environ["OVERSIGHT_HOME"] = str(where.path)
    os.chdir(ROOT)  # Streamlit reads .streamlit/config.toml from the working folder.
    warm_up(where)
    # An access log of every font would bury what matters; Streamlit turns it on again by itself.
    logging.getLogger("uvicorn.access").disabled = True
    # Streamlit sets logging up itself.
    Announcing(uvicorn.Config(app, host=ADDRESS, port=port, log_config=None)).run()


class Announcing(uvicorn.Server):
    """Prints the address once it answers there, and not before."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        print(f"The dashboard is at http://{self.config.host}:{self.config.port}", flush=True)


def warm_up(where: Home) -> None:
    """Pay once, before the first visitor, for what is slow the first time."""
    for module in SLOW_TO_IMPORT:
        importlib.import_module(module)
    # DuckDB's first bound parameter imports what it needs for values.
    store.current(where).rows("series/events", theme="demand")
    gc.collect()
    # Streamlit collects garbage after every run; what lives for good need not be walked each time.
    gc.freeze()
