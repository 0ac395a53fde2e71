"""The gate before Streamlit: a file is read only where a page waits for it and it is not too large.

Streamlit asks an upload for nothing but a live session, which every visitor has.
"""

from __future__ import annotations

import re
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from oversight import uploads
from oversight.screening import MOST_BYTES

# Whatever stands before and after it: a line end in an address must not lead round the gate.
UPLOAD = re.compile(r"/_stcore/upload_file(?:/([^/]*))?")
# Where Streamlit serves pictures, and files to take away.
MEDIA = "/media/"
# What a browser wraps round a file.
WRAPPING = 10_000


class Gate:
    """Lets through what is no upload, and the uploads that a page waits for."""

    def __init__(self, inner: ASGIApp) -> None:
        self._inner = inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (answer := refusal(scope)):
            # Closed at once: what still comes is not read.
            answer.headers["connection"] = "close"
            await answer(scope, receive, send)
            return
        await self._inner(scope, receive, _unstored(send) if is_media(scope) else send)


def is_media(scope: Scope) -> bool:
    """Whether this asks for a picture, or for a file that somebody takes away."""
    return scope["type"] == "http" and scope["path"].startswith(MEDIA)


def _unstored(send: Send) -> Send:
    """The same, with word to every cache on the way that what is taken away is not kept.

    It may be a return as it was sent.
    """

    async def send_unstored(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if "content-disposition" in headers:
                headers["cache-control"] = "no-store"
        await send(message)

    return send_unstored


def refusal(scope: Scope) -> PlainTextResponse | None:
    """Why this request is not let through; None where it is."""
    found = UPLOAD.search(scope["path"])
    if found is None or scope["method"] in ("GET", "HEAD", "OPTIONS"):
        return None
    headers = dict(scope["headers"])
    length = headers.get(b"content-length", b"" if scope["method"] == "PUT" else b"0")
    if not length.isdigit() or b"transfer-encoding" in headers:
        return PlainTextResponse("Say how long the file is.", HTTPStatus.LENGTH_REQUIRED)
    if int(length) > MOST_BYTES + WRAPPING:
        return PlainTextResponse(
            f"The file is larger than {MOST_BYTES // 1_000_000} MB. Split it.",
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        )
    if not uploads.is_expected(found[1] or "", int(length)):
        return PlainTextResponse("No page here waits for a file.", HTTPStatus.FORBIDDEN)
    return None
