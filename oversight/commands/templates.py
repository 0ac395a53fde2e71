"""Commands about what staff take away: a template to fill in, and the schema of a return."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from oversight import ROOT, reference, returns, store
from oversight import templates as forms
from oversight.commands.answers import DONE, Answer, UsageError
from oversight.home import Home


def template(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Write a template, filled with what the current publication says is wanted next."""
    files, now = reference.read_files(ROOT), store.current(where)
    kind, today = returns.load(files)[options.kind], datetime.now(UTC).date()
    rows = forms.rows_of(kind, forms.found(kind, now.rows), today)
    if now.is_invented:
        rows = forms.marked(kind, rows)
    if options.out.endswith(".xlsx"):
        words = forms.allowed(kind, files)
        content = forms.as_xlsx(kind, rows, words, now.number, today, now.is_invented)
    elif options.out.endswith(".csv"):
        content = forms.as_csv(kind, rows)
    else:
        raise UsageError(f"'{options.out}' tells no form. Name a file that ends in .csv or .xlsx.")
    write_new(options.out, content)
    answer.say(f"{kind.title}: {options.out} has {len(rows):,} rows.", rows=len(rows))
    return DONE


def schema(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    """Write the schema of a return, as JSON, on standard output."""
    files = reference.read_files(ROOT)
    print(forms.as_json(returns.load(files)[options.kind], files).decode(), end="")
    return DONE


def write_new(path: str, content: bytes) -> None:
    """Write a file that is not there yet: what somebody filled in is never written over.

    Raises:
        UsageError: it is there, or cannot be written.
    """
    try:
        with Path(path).open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise UsageError(f"{path} is there already. Name another file.") from error
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written ({error.strerror}). Name another file."
        ) from error
