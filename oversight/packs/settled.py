"""Files of files that are the same, byte for byte, whenever they are made from the same."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import datetime

# The first day that a zip can hold.
EPOCH = (1980, 1, 1, 0, 0, 0)
PROPERTIES = "docProps/core.xml"
CREATED = re.compile(rb"(<dcterms:\w+ [^>]*>)[^<]*(</dcterms:)")


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Files under their names, in this order, without the hour of their making."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files:
            made.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def settled(content: bytes, at: datetime) -> bytes:
    """A document of an office program, workbooks within it too, said to be made at that hour."""
    with zipfile.ZipFile(io.BytesIO(content)) as given:
        return zipped(
            (name, _settled_part(name, given.read(name), at)) for name in given.namelist()
        )


def _settled_part(name: str, content: bytes, at: datetime) -> bytes:
    if name.endswith(".xlsx"):
        return settled(content, at)
    if name == PROPERTIES:
        written = at.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
        return CREATED.sub(rb"\g<1>" + written + rb"\g<2>", content)
    return content
