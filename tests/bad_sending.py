"""Bad inputs of the commands that check, explain, hold and approve returns."""

from __future__ import annotations

from tests.bad_inputs import REFUSED, WRONG_USAGE, Bad
from tests.conftest import a_return

BAD = [
    Bad("a figure far from the last", "publish RETURN", REFUSED, "Mend it, or give a reason.",
        a_return("fgm_referrals,2014,London,,7431,,")),
    Bad("a reason that says nothing", "publish RETURN --accept changes_are_explained=", WRONG_USAGE,
        "is not written like changes_are_explained='Counted anew'"),
    Bad("a reason nobody asked for", "publish RETURN --accept changes_are_explained=Anew",
        WRONG_USAGE, "A reason was given for changes_are_explained, which asked nothing"),
    Bad("a reason for no check", "publish RETURN --accept nonsense=Anew", WRONG_USAGE,
        "'nonsense' is no check that asks for a reason. Those that do:"),
    Bad("a return with a fault, checked", "check RETURN", REFUSED, "Did you mean fgm_referrals?",
        a_return("fgm_referral,2014,London,,74,,")),
    Bad("a figure to be explained, checked", "check RETURN", REFUSED, "or give a reason.",
        a_return("fgm_referrals,2014,London,,7431,,")),
    Bad("a missing file, checked", "check nowhere.csv", WRONG_USAGE, "nowhere.csv cannot be read"),
    Bad("a fault held for somebody", "publish RETURN --hold", REFUSED, "Did you mean fgm_referrals",
        a_return("fgm_referral,2014,London,,74,,")),
    Bad("an hour in words", "publish RETURN --at tomorrow", WRONG_USAGE,
        "'tomorrow' is not written like 2026-11-23T09:30"),
    Bad("an hour and a second person", "publish RETURN --hold --at 2026-11-23T09:30", WRONG_USAGE,
        "not allowed with argument --hold"),
    Bad("nothing to approve", "approve 7", WRONG_USAGE, "No return waits under number 7. Nothing"),
    Bad("nothing to drop", "drop 7", WRONG_USAGE, "No return waits under number 7. Nothing was"),
    Bad("a number in letters", "approve x", WRONG_USAGE, "'x' is not the number of a return that"),
    Bad("a template of no kind", "template figures --out t.csv", WRONG_USAGE, "invalid choice"),
    Bad("a template of no form", "template status --out t.pdf", WRONG_USAGE, "ends in .csv or .xl"),
]  # fmt: skip
