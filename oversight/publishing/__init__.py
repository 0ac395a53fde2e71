"""Publishing: a new immutable file beside the old ones, then one switch of the pointer.

What was acknowledged is never lost and nothing is ever half done: the kept inputs, the database
and the journal's line are on disk before the pointer moves.
"""

from oversight.publishing.accepting import Cancelled, Moved, RefusedReturn, UnaskedReason
from oversight.publishing.checking import Checked, check
from oversight.publishing.inventing import files_of
from oversight.publishing.publisher import ensure_built, publish, withdraw
from oversight.publishing.rebuild import Difference, rebuild, verify
from oversight.publishing.receipting import Receipt, receipt_of, receipts
from oversight.publishing.said import UnfitWords
from oversight.publishing.shelf import DRAFT, SECOND_PERSON, TIMED, NotWaiting, Pending
from oversight.publishing.tracing import Origin, origin
from oversight.publishing.waiting import (
    Released,
    approve,
    drop,
    hold,
    pending,
    recheck,
    release,
)

__all__ = [
    "DRAFT",
    "SECOND_PERSON",
    "TIMED",
    "Cancelled",
    "Checked",
    "Difference",
    "Moved",
    "NotWaiting",
    "Origin",
    "Pending",
    "Receipt",
    "RefusedReturn",
    "Released",
    "UnaskedReason",
    "UnfitWords",
    "approve",
    "check",
    "drop",
    "ensure_built",
    "files_of",
    "hold",
    "origin",
    "pending",
    "publish",
    "rebuild",
    "receipt_of",
    "receipts",
    "recheck",
    "release",
    "verify",
    "withdraw",
]
