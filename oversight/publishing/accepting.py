"""Whether a return may be published: what was found, what was answered, what stays to be mended."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from oversight.home import Entry
from oversight.publishing import stand
from oversight.publishing.stand import Stand
from oversight.screening import Finding, is_blank
from oversight.screening.registry import ASKS, CHECKS


class RefusedReturn(Exception):
    """A return that cannot be accepted, with what is to be mended; `count` is all there is."""

    def __init__(self, findings: Sequence[Finding], count: int | None = None) -> None:
        self.findings = tuple(findings)
        self.count = len(self.findings) if count is None else count
        super().__init__(f"{self.count} things to mend")


class UnaskedReason(ValueError):
    """A reason was given for a check that asked nothing; the message says which."""


class Moved(Exception):
    """What a return was rehearsed against is no longer current; nothing has changed."""

    def __init__(self, against: Stand, entries: Sequence[Entry]) -> None:
        publications, redacted = stand.since(entries, against, stand.of(entries))
        came = [f"publication {entry.number} has come" for entry in publications[-1:]]
        came += [f"the figure of {notice.cell} was redacted" for notice in redacted]
        super().__init__(
            f"It was rehearsed against publication {against.publication}, and"
            f" {' and '.join(came) or 'something else has come'} since. Rehearse it again."
        )


class Cancelled(Exception):
    """Whoever was publishing thought better of it in time; nothing has changed."""


def told(reasons: Mapping[str, str]) -> dict[str, str]:
    """The reasons that say something.

    Raises:
        UnaskedReason: one is for a check that never asks.
    """
    may_ask = sorted(name for name, check in CHECKS.items() if check.severity == ASKS)
    for name in reasons:
        if name not in may_ask:
            raise UnaskedReason(
                f"'{name}' is no check that asks for a reason. Those that do: {', '.join(may_ask)}."
            )
    return {name: reason.strip() for name, reason in reasons.items() if not is_blank(reason)}


def decide(
    findings: Sequence[Finding], checks: Mapping[str, int], count: int, reasons: Mapping[str, str]
) -> None:
    """Nothing where the return may be published.

    Args:
        findings: those that are told, perhaps not all.
        checks: every check that found something, and how often; it alone decides.
        count: how many findings there are.
        reasons: an answer for each check that asks.

    Raises:
        RefusedReturn: something blocks it, or was asked and not answered.
        UnaskedReason: a reason is given for a check that did not ask.
    """
    if any(CHECKS[name].severity != ASKS for name in checks):
        raise RefusedReturn(findings, count)
    if unasked := sorted(reasons.keys() - checks.keys()):
        raise UnaskedReason(
            f"A reason was given for {' and '.join(unasked)}, which asked nothing of this return."
            " Leave it out."
        )
    if unanswered := checks.keys() - reasons.keys():
        told = [finding for finding in findings if finding.check in unanswered]
        raise RefusedReturn(told, sum(checks[name] for name in unanswered))


def stop_if(cancelled: Callable[[], bool] | None) -> None:
    """Nothing unless somebody has cancelled.

    Raises:
        Cancelled: they have.
    """
    if cancelled is not None and cancelled():
        raise Cancelled("Nothing was published.")
