"""The return that staff have in hand: what is held of it in the session, and until when."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st

from oversight import publishing
from oversight.home import Home
from oversight.panels.returns import hand, rehearsing
from oversight.rehearsal import Rehearsal
from oversight.screening import Finding
from tests.conftest import CLERK, a_return

RAPE = "allegations_rape,2014-15,London,,640,,"


def checked(where: Home, few, content: bytes) -> Rehearsal:
    """A return as every check finds it, not rehearsed."""
    return Rehearsal(publishing.check(where, few, content, CLERK))


def test_a_refused_file_is_not_held_and_a_good_one_is_until_it_is_let_go(where: Home, few) -> None:
    good, bad = a_return(RAPE), a_return("allegations_rape,2014-15,Croyden,,640,,")
    assert hand.held("good.csv", good, checked(where, few, good)).content == good
    refused = hand.held("bad.csv", bad, checked(where, few, bad))
    assert (refused.content, refused.is_refused, refused.is_answered) == (b"", True, False)
    # Well formed, and refused only beside what is published.
    clash = a_return("allegations_rape,2013-14,London,,9000,,")
    found = checked(where, few, clash)
    assert found.checked.screened.size == 1
    refused = hand.held("clash.csv", clash, found)
    assert (refused.content, refused.is_refused, refused.checked.screened.size) == (b"", True, 0)


def test_a_disk_that_fills_before_anything_is_published_leaves_no_receipt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: Home, few
) -> None:
    content = a_return(RAPE)
    held = hand.held("good.csv", content, checked(where, few, content))
    monkeypatch.setenv("OVERSIGHT_HOME", str(tmp_path / "empty"))
    assert rehearsing._stands(held) is None
    monkeypatch.setenv("OVERSIGHT_HOME", str(where.path))
    assert rehearsing._stands(held) is rehearsing._stands(None) is None
    publishing.publish(where, few, content, CLERK)
    assert (rehearsing._stands(held).number, rehearsing._stands(None)) == (2, None)


def test_what_is_asked_at_last_leaves_standing_what_was_answered_before(
    monkeypatch: pytest.MonkeyPatch, where: Home, few
) -> None:
    content, why = a_return("fgm_referrals,2014,London,,7431,,"), {"changes_are_explained": "So"}
    asked = hand.held("asks.csv", content, checked(where, few, content))
    monkeypatch.setattr(st, "session_state", {hand.HAND: replace(asked, reasons=why)})
    more = Finding("places_are_complete", "Some are not there.", 1)
    job = SimpleNamespace(error=publishing.RefusedReturn([more]))
    hand.not_published(job)
    assert hand.in_hand().asked == ("changes_are_explained", "places_are_complete")
    assert (hand.in_hand().reasons, hand.in_hand().is_answered) == (why, False)
    assert hand.in_hand().content == content
