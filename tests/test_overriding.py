"""Another rule for small numbers than the usual one takes two people and a reason."""

from __future__ import annotations

import pytest

from oversight import access, definitions, publishing, store
from oversight.access import AccessError
from oversight.definitions import SETTINGS, DefinitionError
from oversight.publishing import RefusedReturn
from oversight.wording import protection
from tests.conftest import CLERK, a_return

BELL = access.local_user("Ms Bell")
TO_NINE = b'\nfew = "9"\nrounded_to = "10"\n'
WHY = b'protection_changed_by = "A clerk"\nprotection_reason = "As the NHS asked"\n'
COUNTS = a_return("cse_referrals,2014-15 Q1,Camden,,8,,", "cse_referrals,2014-15 Q1,Brent,,44,,")


def with_settings(files: dict[str, bytes], more: bytes) -> dict[str, bytes]:
    """The same files with these settings in the place of what was set of the same names."""
    names = tuple(line.split(b" =")[0] + b" =" for line in more.splitlines() if line)
    kept = [line for line in files[SETTINGS].splitlines() if not line.startswith(names)]
    return {**files, SETTINGS: b"\n".join(kept) + more}


def counts(where) -> dict[str, tuple]:
    return {
        row.geography: (row.lower, row.upper, row.marker)
        for row in store.current(where).rows("export/observations")
        if (row.indicator, row.period) == ("cse_referrals", "2014-15 Q1")
    }


def test_whoever_changed_the_rule_does_not_publish_under_it_first(where, few):
    publishing.publish(where, few, COUNTS, CLERK)
    assert counts(where) == {"Camden": (8, 12, ""), "Brent": (43, 47, "")}
    changed = with_settings(few, TO_NINE + WHY)
    with pytest.raises(AccessError, match=r"A clerk has changed the rule .* Somebody else must"):
        publishing.ensure_built(where, changed, CLERK)
    assert where.current().number == 2
    publishing.ensure_built(where, changed, BELL)
    # 8 is few now; 44 is any number from 35 to 44, of which readers knew 43 and 44 already.
    assert counts(where) == {"Camden": (None, None, "c"), "Brent": (35, 44, "")}
    assert where.current().reasons == {
        "rule_for_small_numbers": "few 7 to 9, rounded_to 5 to 10. Changed by A clerk:"
        " As the NHS asked"
    }
    settings = dict(store.current(where).rows("about/settings"))
    assert (settings["few"], settings["rounded_to"], settings["narrowest"]) == ("9", "10", "3")
    # What follows is by the same rule, and needs nobody else.
    publishing.publish(where, changed, a_return("fgm_referrals,2014,London,,74,,"), CLERK)
    assert "rule_for_small_numbers" not in where.current().reasons
    assert publishing.verify(where) == []


def test_what_a_sender_withholds_for_london_follows_the_rule_as_it_is_set(where, few):
    on_leave = a_return("soeca_officers_maternity,2014-06-30,London,,8,,")
    publishing.publish(where, few, on_leave, CLERK)
    changed = with_settings(few, TO_NINE + WHY)
    # What was accepted by the rule of its day stands, and is shown as it was.
    publishing.ensure_built(where, changed, BELL)
    again = a_return("soeca_officers_maternity,2014-09-30,London,,8,,")
    with pytest.raises(RefusedReturn) as refused:
        publishing.publish(where, changed, again, BELL)
    (finding,) = refused.value.findings
    assert finding.message == (
        "A number from 1 to 9 can point at persons. Write marker c in its place."
    )


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (TO_NINE, "Say who changed it in 'protection_changed_by' and why"),
        (b'\nfew = "3"\n' + WHY, "protect nobody"),
        (b'\nfew = "many"\n' + WHY, "are whole numbers"),
        (b'\nnoughts = "perhaps"\n' + WHY, "'noughts' is shown or hidden"),
    ],
)
def test_a_rule_that_nobody_explains_or_that_protects_nobody_is_refused(where, few, more, sentence):
    with pytest.raises(DefinitionError, match=sentence):
        publishing.ensure_built(where, with_settings(few, more), BELL)
    assert definitions.settings(few)["few"] == "7"


def test_readers_are_told_that_the_rule_is_another_one_and_why():
    usual = dict(definitions.PROTECTION)
    assert not any("usual rule" in said for said in protection.explained(usual))
    other = {**usual, "few": "9", "protection_reason": "As the NHS asked"}
    said = " ".join(protection.explained(other))
    assert "counts from 1 to 9 are withheld" in said
    assert "This is not the usual rule" in said
    assert said.endswith("As the NHS asked")
