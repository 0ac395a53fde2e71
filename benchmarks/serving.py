"""Serve one script as ASGI: `python -m benchmarks.serving SCRIPT PORT [--compressed] [--frozen]`.

The bare server and the server of the constants page. Bare is neither: what Streamlit gives alone.
"""

from __future__ import annotations

import argparse
import gc

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from streamlit.runtime.pages_manager import PagesManager


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("script")
    parser.add_argument("port", type=int)
    parser.add_argument("--compressed", action="store_true")
    parser.add_argument("--frozen", action="store_true")
    options = parser.parse_args()
    # As in oversight/server.py: or a page opened first would run without dashboard.py.
    PagesManager.uses_pages_directory = False
    compression = [Middleware(GZipMiddleware, minimum_size=1000)] if options.compressed else []
    if options.frozen:
        gc.collect()
        gc.freeze()
    uvicorn.run(
        st.App(options.script, middleware=compression),
        host="127.0.0.1",
        port=options.port,
        log_config=None,
        access_log=False,
    )


if __name__ == "__main__":
    main()
