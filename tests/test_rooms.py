"""Rooms: windows that share a code stand at the same slide."""

from __future__ import annotations

import re
import sys
import threading

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


def test_a_blank_screen_stays_at_its_slide_and_the_next_slide_is_seen():
    rooms.turn("ABCDEF", 3, is_blank=True)
    assert rooms.standing("ABCDEF") == rooms.Standing(3, True)
    assert rooms.turn("ABCDEF", 4) == rooms.Standing(4, False)


def test_who_comes_second_turns_nobody_back():
    assert rooms.joined("ABCDEF", 3).slide == 3
    rooms.turn("ABCDEF", 5)
    assert rooms.joined("ABCDEF", 1).slide == 5


def test_a_room_never_vanishes_while_it_is_turned():
    rooms.turn("ABCDEF", 1)
    missed = []
    looking = threading.Event()

    def look() -> None:
        while not looking.is_set():
            if rooms.standing("ABCDEF") is None:
                missed.append(1)

    thread = threading.Thread(target=look)
    before, _ = sys.getswitchinterval(), sys.setswitchinterval(1e-6)
    thread.start()
    for number in range(20_000):
        rooms.turn("ABCDEF", number)
    looking.set()
    thread.join()
    sys.setswitchinterval(before)
    assert missed == []


def test_rooms_without_end_put_the_one_that_was_longest_still_out():
    for number in range(rooms.MOST_ROOMS):
        rooms.turn(f"room {number}", 1)
    rooms.turn("room 0", 2)
    rooms.turn("ABCDEF", 1)
    assert rooms.standing("room 1") is None
    assert rooms.standing("room 0").slide == 2
    assert len(rooms._rooms) == rooms.MOST_ROOMS
