"""The command line: everything a scheduled job may do.

Exit codes: 0 done, 1 refused with findings, 2 wrong usage, 3 try again.
"""

from __future__ import annotations

import argparse
import sys

from oversight import home, publishing, returns
from oversight.access import AccessError
from oversight.commands import arguments, demo, packs, publications, redaction, sending, templates
from oversight.commands.answers import DONE, REFUSED, TRY_AGAIN, WRONG_USAGE, Answer, UsageError
from oversight.definitions import DefinitionError
from oversight.home import HomeError
from oversight.publishing.asked import NotRedactable, UnknownCell
from oversight.publishing.building import BuildError
from oversight.reference import ReferenceFileError
from oversight.store import StoreError, UnknownPublication


def main(written: list[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    parser = _parser()
    options = parser.parse_args(written)
    if strange := [one for one in map(str, vars(options).values()) if not arguments.is_text(one)]:
        parser.error(f"{strange[0]!a} is not UTF-8 text")
    answer = Answer(options.json)
    try:
        return options.run(home.chosen(options.home), options, answer)
    except publishing.RefusedReturn as refused:
        findings = [str(finding) for finding in refused.findings]
        told = [options.refusal, *findings]
        if refused.count > len(findings):
            rest = refused.count - len(findings)
            told.append(f"{rest:,} more findings are not listed; mend these first.")
        answer.refuse("\n".join(told), findings=findings, count=refused.count)
        return REFUSED
    except (
        DefinitionError, ReferenceFileError, BuildError, AccessError, publishing.UnfitWords,
        NotRedactable,
    ) as error:  # fmt: skip
        answer.refuse(str(error))
        return REFUSED
    except (
        UsageError, UnknownPublication, publishing.NotWaiting, publishing.UnaskedReason,
        UnknownCell,
    ) as error:  # fmt: skip
        answer.refuse(str(error))
        return WRONG_USAGE
    except (HomeError, StoreError, publishing.Moved) as error:
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


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--home", help="folder for everything made at run time (default data/live)")
    common.add_argument("--json", action="store_true", help="answer in JSON")
    common.add_argument(
        "--by", type=arguments.name, default=arguments.user(), help="who does this, for the journal"
    )
    parser = argparse.ArgumentParser(
        prog="python -m oversight", description=__doc__.splitlines()[0]
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(
        name: str, run, what: str, refusal: str = "Nothing is done."
    ) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=what, description=what, parents=[common])
        one.set_defaults(run=run, refusal=refusal)
        return one

    _add_publications(command)
    _add_returns(command)
    _add_templates(command)
    return parser


def _add_publications(command) -> None:
    """Commands about publications."""
    command(
        "build",
        publications.build,
        "publish where nothing is published or the inputs have changed",
    )
    command("demo", demo.make, "make a home of invented figures to rehearse with (data/demo)")
    serve = command("serve", publications.serve, "start the dashboard on 127.0.0.1")
    serve.add_argument("--port", type=arguments.port, default=8501)
    withdraw = command(
        "withdraw",
        publications.withdraw,
        "publish without the return of one publication",
        "Nothing is withdrawn.",
    )
    withdraw.add_argument(
        "number", metavar="N", type=arguments.publication, help="the publication it came with"
    )
    withdraw.add_argument("--note", required=True, help="why, for readers")
    redact = command(
        "redact",
        redaction.redact,
        "ask for a figure published by mistake to be taken out; somebody else approves it",
        "Nothing is redacted.",
    )
    redact.add_argument(
        "--publication", type=arguments.publication, required=True, help="one that shows it"
    )
    redact.add_argument(
        "--cell",
        metavar="INDICATOR,PERIOD,GEOGRAPHY,BREAKDOWN",
        action="append",
        required=True,
        help="the figure, named as a return names it; may be given again",
    )
    redact.add_argument("--reason", required=True, help="why, for staff")
    export = command("export", publications.export, "write a publication's observations as CSV")
    export.add_argument(
        "--publication", type=arguments.publication, help="its number (default: the current one)"
    )
    listed = command(
        "publications", publications.publications, "list the publications, oldest first"
    )
    listed.add_argument(
        "--receipts", action="store_true", help="with what each brought, for staff alone"
    )
    rebuild = command("rebuild", publications.rebuild, "make lost or damaged publications again")
    rebuild.add_argument("--verify", action="store_true", help="compare only, change nothing")


def _add_returns(command) -> None:
    """Commands about returns."""
    refusal = "The return is not accepted."
    check = command("check", sending.check, "hold a return (CSV) against every check", refusal)
    publish = command("publish", sending.publish, "accept a return (CSV) and publish it", refusal)
    for one in (check, publish):
        one.add_argument("file", metavar="FILE")
    check.add_argument(
        "--notes", metavar="OUT", help="write the return as CSV with the findings beside its rows"
    )
    publish.add_argument("--note", default="", help="what this return is, for readers")
    waits = publish.add_mutually_exclusive_group()
    waits.add_argument("--hold", action="store_true", help="until somebody else approves it")
    waits.add_argument(
        "--at", metavar="TIME", type=arguments.hour, help="until then, such as 2026-11-23T09:30"
    )
    command("pending", sending.pending, "list the returns and redactions that wait")
    approve = command(
        "approve",
        sending.approve,
        "publish a return that somebody else has sent, or carry out a redaction",
        refusal,
    )
    for one in (check, publish, approve):
        one.add_argument(
            "--accept",
            metavar="CHECK=REASON",
            type=arguments.reason,
            action=arguments.OneReasonEach,
            default=(),
            help="a reason for what a check asks, kept for staff; may be given again",
        )
    drop = command("drop", sending.drop, "take away a return or a redaction that waits", refusal)
    for one in (approve, drop):
        one.add_argument("number", metavar="N", type=arguments.waiting, help="its number there")
    command("release", sending.release, "publish every return whose hour has come", refusal)


def _add_templates(command) -> None:
    """Commands about what staff take away."""
    kinds = (returns.OBSERVATIONS, returns.STATUS, returns.ACTION, returns.RUNNING_ORDER)
    template = command("template", templates.template, "write a template of a return to fill in")
    schema = command("schema", templates.schema, "write the schema of a return as JSON")
    for one in (template, schema):
        one.add_argument("kind", choices=kinds, help="the kind of return")
    pack = command("pack", packs.pack, "write what a meeting takes away, in the form OUT tells")
    pack.add_argument("out", metavar="OUT", help=f"a new file: {', '.join(packs.FORMS)}")
    pack.add_argument(
        "--publication", type=arguments.publication, help="its number (default: the current one)"
    )
    pack.add_argument(
        "--on",
        metavar="DAY",
        type=arguments.day,
        help="read as on that day (default: the day of the publication)",
    )
    template.add_argument(
        "--out", metavar="FILE", required=True, help="a new file that ends in .csv or .xlsx"
    )
