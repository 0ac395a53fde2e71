"""What the product has taken from a return, in the same form as what a clean return means."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from oversight.definitions import Indicator
from oversight.reference import Reference
from oversight.screening import Screened, screen
from tests.polluting.clean import (
    HEADERS,
    OBSERVATIONS,
    Row,
    canonical_evidence,
    canonical_number,
    with_plain_ends,
)

TODAY = date(2026, 11, 22)
# Far more than any of these small files may take; what runs longer hangs.
LONGEST_SECONDS = 10


class ItHangsError(Exception):
    """The reader has not come back in time."""


@contextmanager
def in_time() -> Iterator[None]:
    """Break off what does not come back; only in the main thread, where tests run."""

    def give_up(*_: object) -> None:
        raise ItHangsError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, LONGEST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def screened(
    content: bytes, indicators: dict[str, Indicator], reference: Reference
) -> Screened | str:
    """The outcome, or "crash" or "hang"."""
    try:
        with in_time():
            return screen(content, indicators, reference, TODAY)
    except ItHangsError:
        return "hang"
    except Exception:
        return "crash"


def taken(outcome: Screened) -> tuple[Row, ...] | None:
    """What every row is taken to mean, in no order; None where the return is refused."""
    if outcome.blocks:
        return None
    if outcome.kind == OBSERVATIONS:
        return tuple(
            sorted(
                (
                    figure.indicator,
                    figure.period.starts_on.isoformat(),
                    figure.period.ends_on.isoformat(),
                    figure.area.code,
                    ";".join(sorted(figure.breakdown.split(";"))),
                    canonical_number(figure.value),
                    figure.marker,
                    with_plain_ends(figure.note),
                )
                for figure in outcome.figures
            )
        )
    return tuple(
        sorted(
            tuple(
                with_plain_ends(
                    canonical_evidence(entry[name]) if name == "evidence" else entry[name]
                )
                for name in HEADERS[outcome.kind]
            )
            for entry in outcome.entries
        )
    )
