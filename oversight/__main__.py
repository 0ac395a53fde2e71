"""The command line: everything a scheduled job may do.

Exit codes: 0 done, 1 refused with findings, 2 wrong usage, 3 try again.
"""

from __future__ import annotations

import argparse
import csv
import getpass
import json
import os
import sys
from pathlib import Path

from oversight import ROOT, access, home, publishing, reference, returns, store, wording
from oversight.access import AccessError
from oversight.definitions import DefinitionError
from oversight.home import Home, HomeError
from oversight.publishing.building import BuildError
from oversight.reference import ReferenceFileError
from oversight.screening import MOST_BYTES
from oversight.store import StoreError, UnknownPublication

DONE, REFUSED, WRONG_USAGE, TRY_AGAIN = 0, 1, 2, 3


class UsageError(Exception):
    """A command names something that is not there; the message says what to give instead."""


class Answer:
    """What a command says: sentences for people, or one JSON object with --json."""

    def __init__(self, as_json: bool) -> None:
        self.as_json = as_json

    def say(self, sentence: str, **facts: object) -> None:
        print(json.dumps({"message": sentence, **facts}) if self.as_json else sentence)

    def refuse(self, sentence: str, **facts: object) -> None:
        if self.as_json:
            print(json.dumps({"error": sentence, **facts}))
        else:
            print(sentence, file=sys.stderr)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if strange := [text for text in map(str, vars(options).values()) if not _is_text(text)]:
        parser.error(f"{strange[0]!a} is not UTF-8 text")
    answer = Answer(options.json)
    try:
        return options.run(home.chosen(options.home), options, answer)
    except publishing.RefusedReturn as refused:
        findings = [str(finding) for finding in refused.findings]
        what = "The return is not accepted." if "file" in options else "Nothing is withdrawn."
        answer.refuse("\n".join([what, *findings]), findings=findings)
        return REFUSED
    except (DefinitionError, ReferenceFileError, BuildError, AccessError) as error:
        answer.refuse(str(error))
        return REFUSED
    except (UsageError, UnknownPublication) as error:
        answer.refuse(str(error))
        return WRONG_USAGE
    except (HomeError, StoreError) as error:
        answer.refuse(str(error))
        return TRY_AGAIN
    except BrokenPipeError:
        # Whoever read the output, such as `head`, has read enough.
        sys.stdout = None
        return DONE
    except OSError as error:
        reason = error.strerror or error
        answer.refuse(f"{error.filename or 'The disk'} cannot be used: {reason}.")
        return TRY_AGAIN


def _build(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    receipt = publishing.ensure_built(
        where, reference.read_files(ROOT), access.local_user(options.by)
    )
    if receipt is None:
        answer.say("Nothing has changed since the last publication.", number=None)
    else:
        answer.say(f"Publication {receipt.number} is made: {receipt.note}.", number=receipt.number)
    return DONE


def _serve(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    # Imported here: only this command needs the web server and Streamlit.
    from oversight import server

    server.check_port(options.port)
    store.current(where)
    server.serve(where, options.port)
    return DONE


def _publish(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    receipt = publishing.publish(
        where,
        reference.read_files(ROOT),
        _content(options.file),
        access.local_user(options.by),
        options.note,
    )
    what = "figures" if receipt.kind == returns.OBSERVATIONS else f"{receipt.kind} rows"
    answer.say(
        f"Publication {receipt.number} is made with {receipt.size} {what} of {options.file}.",
        number=receipt.number,
        content=receipt.content,
    )
    return DONE


def _withdraw(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    receipt = publishing.withdraw(
        where,
        reference.read_files(ROOT),
        options.number,
        access.local_user(options.by),
        options.note,
    )
    answer.say(
        f"Publication {receipt.number} is made without the return of publication {options.number}.",
        number=receipt.number,
        content=receipt.content,
    )
    return DONE


def _export(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    chosen = (
        store.numbered(where, options.publication) if options.publication else store.current(where)
    )
    rows = chosen.rows("export/observations")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(rows[0]._fields)
    writer.writerows([wording.harmless(cell) for cell in row] for row in rows)
    return DONE


def _publications(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    for entry in where.published():
        answer.say(
            f"{entry.number}  {entry.at}  {entry.by}  {entry.note}",
            number=entry.number,
            at=entry.at,
            by=entry.by,
            note=entry.note,
            content=entry.content,
        )
    return DONE


def _rebuild(where: Home, options: argparse.Namespace, answer: Answer) -> int:
    if not where.entries():
        raise HomeError(
            f"There is no publication in {where.path}. Run 'python -m oversight build'."
        )
    if options.verify:
        differences = [str(difference) for difference in publishing.verify(where)]
        if differences:
            heading = "Not everything is as it was published:"
            answer.refuse("\n".join([heading, *differences]), differences=differences)
            return REFUSED
        count = len(where.entries())
        answer.say(f"{count} publication{'s' if count > 1 else ''} rebuilt: identical.")
        return DONE
    made = publishing.rebuild(where, access.local_user(options.by))
    names = ", ".join(map(str, made))
    answer.say(
        f"Made again: publication {names}." if made else "Every publication is whole.", made=made
    )
    return DONE


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--home", help="folder for everything made at run time (default data/live)")
    common.add_argument("--json", action="store_true", help="answer in JSON")
    common.add_argument("--by", type=_name, default=_user(), help="who does this, for the journal")
    parser = argparse.ArgumentParser(
        prog="python -m oversight", description=__doc__.splitlines()[0]
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run, what: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=what, description=what, parents=[common])
        one.set_defaults(run=run)
        return one

    command("build", _build, "publish where nothing is published or the inputs have changed")
    serve = command("serve", _serve, "start the dashboard on 127.0.0.1")
    serve.add_argument("--port", type=_port, default=8501)
    publish = command("publish", _publish, "accept a return (CSV) and publish it")
    publish.add_argument("file", metavar="FILE")
    publish.add_argument("--note", default="", help="what this return is, for readers")
    withdraw = command("withdraw", _withdraw, "publish without the return of one publication")
    withdraw.add_argument("number", metavar="N", type=_number, help="the publication it came with")
    withdraw.add_argument("--note", required=True, help="why, for readers")
    export = command("export", _export, "write a publication's observations as CSV")
    export.add_argument("--publication", type=_number, help="its number (default: the current one)")
    command("publications", _publications, "list the publications, oldest first")
    rebuild = command("rebuild", _rebuild, "make lost or damaged publications again")
    rebuild.add_argument("--verify", action="store_true", help="compare only, change nothing")
    return parser


def _content(file: str) -> bytes:
    """The bytes of a return, one more than is allowed at most: /dev/zero has no end.

    Raises:
        UsageError: the file cannot be read.
    """
    try:
        with Path(file).open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(
            f"{file} cannot be read ({error.strerror}). Give the path of a return, a CSV file."
        ) from error


def _user() -> str:
    """The user's name, or number where the machine knows no name, as in a container."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"user {os.getuid()}"


def _is_text(text: str) -> bool:
    """Whether it can be written as UTF-8: bytes of another encoding come as surrogates."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _name(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("a name is needed, for the journal")
    return text


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1024 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"'{text}' is not a port from 1024 to 65535")
    return int(text)


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a publication's number")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
