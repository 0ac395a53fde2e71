"""Publishing, withdrawing and rebuilding in any order: every publication stays what it was."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import pytest

from oversight import publishing, store
from oversight.home import Home
from oversight.publishing import keeping
from tests.conftest import CLERK
from tests.crashing import planted
from tests.crashing.standing import Ledger, copied

pytestmark = pytest.mark.must("returns", 4)


def lost(where: Home, chance: random.Random) -> list[int]:
    number = chance.choice(where.published()).number
    where.publication(number).unlink()
    return [number]


def damaged(where: Home, chance: random.Random) -> list[int]:
    number = chance.choice(where.published()).number
    path = where.publication(number)
    content = bytearray(path.read_bytes())
    for _ in range(9):
        content[chance.randrange(len(content))] ^= 0xFF
    path.unlink()  # it may be a link
    path.write_bytes(content)
    return [number]


def without_pointer(where: Home, chance: random.Random) -> list[int]:
    where.pointer.unlink()
    return []


def garbled_pointer(where: Home, chance: random.Random) -> list[int]:
    where.pointer.write_bytes(chance.randbytes(40))
    return []


HARMS: tuple[Callable, ...] = (lost, damaged, without_pointer, garbled_pointer)


def test_after_any_sequence_every_publication_is_as_it_was_and_the_current_one_reads_right(
    first, tmp_path, few, often, measured
):
    counts: Counter[str] = Counter()
    for sequence in range(often(2, 100, least=1)):
        where = copied(first, tmp_path / str(sequence))
        chance, ledger = random.Random(sequence), Ledger()
        ledger.acknowledged[1] = where.current().content
        numbers = chance.sample(planted.NUMBERS, often(3, 6))
        for number in numbers:
            brought = [entry.number for entry in keeping.standing(where.published()).values()]
            what = chance.choice(["publish", "withdraw", "rebuild"] if brought else ["publish"])
            if what == "publish":
                content = ledger.arriving(tmp_path, number).read_bytes()
                receipt = publishing.publish(where, few, content, CLERK)
            elif what == "withdraw":
                receipt = publishing.withdraw(where, few, chance.choice(brought), CLERK, "An error")
            else:
                harmed = chance.choice(HARMS)(where, chance)
                store._open.cache_clear()
                assert publishing.rebuild(where, CLERK) == harmed
            if what != "rebuild":
                ledger.acknowledge({"number": receipt.number, "content": receipt.content})
            counts[what] += 1
            assert len(ledger.acknowledged) == len(where.published())
            ledger.look(where)
        assert publishing.verify(where) == []
        ledger.tidy(where)
        counts["publications"] += len(where.published())
        counts["sequences"] += 1
    measured(
        f"{counts['sequences']} sequences of {counts['publish']} publishes, {counts['withdraw']}"
        f" withdrawals and {counts['rebuild']} rebuilds of what was lost or damaged:"
        f" {counts['publications']} publications have the digests they had, and the current one"
        " reads right after each step."
    )
