"""A figure that was redacted is not published again, nor as it was rehearsed before, unasked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from oversight import publishing, rehearsal
from oversight.home import Redaction
from oversight.periods import in_words
from oversight.publishing import again, blanking, checking
from oversight.screening import Finding
from oversight.wording import rehearsal as told
from tests.conftest import CLERK, a_return, snapshot
from tests.mistake import BELL, OF_CAMDEN, SHAW, WITH_THE_MISTAKE, redacted

CHECK = "redacted_stays_withheld"
NAMED = "CSE referrals, 2014-15 Q1, Camden"


def test_whoever_sends_a_number_of_a_redacted_figure_is_asked_for_a_reason(mended, few):
    notices = again.redactions(mended.entries())
    on = in_words(notices[0].redacted_on)

    def asked(row: str) -> list[Finding]:
        sent = a_return(row, "fgm_referrals,2014,London,,75,r,")
        screened = checking.screened_return(few, sent, date.today(), None)
        return again.asks(screened, notices)[0]

    for number in ("48270", "48275", "0"):
        (finding,) = asked(f"{OF_CAMDEN},,{number},r,")
        assert str(finding) == (
            f"Line 2, value: {NAMED}: this figure was redacted on {on} and says a number again."
            " Leave it out, or give a reason."
        )
        assert not blanking.holds(str(finding), 48270)
    for other in (
        f"{OF_CAMDEN},,,c,",
        f"{OF_CAMDEN},sex=female,48270,,",
        "cse_referrals,2014-15 Q2,Camden,,48270,,",
        "cse_referrals,2014-15 Q1,Brent,,48270,,",
    ):
        assert asked(other) == []
    # The very file that brought it; with a reason it may be published.
    checks = publishing.check(mended, few, WITH_THE_MISTAKE, CLERK).checks
    reasons = dict.fromkeys(checks, "Looked up again: it is public elsewhere")
    before = snapshot(mended)
    with pytest.raises(publishing.RefusedReturn) as refused:
        without = {name: reason for name, reason in reasons.items() if name != CHECK}
        publishing.publish(mended, few, WITH_THE_MISTAKE, CLERK, reasons=without)
    assert [one.check for one in refused.value.findings] == [CHECK]
    assert snapshot(mended) == before
    made = publishing.publish(mended, few, WITH_THE_MISTAKE, CLERK, reasons=reasons)
    assert made.reasons[CHECK] == reasons[CHECK]


def test_what_was_rehearsed_before_a_redaction_is_rehearsed_again(mistaken, few):
    content = a_return("fgm_referrals,2015,London,,80,,")
    first = rehearsal.rehearse(mistaken, few, content, CLERK).rehearsed
    waits = publishing.hold(mistaken, few, content, BELL, "", {}, publishing.DRAFT)
    redacted(mistaken)
    stood = snapshot(mistaken)
    moved = f"against publication 4, and the figure of {NAMED} was redacted since"
    with pytest.raises(publishing.Moved, match=moved):
        publishing.publish(mistaken, few, content, CLERK, against=first.stand)
    with pytest.raises(publishing.Moved, match=moved):
        publishing.approve(mistaken, few, waits.number, SHAW, against=first.stand)
    assert snapshot(mistaken) == stood
    looked, since_held = rehearsal.rehearse_held(mistaken, few, waits.number, SHAW)
    assert since_held[0] == f"Since it was held, the redaction of {NAMED} was made."
    came = rehearsal.since(mistaken, first, looked.rehearsed)
    assert came.publications == ()
    said = told.meanwhile([], [one.cell for one in came.redacted])
    assert f"while you looked at the rehearsal, the figure of {NAMED} was redacted." in said
    stand = looked.rehearsed.stand
    assert publishing.approve(mistaken, few, waits.number, SHAW, against=stand).number == 5


def test_a_redaction_that_does_not_say_its_figure_asks_nothing(mistaken):
    notice = Redaction("2015-02-03", "cse_referrals", NAMED, "Why", "A", "B", 1)
    entry = replace(mistaken.current(), redacted=(notice,))
    assert again.redactions([entry]) == ()
