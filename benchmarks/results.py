"""What was measured: in rounds, A and B in turn, as ratios; the table and the file."""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("streamlit", "duckdb", "plotly", "pandas", "uvicorn")
LATEST = Path(__file__).parent / "latest.json"


@dataclass(frozen=True)
class Spread:
    """One number of each round."""

    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.rounds)

    def facts(self, digits: int = 4) -> dict[str, float]:
        return {
            "median": round(self.median, digits),
            "min": round(min(self.rounds), digits),
            "max": round(max(self.rounds), digits),
        }

    def printed(self, digits: int) -> str:
        low, high = min(self.rounds), max(self.rounds)
        return f"{self.median:,.{digits}f} ({low:,.{digits}f} to {high:,.{digits}f})"


@dataclass(frozen=True)
class Result:
    """A against B. `at_most` is the goal: for their ratio, or with `is_of_a` for A itself.

    Without a goal it is told for what it explains.
    """

    goal: int
    what: str
    unit: str
    a: Spread
    b: Spread
    at_most: float | None = None
    is_of_a: bool = False

    @property
    def ratio(self) -> Spread:
        return Spread(tuple(a / b for a, b in zip(self.a.rounds, self.b.rounds, strict=True)))

    @property
    def reached(self) -> bool | None:
        if self.at_most is None:
            return None
        # The ratio of medians: one round that another process disturbed does not decide.
        return self.measured <= self.at_most

    @property
    def measured(self) -> float:
        return self.a.median if self.is_of_a else self.a.median / self.b.median

    def facts(self) -> dict:
        return {
            "goal": self.goal,
            "what": self.what,
            "unit": self.unit,
            "a": self.a.facts(),
            "b": self.b.facts(),
            "ratio_of_medians": round(self.a.median / self.b.median, 3),
            "ratio_by_round": self.ratio.facts(3),
            "measured": round(self.measured, 3),
            "at_most": self.at_most,
            "limit_is_for": "a" if self.is_of_a else "ratio",
            "reached": self.reached,
        }

    def cells(self) -> tuple[str, ...]:
        digits = 1 if self.unit == "ms" else 2
        limit = "-" if self.at_most is None else f"{self.at_most:g}"
        if self.is_of_a:
            limit += f" {self.unit}"
        word = {True: "yes", False: "missed", None: "told only"}[self.reached]
        ratio = f"{self.a.median / self.b.median:.2f}"
        by_round = f"({min(self.ratio.rounds):.2f} to {max(self.ratio.rounds):.2f})"
        return (
            str(self.goal), f"{self.what}, {self.unit}", self.a.printed(digits),
            self.b.printed(digits), f"{ratio} {by_round}", limit, word,
        )  # fmt: skip


HEADINGS = ("goal", "what", "A", "B", "A / B", "at most", "reached")


def in_turn(
    rounds: int, a: Callable[[], float], b: Callable[[], float], scale: float = 1000
) -> tuple[Spread, Spread]:
    """A and B measured in turn; every other round begins with B, so that neither always leads."""
    all_a: list[float] = []
    all_b: list[float] = []
    for number in range(rounds):
        pair = [(a, all_a), (b, all_b)]
        for measure, kept in pair if number % 2 == 0 else reversed(pair):
            kept.append(measure() * scale)
    return Spread(tuple(all_a)), Spread(tuple(all_b))


def table(results: Sequence[Result]) -> str:
    """Every result in a line, goal and result side by side."""
    lines = [HEADINGS, *(result.cells() for result in results)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def write(results: Sequence[Result], rounds: int, browser: str, seconds: float) -> None:
    """benchmarks/latest.json: no host name and no path, for it is kept in the repository."""
    facts = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "versions": {
            "python": platform.python_version(),
            **{name: version(name) for name in PACKAGES},
            "browser": browser,
        },
        "machine": {
            "cores": os.cpu_count(),
            "system": platform.system(),
            "architecture": platform.machine(),
            "load_average": round(os.getloadavg()[0], 2),
        },
        "rounds": rounds,
        "seconds": round(seconds),
        "results": [result.facts() for result in results],
    }
    LATEST.write_text(json.dumps(facts, indent=2) + "\n", "utf-8")
