"""Which figures add up to which: boroughs to London, quarters to a year, kinds to all."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from oversight.definitions import Indicator
from oversight.disclosure.keys import LONDON, Key

QUARTERS_OF_A_YEAR = 4
AGES = re.compile(r"([0-9]+)(?:-([0-9]+)|(\+))?")
OLDEST = 150
# So many ways to fill all ages are taken as sums.
MOST_ROWS = 12
# By what parts are told apart where it is no kind such as sex or age; no kind has such a name.
PLACES, QUARTERS, ADDENDS, PARTS = NOT_KINDS = (" places", " quarters", " addends", " parts ")


class Sum(NamedTuple):
    """A total and the parts that add up to it."""

    total: Key
    parts: tuple[Key, ...]


class _Way(NamedTuple):
    """How a figure is a part: of which total, by what it is told apart, as which of its kind."""

    total: Key
    by: str
    part: str
    # How many parts there must be before their sum can stand for a total nobody gave.
    needed: int | None


def families(indicators: Mapping[str, Indicator]) -> dict[str, str]:
    """The first name of all indicators that are sums or parts of each other, for each of them."""
    first = {name: name for name in indicators}
    for name, one in indicators.items():
        for other in [*(one.sum_of or ()), *filter(None, [one.part_of])]:
            joined = {first[name], first[other]}
            first = {each: min(joined) if of in joined else of for each, of in first.items()}
    return first


def year_of(key: Key, clock: str) -> str:
    """The year, by the first of it, in which a figure's sums over time lie."""
    year, month = int(key.ends_on[:4]), int(key.ends_on[5:7])
    return str(year if clock == "calendar year" or month > 3 else year - 1)


def sums(given: Iterable[Key], indicators: Mapping[str, Indicator]) -> list[Sum]:
    """Every sum that the figures stand in.

    Totals that nobody gave are among them, for anybody can work them out from their parts; and so
    are parts that nobody gave, where other places or quarters have them.
    """
    table = _Table(given, indicators)
    return [
        one
        for (total, by), parts in table.found.items()
        if total in table.known
        if by != QUARTERS or len(parts) == QUARTERS_OF_A_YEAR
        for one in _written(total, by, parts, indicators)
    ]


class _Table:
    """The figures given, and those that follow from them, each with the totals it is a part of."""

    def __init__(self, given: Iterable[Key], indicators: Mapping[str, Indicator]) -> None:
        self.known = dict.fromkeys(sorted(given))
        self.found: dict[tuple[Key, str], dict[str, Key]] = defaultdict(dict)
        self._indicators = indicators
        # What the figures of one indicator and period are told apart by.
        self._seen: dict[tuple, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
        for key in self.known:
            seen = self._seen[key[:3]]
            seen[PLACES][key.place] = None
            for kind in filter(None, key.breakdown.split(";")):
                name, _, value = kind.partition("=")
                seen[name][value] = None
        waiting = list(self.known)
        while waiting:
            self._place(waiting)
            waiting = self._missing()

    def _place(self, waiting: list[Key]) -> None:
        """Each figure under its totals, with the totals that follow."""
        for key in waiting:
            for way in _ways(key, self._indicators):
                parts = self.found[way.total, way.by]
                parts[way.part] = key
                is_whole = way.needed is not None and len(parts) >= way.needed
                if is_whole and way.total not in self.known:
                    self.known[way.total] = None
                    waiting.append(way.total)

    def _missing(self) -> list[Key]:
        """Parts that their totals have elsewhere and lack here."""
        new = dict.fromkeys(
            key
            for (total, by), parts in self.found.items()
            if total in self.known
            for key in self._every_part(total, by)
            if key not in self.known
        )
        self.known.update(new)
        return list(new)

    def _every_part(self, total: Key, by: str) -> Iterator[Key]:
        if by == QUARTERS:
            # One that is missing everywhere is had from the year and the three others.
            is_last = len(self.found[total, by]) == QUARTERS_OF_A_YEAR - 1
            for starts_on, ends_on in _quarters(total):
                if is_last or (total.indicator, starts_on, ends_on) in self._seen:
                    yield total._replace(starts_on=starts_on, ends_on=ends_on)
        elif by == ADDENDS:
            for name in self._indicators[total.indicator].sum_of or ():
                yield total._replace(indicator=name)
        elif by == PLACES:
            for place in self._seen[total[:3]][PLACES]:
                if place != LONDON:
                    yield total._replace(place=place)
        elif not by.startswith(PARTS):
            for value in self._seen[total[:3]][by]:
                kinds = [*filter(None, total.breakdown.split(";")), f"{by}={value}"]
                yield total._replace(breakdown=";".join(sorted(kinds)))


def _ways(key: Key, indicators: Mapping[str, Indicator]) -> Iterator[_Way]:
    """Every total that a figure is a part of."""
    indicator = indicators[key.indicator]
    if indicator.kind == "share":
        return
    if key.place != LONDON:
        yield _Way(key._replace(place=LONDON), PLACES, key.place, None)
    kinds = key.breakdown.split(";") if key.breakdown else []
    for kind in kinds:
        rest = ";".join(one for one in kinds if one != kind)
        name, _, value = kind.partition("=")
        yield _Way(key._replace(breakdown=rest), name, value, 1)
    if indicator.kind == "flow" and (year := _year_with(key, indicator.clock)):
        total = key._replace(starts_on=year[0], ends_on=year[1])
        yield _Way(total, QUARTERS, key.starts_on, QUARTERS_OF_A_YEAR)
    for name, one in indicators.items():
        if one.sum_of and key.indicator in one.sum_of:
            total = key._replace(indicator=name)
            yield _Way(total, ADDENDS, key.indicator, len(one.sum_of))
    if indicator.part_of:
        # Parts that are sums of other parts are held against the whole alone.
        by = f"{PARTS}{key.indicator if indicator.sum_of else ''}"
        yield _Way(key._replace(indicator=indicator.part_of), by, key.indicator, None)


def _year_with(key: Key, clock: str) -> tuple[str, str] | None:
    """First and last day of the year that a quarter lies in; None for any other period."""
    (year, month), last = map(int, key.starts_on.split("-")[:2]), int(key.ends_on[5:7])
    if (last - month) % 12 != 2 or not key.starts_on.endswith("-01") or month % 3 != 1:
        return None
    if clock == "calendar year":
        return f"{year}-01-01", f"{year}-12-31"
    first = year if month >= 4 else year - 1
    return f"{first}-04-01", f"{first + 1}-03-31"


def _quarters(year: Key) -> Iterator[tuple[str, str]]:
    """First and last day of each quarter of a year."""
    first, month = int(year.starts_on[:4]), int(year.starts_on[5:7])
    for quarter in range(QUARTERS_OF_A_YEAR):
        months = first * 12 + month - 1 + 3 * quarter
        starts, last = divmod(months, 12), divmod(months + 2, 12)
        days = monthrange(last[0], last[1] + 1)[1]
        yield f"{starts[0]}-{starts[1] + 1:02d}-01", f"{last[0]}-{last[1] + 1:02d}-{days}"


def _written(
    total: Key, by: str, parts: Mapping[str, Key], indicators: Mapping[str, Indicator]
) -> Iterator[Sum]:
    """A sum in every way in which its parts can be taken together."""
    if by == PARTS:
        yield Sum(total, tuple(parts.values()))
        for name, one in indicators.items():
            if one.sum_of and parts.keys() > set(one.sum_of):
                rest = [key for part, key in parts.items() if part not in one.sum_of]
                yield Sum(total, (total._replace(indicator=name), *rest))
    elif by in NOT_KINDS or by.startswith(PARTS):
        yield Sum(total, tuple(parts.values()))
    else:
        yield from _ages_apart(total, parts)


def _ages_apart(total: Key, parts: Mapping[str, Key]) -> Iterator[Sum]:
    """The sum; where ages lie inside other ages, one of the widest and one of each wider one.

    Ages that overlap are no parts of one sum: each row of ages that fills the whole is one.
    """
    spans = {one: span for one in parts if (span := _ages(one))} if len(parts) > 1 else {}
    inner = {one: [other for other in spans if _lies_in(spans[other], spans[one])] for one in spans}
    held = {other for inside in inner.values() for other in inside}
    outer = [one for one in parts if one not in held]
    if _are_apart([spans[one] for one in outer if one in spans]):
        yield Sum(total, tuple(parts[one] for one in outer))
    else:
        unaged = tuple(parts[one] for one in outer if one not in spans)
        rows = list(_rows(spans))[:MOST_ROWS]
        for row in rows:
            yield Sum(total, (*(parts[one] for one in row), *unaged))
        for one in sorted({*outer} & {*spans} - {one for row in rows for one in row}):
            others = total._replace(breakdown=f"{parts[one].breakdown} others")
            yield Sum(total, (parts[one], others))
    for one, inside in inner.items():
        widest = [o for o in inside if not any(o in inner[other] for other in inside)]
        within = tuple(parts[other] for other in widest)
        if _tile(spans[one], [spans[other] for other in widest]):
            yield Sum(parts[one], within)
        elif widest and _are_apart([spans[other] for other in widest]):
            yield Sum(parts[one], (*within, rest_of(parts[one])))


def _rows(spans: Mapping[str, tuple[int, int]], row: tuple[str, ...] = ()) -> Iterator[tuple]:
    """Every row of ages that follow each other from the youngest to the oldest."""
    last = max(span[1] for span in spans.values())
    age = spans[row[-1]][1] + 1 if row else min(span[0] for span in spans.values())
    if age > last:
        yield row
    for one in sorted(spans):
        if spans[one][0] == age:
            yield from _rows(spans, (*row, one))


def _ages(text: str) -> tuple[int, int] | None:
    """The ages "10-15", "16+", "17" or "under 1" stand for; None for other words."""
    if text == "under 1":
        return 0, 0
    if not (written := AGES.fullmatch(text)):
        return None
    first, last, is_open = written.groups()
    return int(first), OLDEST if is_open else int(last or first)


def rest_of(total: Key) -> Key:
    """What names those of a total that no part of it counts."""
    return total._replace(breakdown=f"{total.breakdown} rest")


def _lies_in(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def _are_apart(spans: Sequence[tuple[int, int]]) -> bool:
    ordered = sorted(spans)
    return all(one[1] < other[0] for one, other in pairwise(ordered))


def _tile(whole: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the spans fill the whole, one after another."""
    age = whole[0]
    for first, last in sorted(spans):
        if first != age:
            return False
        age = last + 1
    return age == whole[1] + 1
