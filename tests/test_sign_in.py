"""Who may write: somebody at this very machine alone, whatever the request says of itself."""

from __future__ import annotations

import pytest

from oversight import sign_in

LOCAL = {"OVERSIGHT_LOCAL": "1"}


@pytest.mark.parametrize(
    "headers",
    [
        [("Host", "localhost")],
        [("Host", "localhost:8501")],
        [("host", "LOCALHOST:8501")],
        [("Host", "127.0.0.1:8501")],
        [("Host", "[::1]:8501")],
        [("Host", "localhost:8501"), ("Origin", "http://localhost:8501")],
        [("Host", "127.0.0.1:8501"), ("Origin", "http://127.0.0.1:8501"), ("Accept", "*/*")],
    ],
)
def test_whoever_asks_their_own_machine_may_write(headers):
    assert sign_in.is_own_machine(headers, LOCAL)


@pytest.mark.parametrize(
    "host",
    [
        "", " localhost", "localhost ", "localhost\n", "localhost:", "localhost:8501:1",
        "localhost:123456", "localhost:８５０１", "localhost.", "localhost.evil.example",
        "evil.example", "evil.example:8501", "evil.localhost", "localhost, evil.example",
        "localhost@evil.example", "localhost:8501@evil.example", "localhost/evil", "localhost#",
        "127.0.0.1.nip.io", "127.0.0.1.", "127.0.0.2", "127.1", "2130706433", "0x7f000001",
        "0.0.0.0", "::1", "[::1", "[::]", "[::ffff:127.0.0.1]", "10.0.0.1", "192.168.0.1",
        "loca\u017fhost", "local\u04bbost", "\uff4cocalhost", "127\u30020\u30020\u30021",
        "http://localhost", "localhost%00", "localhost\x00.evil.example", "met.police.uk",
    ],
)  # fmt: skip
def test_any_other_name_for_this_machine_is_read_only(host):
    assert not sign_in.is_own_machine([("Host", host)], LOCAL)


@pytest.mark.parametrize(
    "header",
    [
        "Forwarded", "forwarded", "FORWARDED", "X-Forwarded-For", "x-forwarded-for",
        "X-FORWARDED-HOST", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Forwarded-Server",
        "X-Forwarded-Email", "X-Forwarded-Prefix", "X-Forwarded", "X_Forwarded_For",
        "x-forwarded_for", " X-Forwarded-For", "X-Forwarded-", "Via", "X-Real-IP", "X-Client-IP",
        "True-Client-IP", "CF-Connecting-IP", "X-Original-Host",
    ],
)  # fmt: skip
@pytest.mark.parametrize("text", ["203.0.113.7", "127.0.0.1", "localhost", "for=127.0.0.1", ""])
def test_what_was_passed_on_by_a_proxy_is_read_only(header, text):
    assert not sign_in.is_own_machine([("Host", "localhost:8501"), (header, text)], LOCAL)


@pytest.mark.parametrize(
    "origin",
    ["https://oversight.example", "http://evil.example:8501", "null", "", "localhost:8501",
     "http://localhost.evil.example", "http://user@localhost:8501", "http://", "file://",
     "http://[::1", "http://localhost:8501/x", "http://http://localhost",
     "http://localhost:9999", "http://127.0.0.1:8501"],
)  # fmt: skip
def test_a_page_of_another_place_cannot_write_through_the_readers_browser(origin):
    asked = [("Host", "localhost:8501"), ("Origin", origin)]
    assert not sign_in.is_own_machine(asked, LOCAL)


def test_a_request_that_names_no_host_or_two_is_read_only():
    assert not sign_in.is_own_machine([], LOCAL)
    assert not sign_in.is_own_machine([("Host", "localhost"), ("Host", "evil.example")], LOCAL)
    assert not sign_in.is_own_machine([("Host", "localhost"), ("host", "localhost")], LOCAL)


@pytest.mark.parametrize("setting", [None, "", "0", "true", "yes", "01", " 1", "1 ", "１"])
def test_without_the_setting_everybody_is_read_only(setting):
    environment = {} if setting is None else {"OVERSIGHT_LOCAL": setting}
    assert not sign_in.is_own_machine([("Host", "localhost:8501")], environment)


def test_where_nobody_asks_through_a_browser_nobody_may_write(monkeypatch):
    monkeypatch.setenv("OVERSIGHT_LOCAL", "1")
    assert sign_in.principal() is None
