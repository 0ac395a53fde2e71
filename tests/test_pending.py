"""Returns that wait: for a second person or for the hour; never lost, never published twice."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from oversight import access, publishing, store
from oversight.commands import main
from oversight.home import Home, HomeError
from oversight.publishing import shelf, switching
from tests.beginnings import BELL, hold
from tests.conftest import a_return, observed, snapshot

SHAW = access.local_user("Mr Shaw")
FGM_2014 = a_return("fgm_referrals,2014,London,,74,p,")
FGM_2015 = a_return("fgm_referrals,2015,London,,80,,")
RAPE_2014 = a_return("allegations_rape,2014-15,London,,601,p,")
TRIPLED = a_return("fgm_referrals,2014,London,,7431,,")
WHY = {"changes_are_explained": "Every hospital reports since April"}
# In winter London's clocks are those of UTC, in summer an hour ahead.
NOON, MORNING = datetime(2026, 7, 1, 11, 0, tzinfo=UTC), datetime(2026, 7, 1, 9, 30)


def waiting(where: Home) -> list[tuple[int, str]]:
    return [(held.number, held.state) for held in publishing.pending(where)]


def log(where: Home) -> list[tuple[int, str, int]]:
    return [(line["number"], line["what"], line["publication"]) for line in shelf.log(where)]


def test_what_is_held_is_whole_private_and_seen_by_no_reader(where, few):
    before = snapshot(where)
    held = hold(where, few, FGM_2014)
    assert (held.number, held.by, held.rows, held.against, held.new) == (1, "Ms Bell", 1, 1, 1)
    assert publishing.pending(where) == (held,)
    after = snapshot(where)
    assert {name: after[name] for name in before} == before
    files = {path.name: path.stat().st_mode & 0o777 for path in where.pending.iterdir()}
    assert files == {"000001.json": 0o600, "000001.csv": 0o600, "lock": 0o600}
    assert (where.pending / "000001.csv").read_bytes() == FGM_2014
    assert "2014" not in observed(where, "fgm_referrals")


def test_somebody_else_approves_and_both_names_stand_in_the_journal(with_held, few):
    where = with_held(FGM_2014)
    receipt = publishing.approve(where, few, 1, SHAW)
    assert (receipt.number, receipt.by, receipt.note) == (
        2, "Ms Bell, approved by Mr Shaw", "Autumn",
    )  # fmt: skip
    assert receipt.moved == ()
    assert observed(where, "fgm_referrals")["2014"][0] == 74
    assert (waiting(where), log(where)) == ([], [(1, "published", 2)])
    assert publishing.verify(where) == []


@pytest.mark.parametrize("name", ["Ms Bell", "ms bell", " MS  BELL "])
def test_whoever_sent_it_may_not_approve_it_however_the_name_is_written(with_held, few, name):
    where = with_held(FGM_2014)
    before = snapshot(where)
    with pytest.raises(access.AccessError, match=r"Ms Bell has sent return 1\. Somebody else"):
        publishing.approve(where, few, 1, access.local_user(name))
    assert snapshot(where) == before


def test_the_settings_want_a_second_person_for_every_return(where, few):
    path = "data/definitions/settings.toml"
    wanted = {**few, path: few[path].replace(b'second_person = "no"', b'second_person = "yes"')}
    with pytest.raises(access.AccessError, match="Here a second person approves what is publish"):
        publishing.publish(where, wanted, FGM_2014, BELL)
    held = hold(where, wanted, FGM_2014, "timed", MORNING)
    assert (held.state, held.hour) == ("second person", "1 July 2026, 09:30")
    hold(where, wanted, FGM_2015, "draft")
    with pytest.raises(access.AccessError, match="Somebody else must approve it"):
        publishing.approve(where, wanted, 2, BELL)
    assert publishing.release(where, wanted, BELL, NOON) == ()
    assert publishing.approve(where, wanted, 1, SHAW).number == 2


def test_a_draft_is_published_by_its_maker_and_may_leave_a_question_open(where, few):
    hold(where, few, TRIPLED, "draft")
    with pytest.raises(publishing.RefusedReturn):
        publishing.approve(where, few, 1, BELL)
    assert waiting(where) == [(1, "draft")]
    receipt = publishing.approve(where, few, 1, BELL, WHY)
    assert (receipt.by, receipt.reasons) == ("Ms Bell", WHY)


@pytest.mark.parametrize(
    ("content", "state", "reasons"),
    [
        (FGM_2014.replace(b"referrals", b"referral"), "draft", {}),
        (TRIPLED, "second person", {}),
        (TRIPLED, "timed", {"changes_are_explained": " "}),
    ],
)
def test_what_could_not_be_published_is_not_held(where, few, content, state, reasons):
    before = snapshot(where)
    with pytest.raises(publishing.RefusedReturn):
        publishing.hold(where, few, content, BELL, "", reasons, state, MORNING)
    assert snapshot(where) == before


def test_a_file_waits_once_and_a_draft_gives_way_to_what_is_confirmed(with_held, few):
    where = with_held(FGM_2014, "draft")
    assert hold(where, few, FGM_2014).number == 2
    with pytest.raises(publishing.RefusedReturn) as refused:
        hold(where, few, FGM_2014)
    assert str(refused.value.findings[0]) == (
        "Line 1, column A: This very file waits already, as return 2."
    )
    assert waiting(where) == [(2, "second person")]


def test_it_is_held_against_what_stands_when_it_is_approved(with_held, few):
    where = with_held(FGM_2014)
    publishing.publish(where, few, a_return("fgm_referrals,2014,London,,73,,"), BELL, "Others'")
    checked, moved = publishing.recheck(where, few, 1, SHAW)
    assert (checked.number, checked.changed) == (3, 1)
    receipt = publishing.approve(where, few, 1, SHAW)
    assert receipt.moved == moved == (
        "Since it was held, publication 2 (Others') was made.",
        "Its cells were 1 new, 0 changed, 0 the same and 0 withheld; they are 0 new, 1 changed,"
        " 0 the same and 0 withheld.",
    )  # fmt: skip


def test_what_has_come_to_be_asked_needs_a_reason_and_what_is_asked_no_more_needs_none(
    with_held, few
):
    where = with_held(FGM_2014)
    hold(where, few, a_return("fgm_referrals,2014,London,,300,,"), reasons=WHY)
    publishing.publish(where, few, a_return("fgm_referrals,2013,London,,20,r,"), BELL)
    with pytest.raises(publishing.RefusedReturn):
        publishing.approve(where, few, 1, SHAW)
    assert publishing.approve(where, few, 1, SHAW, WHY).reasons == WHY
    publishing.publish(where, few, a_return("fgm_referrals,2013,London,,290,r,"), BELL,
                       reasons=WHY)  # fmt: skip
    assert publishing.approve(where, few, 2, SHAW).reasons == {}


def test_what_is_due_is_published_oldest_first_and_one_refused_stops_no_other(where, few):
    hold(where, few, RAPE_2014, "timed", MORNING.replace(hour=11))
    hold(where, few, TRIPLED, "timed", MORNING, WHY)
    hold(where, few, FGM_2014, "timed", MORNING.replace(hour=23))
    # Published meanwhile by somebody who did not wait.
    publishing.publish(where, few, TRIPLED, SHAW, reasons=WHY)
    released = publishing.release(where, few, SHAW, NOON)
    assert [(one.item.number, one.receipt and one.receipt.number) for one in released] == [
        (2, None), (1, 3),
    ]  # fmt: skip
    assert released[0].refusal == (
        "Line 1, column A: This very file has been published already, as publication 2. Nothing"
        " was done.",
    )
    assert waiting(where) == [(2, "timed"), (3, "timed")]
    assert store.current(where).by == "Ms Bell"


def test_an_hour_is_one_of_londons_clocks(with_held, few):
    where = with_held(FGM_2014, "timed", MORNING)
    half_past_eight = datetime(2026, 7, 1, 8, 30, tzinfo=UTC)
    assert publishing.release(where, few, SHAW, half_past_eight.replace(minute=29)) == ()
    (one,) = publishing.release(where, few, SHAW, half_past_eight)
    assert (one.receipt.number, one.item.hour) == (2, "1 July 2026, 09:30")


def test_one_that_waits_for_its_hour_alone_is_not_approved(with_held, few):
    where = with_held(FGM_2014, "timed", MORNING)
    with pytest.raises(publishing.NotWaiting, match=r"waits for 1 July 2026, 09:30 alone"):
        publishing.approve(where, few, 1, SHAW)


def test_an_approved_return_that_is_due_later_waits_on(with_held, few):
    where = with_held(FGM_2014, "second person", datetime(2099, 1, 1, 9, 30))
    approved = publishing.approve(where, few, 1, SHAW)
    assert (approved.state, approved.approved_by) == ("timed", "Mr Shaw")
    (one,) = publishing.release(where, few, BELL, datetime(2099, 1, 2, tzinfo=UTC))
    assert one.receipt.by == "Ms Bell, approved by Mr Shaw"


def test_one_that_a_kill_left_after_its_publication_is_not_published_twice(
    with_held, few, monkeypatch
):
    where = with_held(FGM_2014, "timed", MORNING)
    with monkeypatch.context() as patched:
        patched.setattr(shelf, "take_away", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            publishing.release(where, few, SHAW, NOON)
    assert (waiting(where), len(where.published())) == ([(1, "timed")], 2)
    publishing.withdraw(where, few, 2, SHAW, "Not yet")
    (one,) = publishing.release(where, few, SHAW, NOON)
    assert one.receipt.number == 2
    assert (waiting(where), len(where.published())) == ([], 3)
    assert log(where) == [(1, "published", 2)]


def test_one_that_a_kill_left_before_the_switch_is_switched_to(with_held, few, monkeypatch):
    where = with_held(FGM_2014, "timed", MORNING)
    with monkeypatch.context() as patched:
        patched.setattr(switching, "switch", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            publishing.release(where, few, SHAW, NOON)
    assert where.current().number == 1
    publishing.release(where, few, SHAW, NOON)
    assert (where.current().number, waiting(where)) == (2, [])


def test_one_that_is_dropped_is_written_down_and_its_number_never_comes_again(with_held, few):
    where = with_held(FGM_2014)
    publishing.drop(where, 1, SHAW)
    assert (waiting(where), log(where)) == ([], [(1, "dropped", 0)])
    assert hold(where, few, FGM_2014).number == 2
    with pytest.raises(publishing.NotWaiting, match="No return waits under number 1"):
        publishing.drop(where, 1, SHAW)


def test_while_somebody_publishes_it_goes_on_waiting(with_held, few):
    where = with_held(FGM_2014)
    with (
        switching.writing(where, BELL),
        pytest.raises(HomeError, match="has been publishing since"),
    ):
        publishing.approve(where, few, 1, SHAW)
    assert waiting(where) == [(1, "second person")]
    assert publishing.approve(where, few, 1, SHAW).number == 2


def test_a_held_file_that_was_changed_by_hand_is_not_published(with_held, few):
    where = with_held(FGM_2014)
    (where.pending / "000001.csv").write_bytes(FGM_2015)
    with pytest.raises(HomeError, match=r"changed\. Drop return 1, and send it anew"):
        publishing.approve(where, few, 1, SHAW)
    (where.pending / "000001.json").write_text("rubbish")
    with pytest.raises(HomeError, match="cannot be read"):
        publishing.pending(where)


def test_a_body_that_sent_it_is_the_one_for_which_it_speaks(where, few):
    met = replace(BELL, body="Met")
    status = (
        b"ask,status_date,response,delivery,evidence,revised_due_date,reason,author\n"
        b"R6a,2015-03-01,accepted,in progress,,,,Met\n"
    )
    publishing.hold(where, few, status, met, "", {}, "second person")
    assert publishing.approve(where, few, 1, replace(SHAW, body="MOPAC")).number == 2


def test_the_commands_hold_list_approve_drop_and_release(where, few, capsys, tmp_path):
    for name, content in (("a.csv", FGM_2014), ("b.csv", FGM_2015), ("c.csv", TRIPLED)):
        (tmp_path / name).write_bytes(content)
    place = ["--home", str(where.path)]
    sent = ["publish", *place, "--by", "Ms Bell", "--note", "Autumn"]
    assert main([*sent, "--hold", str(tmp_path / "a.csv")]) == 0
    hold(where, few, FGM_2015, "timed", MORNING)
    assert main([*sent, "--hold", str(tmp_path / "c.csv")]) == 1
    capsys.readouterr()
    assert main(["pending", *place]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1  Ms Bell  Autumn  1 rows: waits for somebody else to approve it",
        "2  Ms Bell  Autumn  1 rows: waits for 1 July 2026, 09:30",
    ]
    assert main(["approve", "1", "--by", "ms bell", *place]) == 1
    assert main(["approve", "1", "--by", "Mr Shaw", *place]) == 0
    assert "Return 1 is publication 2." in capsys.readouterr().out
    assert main(["release", "--json", *place]) == 0
    assert json.loads(capsys.readouterr().out)["number"] == 3
    assert main(["release", *place]) == 0
    assert capsys.readouterr().out == "No return is due.\n"
    reason = f"changes_are_explained={WHY['changes_are_explained']}"
    assert main([*sent, "--hold", "--accept", reason, str(tmp_path / "c.csv")]) == 0
    assert main(["drop", "3", *place]) == 0
    assert "Return 3 is dropped. It was never published." in capsys.readouterr().out
    assert main(["pending", *place]) == 0
    assert capsys.readouterr().out == "No return waits.\n"
