"""The words of a command line: each is understood, or refused with what to write instead."""

from __future__ import annotations

import argparse
import getpass
import os
from datetime import UTC, date, datetime
from pathlib import Path

from oversight.commands.answers import UsageError
from oversight.periods import DAY, FIRST_DAY, LAST_DAY
from oversight.publishing import UnfitWords, said, shelf
from oversight.screening import MOST_BYTES_OF_A_COMMAND, is_blank


def content(file: str) -> bytes:
    """The bytes of a return, one more than is allowed at most: /dev/zero has no end.

    Raises:
        UsageError: the file cannot be read.
    """
    try:
        with Path(file).open("rb") as opened:
            return opened.read(MOST_BYTES_OF_A_COMMAND + 1)
    except OSError as error:
        raise UsageError(
            f"{file} cannot be read ({error.strerror}). Give the path of a return, a CSV file."
        ) from error


def user() -> str:
    """The user's name, or number where the machine knows no name, as in a container."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"user {os.getuid()}"


def is_text(text: str) -> bool:
    """Whether it can be written as UTF-8: bytes of another encoding come as surrogates."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def name(text: str) -> str:
    """Somebody's name, for the journal."""
    if not is_text(text):
        return text  # told of with every other word that is none
    try:
        said.name_is_fit(text)
    except UnfitWords as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return text


def port(text: str) -> int:
    """A port that anybody may take."""
    if not text.isascii() or not text.isdigit() or not 1024 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"'{text}' is not a port from 1024 to 65535")
    return int(text)


def publication(text: str) -> int:
    """A publication's number."""
    return _number(text, "a publication's number")


def day(text: str) -> date:
    """A reading date, as an address writes it."""
    try:
        # Python also reads 20140724; an address has one form alone.
        found = date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None or not FIRST_DAY <= found <= LAST_DAY:
        raise argparse.ArgumentTypeError(
            f"'{text}' is not a day written like 2015-08-01, from {FIRST_DAY} to {LAST_DAY}"
        )
    return found


def waiting(text: str) -> int:
    """The number under which a return waits."""
    return _number(text, "the number of a return that waits")


def reason(text: str) -> tuple[str, str]:
    """A check that asks, and the reason it is given."""
    check, sign, why = text.partition("=")
    if not sign or is_blank(check) or is_blank(why):
        raise argparse.ArgumentTypeError(
            f"'{text}' is not written like changes_are_explained='Counted anew'"
        )
    return check.strip(), why


class OneReasonEach(argparse.Action):
    """Keeps the reasons as they come; a second for the same check would take the first away."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: tuple[str, str],
        option_string: str | None = None,
    ) -> None:
        given = getattr(namespace, self.dest)
        if values[0] in dict(given):
            raise argparse.ArgumentError(
                self, f"{values[0]} has two reasons. Write one that says it all."
            )
        setattr(namespace, self.dest, (*given, values))


def hour(text: str) -> datetime:
    """A day and an hour to come, by London's clocks where no zone is written."""
    try:
        written = datetime.fromisoformat(text)
        found = shelf.in_utc(written)
    # The first and the last hour that can be written lie outside the calendar elsewhere.
    except (ValueError, OverflowError):
        found = None
    if found is None or "T" not in text:
        raise argparse.ArgumentTypeError(f"'{text}' is not written like 2026-11-23T09:30")
    if found <= datetime.now(UTC):
        raise argparse.ArgumentTypeError(f"'{text}' is past. Write an hour that is still to come.")
    if not written.tzinfo and found.astimezone(shelf.CLOCK).replace(tzinfo=None) != written:
        raise argparse.ArgumentTypeError(
            f"'{text}' does not exist: London's clocks go forward then. Write an hour later."
        )
    return found


def _number(text: str, what: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not {what}")
    return int(text)
