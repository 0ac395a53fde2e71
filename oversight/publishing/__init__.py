"""Publishing: a new immutable file beside the old ones, then one switch of the pointer.

What was acknowledged is never lost and nothing is ever half done: the kept inputs, the database
and the journal's line are on disk before the pointer moves.
"""

from oversight.publishing.publisher import Receipt, RefusedReturn, ensure_built, publish, withdraw
from oversight.publishing.rebuild import Difference, rebuild, verify

__all__ = [
    "Difference",
    "Receipt",
    "RefusedReturn",
    "ensure_built",
    "publish",
    "rebuild",
    "verify",
    "withdraw",
]
