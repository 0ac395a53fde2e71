"""Invented figures: round numbers that follow from names alone, so that each build has the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from oversight.definitions import INVENTED_MARK

Row = Mapping[str, str]

CSE, FGM = "cse_referrals", "fgm_referrals"
LONDON, MET = "London", "Metropolitan Police"
# Everything is counted in tens, so that nobody takes it for a count.
STEP = 10
# Boroughs with too few referrals to be shown. Were there one of them alone, London's would be
# hidden too, for the rest would tell it.
FEW = {"E09000001": 4, "E09000021": 6}
# A borough whose sender withholds a quarter itself.
SILENT = "E09000027"
# Boroughs that split theirs by sex; the others leave it open, as some would.
SPLIT = ("E09000007", "E09000030")
# How a quarter of London's is split by age, in tenths.
AGES = {"0-12": 2, "13-15": 5, "16-17": 3}
# What one borough in so many counts by turns, and another one; the others have none in the quarter.
TURNS = 11
FGM_OF_A_BOROUGH = {1: STEP, 7: 5}


@dataclass(frozen=True)
class Said:
    """What a sender says of all figures of a return: the marker beside them, and why."""

    marker: str = ""
    why: str = ""

    @property
    def note(self) -> str:
        return f"{INVENTED_MARK}: {self.why}" if self.why else INVENTED_MARK


PLAIN = Said()


def exploitation(
    quarters: Sequence[str], codes: Sequence[str], said: Said = PLAIN, more: int = 0
) -> Iterator[Row]:
    """Referrals by quarter and borough; those of some boroughs by sex, London's by age too.

    Args:
        more: how many referrals more each borough counts than it would have said first.
    """
    for quarter in quarters:
        girls, boys = 0, 0
        for code in codes:
            female, male = _girls_and_boys(quarter, code, more)
            girls, boys = girls + female, boys + male
            if code == SILENT and quarter.endswith("Q2"):
                yield figure(CSE, quarter, code, None, Said("c", said.why))
                continue
            yield figure(CSE, quarter, code, female + male, said)
            if code in SPLIT:
                yield figure(CSE, quarter, code, female, said, "sex=female")
                yield figure(CSE, quarter, code, male, said, "sex=male")
        yield from _london(quarter, girls, boys, said)


def _london(quarter: str, girls: int, boys: int, said: Said) -> Iterator[Row]:
    every = girls + boys
    yield figure(CSE, quarter, LONDON, every, said)
    yield figure(CSE, quarter, LONDON, girls, said, "sex=female")
    yield figure(CSE, quarter, LONDON, boys, said, "sex=male")
    parts = {age: every * tenths // 100 * 10 for age, tenths in AGES.items()}
    youngest = next(iter(parts))
    parts[youngest] += every - sum(parts.values())
    for age, number in parts.items():
        yield figure(CSE, quarter, LONDON, number, said, f"age={age}")


def _girls_and_boys(quarter: str, code: str, more: int) -> tuple[int, int]:
    """Of one borough in one quarter."""
    if code in FEW:
        return FEW[code], 0
    size = of(20, 60, STEP, CSE, code)
    every = size + of(0, 20, STEP, CSE, code, quarter) + more
    boys = STEP if every < 50 else 2 * STEP
    return every - boys, boys


def mutilation(quarters: Sequence[str], codes: Sequence[str], said: Said = PLAIN) -> Iterator[Row]:
    """Referrals by quarter and borough; most boroughs have none, some too few to be shown."""
    for turn, quarter in enumerate(quarters):
        every = 0
        for place, code in enumerate(codes):
            number = FGM_OF_A_BOROUGH.get((place + turn) % TURNS, 0)
            every += number
            yield figure(FGM, quarter, code, number, said)
        yield figure(FGM, quarter, LONDON, every, said)


def figure(
    indicator: str, period: str, place: str, number: int | None, said: Said, breakdown: str = ""
) -> Row:
    """One row of an observations return, which says that it is invented."""
    return {
        "indicator": indicator,
        "period": period,
        "geography": place,
        "breakdown": breakdown,
        "value": "" if number is None else str(number),
        "marker": said.marker,
        "note": said.note,
    }


def of(least: int, most: int, step: int, *names: str) -> int:
    """A number from `least` to `most` that follows from these names alone."""
    choices = (most - least) // step + 1
    return least + step * (int(sha256("|".join(names).encode()).hexdigest(), 16) % choices)
