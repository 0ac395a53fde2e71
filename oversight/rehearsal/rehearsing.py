"""A rehearsal: the publication a return would make, read as its readers would read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from oversight import VERSION, home, packs, questions, returns, store, told
from oversight.access import Principal
from oversight.home import Entry, Home
from oversight.publishing import Checked, checking, settling, shelf, waiting
from oversight.publishing.stand import Stand
from oversight.publishing.trial import Built, Progress, in_silence
from oversight.reference import Files
from oversight.rehearsal.cells import Cells
from oversight.store import Publication
from oversight.told import Difference, Told

READING = "Reading it as readers would"


@dataclass(frozen=True)
class Rehearsed:
    """What publishing would change, against what stands.

    Both are read on the day of the rehearsal, `on`, so that what differs is the return's doing;
    `published_on` is the day to which readers count now. `every` says how many things of each kind
    are told after. `cells` are those of figures; None where they were not asked for or there are
    none.
    """

    stand: Stand
    number: int
    on: date
    published_on: date
    differences: tuple[Difference, ...]
    every: Mapping[str, int]
    cells: Cells | None

    @property
    def against(self) -> int:
        """The publication that stands; 0 where none does."""
        return self.stand.publication

    def of(self, kind: str) -> tuple[Difference, ...]:
        """Those of one kind."""
        return tuple(one for one in self.differences if one.kind == kind)

    @property
    def makes_inexact(self) -> bool:
        """Whether a figure of London that is exact now would be withheld or rounded for good."""
        return self.cells is not None and self.cells.make_inexact


@dataclass(frozen=True)
class Rehearsal:
    """A return as every check finds it; nothing is rehearsed of one that is to be mended."""

    checked: Checked
    rehearsed: Rehearsed | None = None


def rehearse(
    where: Home,
    files: Files,
    content: bytes,
    principal: Principal,
    progress: Progress = in_silence,
    cancelled: Callable[[], bool] | None = None,
    with_cells: bool = True,
) -> Rehearsal:
    """Check a return and read what it would make; one build serves both, and nothing is kept.

    Raises:
        Cancelled, HomeError, DefinitionError, ReferenceFileError, BuildError: as checking does.
        StoreError: the publication that stands cannot be read.
    """
    with checking.trying(where, files, content, principal, progress, cancelled) as tried:
        checked = tried.checked
        if tried.built is None or checked.blocks:
            return Rehearsal(checked)
        progress(READING)
        older = store.numbered(where, checked.against) if checked.against else None
        with_cells = with_cells and checked.screened.kind == returns.OBSERVATIONS
        cells = Cells(tried.built.ask("cells")) if with_cells else None
        return Rehearsal(checked, _read(tried.built, older, checked, cells))


def rehearse_held(
    where: Home,
    files: Files,
    number: int,
    principal: Principal,
    progress: Progress = in_silence,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Rehearsal, tuple[str, ...]]:
    """A return that waits, rehearsed against what stands now; and what has moved since, in words.

    Raises:
        NotWaiting: there is none of that number.
        And as `rehearse` does.
    """
    held = shelf.item(where, number)
    made = rehearse(
        where,
        files,
        shelf.content_of(where, held),
        waiting.sender(held, principal),
        progress,
        cancelled,
        with_cells=False,
    )
    return made, settling.moved(where, held, made.checked)


def _read(
    built: Built, older: Publication | None, checked: Checked, cells: Cells | None
) -> Rehearsed:
    on = built.stamp.published_at.date()
    with store.tried(_line_of(built, checked), built.path) as newer:
        after = _told(newer, on)
        before = _told(older, on) if older else ()
    return Rehearsed(
        checked.stand,
        checked.number,
        on,
        older.published_on if older else on,
        told.differences(before, after),
        Counter(one.kind for one in after),
        cells,
    )


def _told(publication: Publication, on: date) -> tuple[Told, ...]:
    position = packs.position(publication, on)
    put = questions.chosen(questions.asked(position), position.agenda)
    return told.told(position, put)


def _line_of(built: Built, checked: Checked) -> Entry:
    """What the journal would say of it, as far as reading it needs."""
    stamp = built.stamp
    return Entry(
        stamp.number,
        datetime.isoformat(stamp.published_at),
        stamp.published_by,
        stamp.note,
        (checked.sha256,),
        (),
        "",
        {},
        home.sha256(built.path),
        "",
        VERSION,
    )
