"""Rooms: windows that share a code stand at the same slide."""

from __future__ import annotations

import re

import pytest

from oversight import rooms


@pytest.fixture(autouse=True)
def empty():
    """No room is left from another test."""
    rooms._rooms.clear()


def test_a_code_can_be_read_aloud_and_is_never_taken_for_another():
    codes = {rooms.new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(rooms.is_code(code) and not re.search("[01IO]", code) for code in codes)


@pytest.mark.parametrize("text", ["", "ABC", "ABCDEFG", "abcdef", "ABCDE1", "ABC EF", "ABCDEF\n"])
def test_what_is_no_code_is_told_apart(text):
    assert not rooms.is_code(text)


def test_where_one_window_turns_the_other_stands():
    assert rooms.standing("ABCDEF") is None
    rooms.turn("ABCDEF", 3)
    assert rooms.standing("ABCDEF").slide == 3
    rooms.turn("ABCDEF", 4)
    assert rooms.standing("ABCDEF").slide == 4
    assert rooms.standing("GHJKLM") is None


def test_a_blank_screen_stays_at_its_slide_and_its_time_runs_on():
    shown = rooms.turn("ABCDEF", 3)
    blank = rooms.turn("ABCDEF", 3, is_blank=True)
    assert (blank.slide, blank.is_blank, blank.since) == (3, True, shown.since)
    assert not rooms.turn("ABCDEF", 4).is_blank


def test_rooms_without_end_put_the_one_that_was_longest_still_out():
    for number in range(rooms.MOST_ROOMS):
        rooms.turn(f"room {number}", 1)
    rooms.turn("room 0", 2)
    rooms.turn("ABCDEF", 1)
    assert rooms.standing("room 1") is None
    assert rooms.standing("room 0").slide == 2
    assert len(rooms._rooms) == rooms.MOST_ROOMS
