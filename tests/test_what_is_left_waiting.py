"""Returns that wait while the disk fails, the settings change, or somebody else takes them away."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime

import pytest

from oversight import access, publishing
from oversight.commands import main
from oversight.home import Home, HomeError
from oversight.publishing import shelf, switching
from oversight.publishing.waiting import publisher
from tests.beginnings import BELL, hold
from tests.test_pending import (
    FGM_2014,
    MORNING,
    NOON,
    RAPE_2014,
    SHAW,
    TRIPLED,
    WHY,
    log,
    waiting,
)  # fmt: skip


def full(*_, **__):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def with_a_second_person(few: dict[str, bytes]) -> dict[str, bytes]:
    path = "data/definitions/settings.toml"
    return {**few, path: few[path].replace(b'second_person = "no"', b'second_person = "yes"')}


def test_a_disk_that_fills_after_the_switch_does_not_deny_the_publication(
    with_held, few, monkeypatch
):
    where = with_held(FGM_2014)
    with monkeypatch.context() as patched:
        patched.setattr(shelf, "take_away", full)
        assert publishing.approve(where, few, 1, SHAW).number == 2
    assert waiting(where) == [(1, "second person")]
    with pytest.raises(publishing.NotWaiting, match="Return 1 is publication 2, and waits no more"):
        publishing.drop(where, 1, SHAW)
    assert (waiting(where), log(where)) == ([], [(1, "published", 2)])
    assert len(where.published()) == 2


@pytest.mark.parametrize("failure", [OSError, HomeError])
def test_a_disk_that_fails_one_return_stops_no_other_and_it_is_tried_again(
    where, few, monkeypatch, failure, capsys
):
    hold(where, few, FGM_2014, "timed", MORNING.replace(hour=7))
    hold(where, few, RAPE_2014, "timed", MORNING.replace(hour=8))
    accept = publisher.accept

    def fails_once(*given):
        monkeypatch.setattr(publisher, "accept", accept)
        raise failure("The disk is full.") if failure is HomeError else OSError(28, "Disk full")

    monkeypatch.setattr(publisher, "accept", fails_once)
    first, second = publishing.release(where, few, SHAW, NOON)
    assert (first.receipt, first.is_to_be_tried_again) == (None, True)
    assert "isk" in first.refusal[0] and first.refusal[0].endswith("ull.")
    assert (second.receipt.number, waiting(where)) == (2, [(1, "timed")])
    # The command tells a scheduled job to come again.
    with switching.writing(where, BELL):
        assert main(["release", "--home", str(where.path)]) == 3
    assert "Ms Bell has been publishing since" in capsys.readouterr().err
    assert main(["release", "--home", str(where.path)]) == 0


def test_one_held_before_the_settings_wanted_a_second_person_needs_one_now(with_held, few):
    where = with_held(FGM_2014, "timed", MORNING)
    wanted = with_a_second_person(few)
    (one,) = publishing.release(where, wanted, BELL, NOON)
    assert one.refusal == (
        "Here a second person approves what is published, and nobody has approved return 1."
        " Somebody other than Ms Bell must.",
    )
    assert (waiting(where), len(where.published())) == ([(1, "timed")], 1)
    with pytest.raises(access.AccessError, match="Somebody else must approve it"):
        publishing.approve(where, wanted, 1, BELL)
    assert publishing.approve(where, wanted, 1, SHAW).by == "Ms Bell, approved by Mr Shaw"


def test_one_approved_for_an_hour_to_come_is_approved_once(with_held, few):
    where = with_held(FGM_2014, "timed", datetime(2099, 1, 1, 9, 30))
    wanted = with_a_second_person(few)
    assert publishing.approve(where, wanted, 1, SHAW).approved_by == "Mr Shaw"
    with pytest.raises(publishing.NotWaiting, match="waits for 1 January 2099, 09:30 alone"):
        publishing.approve(where, wanted, 1, SHAW)
    (one,) = publishing.release(where, wanted, BELL, datetime(2099, 1, 2, tzinfo=UTC))
    assert one.receipt.number == 2


def test_one_that_is_taken_away_meanwhile_is_not_there_and_no_fault(where: Home, few, monkeypatch):
    held, stays = hold(where, few, FGM_2014), hold(where, few, RAPE_2014)
    read = shelf._read

    def after_it_was_dropped(path):
        if path.stem == "000001" and path.exists():
            publishing.drop(where, 1, SHAW)
        return read(path)

    with monkeypatch.context() as patched:
        patched.setattr(shelf, "_read", lambda path: (
            patched.setattr(shelf, "_read", read), after_it_was_dropped(path))[1])  # fmt: skip
        assert publishing.pending(where) == (stays,)
    with pytest.raises(publishing.NotWaiting, match="No return waits under number 1"):
        shelf.content_of(where, held)


def test_a_reason_for_what_is_asked_no_more_is_left_out_as_it_is_approved(with_held, few):
    where = with_held(FGM_2014)
    assert publishing.approve(where, few, 1, SHAW, WHY).reasons == {}
    with pytest.raises(publishing.UnaskedReason):
        publishing.publish(where, few, RAPE_2014, SHAW, reasons=WHY)
    hold(where, few, TRIPLED, reasons=WHY)
    assert publishing.approve(where, few, 2, SHAW).reasons == WHY
