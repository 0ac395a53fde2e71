"""The web server: the app as ASGI, compressed, warmed up before the first visitor."""

from __future__ import annotations

import gc
import importlib
import os
import socket

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from streamlit.runtime.pages_manager import PagesManager

from oversight import ROOT, store
from oversight.home import Home, HomeError

ADDRESS = "127.0.0.1"

# What pages import while they run; the first visitor would wait for it.
SLOW_TO_IMPORT = ("pandas", "plotly.graph_objects", "scipy.special", "oversight.panels")

# Without this line /allegations runs alone, without the frame, until somebody has opened /:
# Streamlit finds the pages folder by itself until a session has executed st.navigation.
PagesManager.uses_pages_directory = False

app = st.App(str(ROOT / "dashboard.py"), middleware=[Middleware(GZipMiddleware, minimum_size=1000)])


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
    print(f"The dashboard is at http://{ADDRESS}:{port}", flush=True)
    # Streamlit sets logging up itself; an access log of every font would bury what matters.
    uvicorn.run(app, host=ADDRESS, port=port, log_config=None, access_log=False)


def warm_up(where: Home) -> None:
    """Pay once, before the first visitor, for what is slow the first time."""
    for module in SLOW_TO_IMPORT:
        importlib.import_module(module)
    # DuckDB's first bound parameter imports what it needs for values.
    store.current(where).rows("series/events", theme="demand")
    gc.collect()
    # Streamlit collects garbage after every run; what lives for good need not be walked each time.
    gc.freeze()
