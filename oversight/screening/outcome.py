"""What screening makes of a return: its figures or entries, or what is to be mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from oversight.periods import Period
from oversight.reference import Area
from oversight.screening.finding import MOST_TOLD, Finding
from oversight.screening.header import Layout
from oversight.screening.registry import ASKS, BLOCKS

if TYPE_CHECKING:
    import pyarrow

FIGURE_COLUMNS = (
    "indicator", "period", "starts_on", "ends_on", "area", "breakdown", "value", "marker", "note",
)  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """One row of a return as understood."""

    line: int
    indicator: str
    period: Period
    area: Area
    breakdown: str
    value: str
    marker: str
    note: str

    @property
    def key(self) -> tuple:
        """What the figure is of. All names for the whole of London are one place."""
        place = "London" if self.area.is_whole else self.area.code
        return self.indicator, self.period.starts_on, self.period.ends_on, place, self.breakdown


@dataclass(frozen=True)
class Figures:
    """The figures of an observations return, in columns: a million take no object each.

    `table` holds them as text, with `line`, where each stands in the file. `periods` and `areas`
    are those that occur, by the label and the code they have in the table.
    """

    table: pyarrow.Table
    periods: dict[str, Period]
    areas: dict[str, Area]

    def __len__(self) -> int:
        return self.table.num_rows

    def __iter__(self) -> Iterator[Figure]:
        for batch in self.table.to_batches(max_chunksize=10_000):
            for row in batch.to_pylist():
                yield Figure(
                    row["line"],
                    row["indicator"],
                    self.periods[row["period"]],
                    self.areas[row["area"]],
                    row["breakdown"],
                    row["value"],
                    row["marker"],
                    row["note"],
                )


def no_figures() -> Figures:
    """The figures of a return that has none."""
    # Imported here: Arrow is half of what a command takes to start.
    import pyarrow

    text = pyarrow.array([], pyarrow.string())
    columns = dict.fromkeys(FIGURE_COLUMNS, text)
    return Figures(pyarrow.table({**columns, "line": pyarrow.array([], pyarrow.int64())}), {}, {})


@dataclass(frozen=True)
class Screened:
    """The outcome for one return: its entries, or what blocks it and no entry at all.

    `figures` are those of an observations return; `entries` are the rows of any other kind, by
    column, as understood. `rows` are the records below the header that are not blank, `refused`
    those of them that something blocks, and `count` is how many findings there are in all, of
    which `findings` holds the first. `checks` says how many each check has, of those that block as
    far as they are told. `understood` says what was taken to mean something, and `reached` is the
    stage in which screening stopped, or blank. `layout` is that of a file whose header is known.
    """

    kind: str
    figures: Figures = field(default_factory=no_figures)
    entries: tuple[dict[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    count: int = 0
    rows: int = 0
    refused: int = 0
    understood: tuple[str, ...] = ()
    reached: str = ""
    checks: Mapping[str, int] = field(default_factory=dict)
    layout: Layout | None = None

    @property
    def size(self) -> int:
        return len(self.figures) + len(self.entries)

    @property
    def blocks(self) -> tuple[Finding, ...]:
        return _of(BLOCKS, self.findings)

    @property
    def asks(self) -> tuple[Finding, ...]:
        return _of(ASKS, self.findings)


def _of(severity: str, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.severity == severity)


def first_told(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Of all findings those that are told, in the order of the file.

    The first of each check, then whatever blocks, then what else asks.
    """
    in_order = sorted(findings, key=lambda one: one.line or 0)
    firsts = {one.check: place for place, one in reversed([*enumerate(in_order)])}
    by_need = sorted(
        range(len(in_order)),
        key=lambda place: (
            place != firsts[in_order[place].check],
            in_order[place].severity != BLOCKS,
        ),
    )
    return tuple(in_order[place] for place in sorted(by_need[:MOST_TOLD]))
