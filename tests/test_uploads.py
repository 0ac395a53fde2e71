"""Files from strangers: nothing is read that no page waits for, and nothing that is too large."""

from __future__ import annotations

import urllib.error
import urllib.request

import pytest

from oversight import gate, uploads
from oversight.screening import MOST_BYTES


@pytest.fixture(autouse=True)
def nobody_is_expected(monkeypatch):
    monkeypatch.setattr(uploads, "_allowed", {})


def answered(method: str, path: str, **headers: str) -> int | None:
    """The status a request is refused with; None where it is let through."""
    scope = {
        "type": "http", "method": method, "path": path,
        "headers": [(name.replace("_", "-").encode(), text.encode())
                    for name, text in headers.items()],
    }  # fmt: skip
    refused = gate.refusal(scope)
    return refused.status_code if refused else None


FILE = "/_stcore/upload_file/a-session/a-file"


def test_a_file_is_let_through_only_while_a_page_of_the_session_waits_for_one():
    assert answered("PUT", FILE, content_length="100") == 403
    uploads.expect("a-session")
    assert answered("PUT", FILE, content_length="100") is None
    assert answered("PUT", FILE.replace("a-s", "another-s"), content_length="100") == 403


@pytest.mark.parametrize(
    "path",
    ["/_stcore/upload_file", "/_stcore/upload_file/", "/_stcore/upload_file//a-file",
     "/returns/_stcore/upload_file/another/a-file", "/x/_stcore/upload_file/a-session/../other/f",
     "/_stcore/upload_file/a-session/a-file\n", "/_stcore/upload_file/a-session\n/a-file"],
)  # fmt: skip
def test_no_spelling_of_the_place_leads_round_the_gate(path):
    assert answered("PUT", path, content_length="100") == 403
    assert answered("POST", path, content_length="100") == 403
    assert answered("DELETE", path) == 403


def test_a_file_that_does_not_say_its_length_or_is_too_long_is_not_read():
    uploads.expect("a-session")
    assert answered("PUT", FILE) == 411
    assert answered("PUT", FILE, content_length="-1") == 411
    assert answered("PUT", FILE, content_length="5", transfer_encoding="chunked") == 411
    assert answered("PUT", FILE, content_length=str(MOST_BYTES + 20_000)) == 413
    assert answered("PUT", FILE, content_length=str(MOST_BYTES)) is None


def test_a_session_sends_so_many_files_and_so_much_and_no_more():
    uploads.expect("a-session")
    sent = [answered("PUT", FILE, content_length=str(MOST_BYTES)) for _ in range(51)]
    assert sent == [None] * 50 + [403]
    uploads.expect("one-file-after-another")
    other = FILE.replace("a-session", "one-file-after-another")
    assert [answered("PUT", other, content_length="1") for _ in range(201)][-2:] == [None, 403]


def test_an_hour_of_waiting_is_fine_and_a_night_is_not(monkeypatch):
    now = 1_000_000.0
    monkeypatch.setattr(uploads.time, "monotonic", lambda: now)
    uploads.expect("a-session")
    now += 3600
    assert answered("PUT", FILE, content_length="1") is None
    now += 12 * 3600
    assert answered("PUT", FILE, content_length="1") == 403
    uploads.expect("another")
    assert [*uploads._allowed] == ["another"]


@pytest.mark.parametrize("path", ["/", "/returns", "/_stcore/stream", "/_stcore/health"])
def test_everything_else_is_let_through(path):
    assert answered("GET", path) is None


def test_the_running_server_takes_no_file_from_a_stranger(site):
    address = f"{site.address}/_stcore/upload_file/a-session/a-file"
    sending = urllib.request.Request(address, data=b"x" * 1000, method="PUT")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(sending)
    assert (refused.value.code, refused.value.read()) == (403, b"No page here waits for a file.")
