"""The shelf of returns that wait: one JSON and one CSV each, numbered by a counter of their own.

What lies there is as good as received: a file is written whole before its return counts as held,
and taken away only once what became of it is written down.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from oversight.home import Home, HomeError
from oversight.lines import whole_lines
from oversight.periods import in_words
from oversight.publishing import keeping
from oversight.publishing.stand import Stand

DRAFT, SECOND_PERSON, TIMED = "draft", "second person", "timed"
# Redactions lie on the same shelf and are numbered by the same counter.
REDACTIONS = "redaction-[0-9]*.json"
# Nobody but those who run the home reads what is not published yet.
FOR_US_ALONE, FOLDER_FOR_US_ALONE = 0o600, 0o700

# An hour is one of London's clocks unless it says otherwise.
CLOCK = ZoneInfo("Europe/London")


class NotWaiting(ValueError):
    """There is no such return, or it waits for something else; the message says what."""


@dataclass(frozen=True)
class Pending:
    """A return that was checked and is not published yet.

    `state` is "draft" (nobody has confirmed it), "second person" (whoever is not `by` may publish
    it) or "timed" (it is published once `due` has come). `against` is the publication it was held
    against, `redactions` those that were carried out by then, `body` the one body its sender
    writes for, None for all.
    """

    number: int
    state: str
    at: str
    by: str
    note: str
    sha256: str
    kind: str
    rows: int
    against: int
    new: int
    changed: int
    same: int
    withheld: int
    body: str | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    due: str | None = None
    approved_by: str = ""
    redactions: tuple[int, ...] = ()

    @property
    def stand(self) -> Stand:
        """What it was held against."""
        return Stand(self.against, self.redactions)

    @property
    def held_at(self) -> datetime:
        return datetime.fromisoformat(self.at)

    @property
    def due_at(self) -> datetime | None:
        return datetime.fromisoformat(self.due) if self.due else None

    @property
    def hour(self) -> str:
        """When it is due, in words and by London's clocks; blank where it is not."""
        if self.due_at is None:
            return ""
        local = self.due_at.astimezone(CLOCK)
        return f"{in_words(local.date())}, {local:%H:%M}"


def items(where: Home) -> tuple[Pending, ...]:
    """Every return that waits, in the order in which they were held.

    Raises:
        HomeError: what is written of one cannot be read.
    """
    # One may be taken away between the list and the look.
    return tuple(filter(None, map(_read, sorted(where.pending.glob("[0-9]*.json")))))


def item(where: Home, number: int) -> Pending:
    """One return that waits.

    Raises:
        NotWaiting: there is none of that number.
    """
    held = _read(_path(where, number, "json"))
    if held is None:
        raise NotWaiting(f"No return waits under number {number}. Nothing was done.")
    return held


def content_of(where: Home, held: Pending) -> bytes:
    """The return itself.

    Raises:
        NotWaiting: it waits no more.
        HomeError: it is not there, or not what was held.
    """
    path = _path(where, held.number, "csv")
    try:
        content = path.read_bytes()
    except OSError as error:
        item(where, held.number)
        raise HomeError(
            f"{path} is missing. Drop return {held.number}, and send it anew."
        ) from error
    if sha256(content).hexdigest() != held.sha256:
        raise HomeError(f"{path} has been changed. Drop return {held.number}, and send it anew.")
    return content


@contextmanager
def opened(where: Home) -> Iterator[None]:
    """Hold the shelf's own lock, for the moment it takes to lay down or take away."""
    try:
        keeping.make(where.pending, FOLDER_FOR_US_ALONE)
        lock = _open(where.pending / "lock", os.O_RDWR)
    except OSError as error:
        raise HomeError(
            f"{where.pending} cannot be written ({error.strerror}). Give write permission."
        ) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _sweep(where)
        yield
    finally:
        os.close(lock)


def next_number(where: Home) -> int:
    """The next number of the shelf's counter; one that was used never comes again."""
    used = [int(path.stem) for path in where.pending.glob("[0-9]*.json")]
    used += [int(path.stem.partition("-")[2]) for path in where.pending.glob(REDACTIONS)]
    used += [line["number"] for line in log(where)]
    used += [entry.waited for entry in where.entries()]
    used += [one.waited for entry in where.entries() for one in entry.redacted]
    return max(used, default=0) + 1


def lay_down(where: Home, held: Pending, content: bytes | None = None) -> None:
    """Write a return, or what is said of it anew; its file comes first."""
    if content is not None:
        keeping.replace_with(_path(where, held.number, "csv"), content, FOR_US_ALONE)
    said = json.dumps(asdict(held), ensure_ascii=False, indent=1) + "\n"
    keeping.replace_with(_path(where, held.number, "json"), said.encode(), FOR_US_ALONE)


def take_away(where: Home, held: Pending, what: str, by: str, publication: int = 0) -> None:
    """Write down what became of a return, then take it from the shelf."""
    write_down(where, held.number, what, by, held.sha256, publication)
    for kind in ("json", "csv"):
        _path(where, held.number, kind).unlink(missing_ok=True)
    keeping.sync(where.pending)


def write_down(
    where: Home, number: int, what: str, by: str, sha256: str = "", publication: int = 0
) -> None:
    """Write down what became of something that waited."""
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    line = {"number": number, "what": what, "at": now, "by": by, "sha256": sha256}
    written = json.dumps({**line, "publication": publication}, ensure_ascii=False) + "\n"
    seen = _log(where).read_bytes() if _log(where).exists() else b""
    keeping.replace_with(_log(where), whole_lines(seen) + written.encode(), FOR_US_ALONE)


def log(where: Home) -> list[dict]:
    """What became of each return that waited, oldest first."""
    try:
        return [json.loads(line) for line in whole_lines(_log(where).read_bytes()).splitlines()]
    except FileNotFoundError:
        return []
    except ValueError as error:
        raise HomeError(f"{_log(where)} cannot be read. Put back a copy of it.") from error


def in_utc(moment: datetime) -> datetime:
    """A moment in UTC; one without a zone is told by London's clocks."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=CLOCK)).astimezone(UTC)


def _sweep(where: Home) -> None:
    """Take away what a kill left half laid down or half taken away."""
    keeping.sweep(where.pending)
    for path in where.pending.glob("[0-9]*.csv"):
        if not path.with_suffix(".json").exists():
            path.unlink()


def _log(where: Home) -> Path:
    return where.pending / "log.jsonl"


def _path(where: Home, number: int, kind: str) -> Path:
    return where.pending / f"{number:06d}.{kind}"


def _open(path: Path, flags: int) -> int:
    return os.open(path, flags | os.O_CREAT, FOR_US_ALONE)


def _read(path: Path) -> Pending | None:
    """What is written of a return; nothing where there is none."""
    try:
        said = json.loads(path.read_bytes())
        held = Pending(**{**said, "redactions": tuple(said.get("redactions", ()))})
        _ = held.held_at, held.due_at
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as error:
        raise HomeError(f"{path} cannot be read. Put back a copy of it.") from error
    return held
