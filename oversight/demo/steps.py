"""The returns of a rehearsal, one a publication, from the first quarters to the running order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from oversight import returns
from oversight.definitions import INVENTED_MARK
from oversight.demo import figures
from oversight.demo.figures import CSE, MET, PLAIN, Row, Said, figure
from oversight.reference import Files, boroughs
from oversight.returns import ACTION, OBSERVATIONS, RUNNING_ORDER, STATUS

YEARS = ("2014-15", "2015-16")
CALENDAR_YEARS = ("2014", "2015")
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
FIRST_MEETING, NEXT_MEETING = "2015-06-17", "2016-06-15"
PROVISIONAL = Said("p", "provisional")
REVISED = Said("r", "revised, counted anew")
# Nobody asks of a rehearsal why its figures are as they are; the checks do.
REASON = f"{INVENTED_MARK}, to rehearse with"

# Of the Metropolitan Police as a whole, by indicator and period.
TEAMS = {
    "soeca_officers_budgeted": {"2014-15": 1000, "2015-16": 1040},
    "soeca_officers_in_post": {
        "2014-06-30": 800, "2014-09-30": 810, "2014-12-31": 830, "2015-03-31": 850,
        "2015-06-30": 840, "2015-09-30": 870, "2015-12-31": 890, "2016-03-31": 900,
    },
    "soeca_officers_abstracted": {"2015-03-31": 100, "2016-03-31": 80},
    "soeca_officers_vacant": {"2015-03-31": 150, "2016-03-31": 140},
    "cse_officers_in_post": {"2015-03-31": 40, "2016-03-31": 50},
    "allegations_rape": {"2014-15": 600, "2015-16": 650},
    "allegations_sexual_assault": {"2014-15": 1900, "2015-16": 2000},
    "allegations_all": {"2014-15": 10000, "2015-16": 10500},
}  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One return: the note under which it is published, its bytes, and reasons for what is asked.

    One that `is_taken_back` is withdrawn at once; one that `waits` is left to a second person.
    """

    note: str
    content: bytes
    reasons: Mapping[str, str] = field(default_factory=dict)
    is_taken_back: bool = False
    waits: bool = False


def steps(files: Files) -> tuple[Step, ...]:
    """All of them, in their order.

    Raises:
        ReferenceFileError: a list or a kind of return cannot be read.
    """
    kinds, codes = returns.load(files), tuple(boroughs(files))
    first, second = ([f"{year} {quarter}" for quarter in QUARTERS] for year in YEARS)
    mutilations = [
        figures.mutilation([f"{year} {quarter}" for quarter in QUARTERS], codes)
        for year in CALENDAR_YEARS
    ]

    def observed(note: str, *rows: Row, **how) -> Step:
        return Step(_note(note), returns.written(kinds[OBSERVATIONS], *rows), **how)

    def said(note: str, kind: str, *rows: Row) -> Step:
        return Step(_note(note), returns.written(kinds[kind], *rows))

    # What the first return of the year says of its last quarter is provisional.
    early = (*figures.exploitation(first[:3], codes),
             *figures.exploitation(first[3:], codes, PROVISIONAL))  # fmt: skip
    wrong = figure("soeca_officers_in_post", "2014-12-31", MET, 8300, PLAIN)
    mended = figure("soeca_officers_in_post", "2015-03-31", MET, 860,
                    Said("", "corrected, one team was left out"))  # fmt: skip
    waiting = figure("soeca_officers_in_post", "2016-06-30", MET, 910, PROVISIONAL)
    # What is small in a borough takes a second or more of each build from then on: it comes last.
    return (
        said("what bodies say of the recommendations", STATUS, *STATUSES),
        said("questions of the first meeting", ACTION, *ASKED),
        said("answers and promises after it", ACTION, *ANSWERED),
        said("running order of the next meeting", RUNNING_ORDER, *_running_order()),
        observed("officers and allegations 2014-15", *_teams(YEARS[0])),
        observed("a figure typed wrongly", wrong, is_taken_back=True,
                 reasons={"changes_are_explained": REASON}),
        observed("officers in post on 31 March 2015 corrected", mended),
        observed("officers in post in June 2016", waiting, waits=True),
        observed("CSE referrals 2014-15, FGM referrals 2014", *early, *mutilations[0]),
        observed("CSE referrals 2014-15 Q4 revised, and 2015-16 to September",
                 *figures.exploitation(first[3:], codes, REVISED, more=figures.STEP),
                 *figures.exploitation(second[:2], codes)),
        observed("CSE referrals to March 2016, FGM referrals 2015, officers and allegations",
                 *figures.exploitation(second[2:], codes, PROVISIONAL), *mutilations[1],
                 *_teams(YEARS[1]), reasons={"quarters_are_explained": REASON}),
    )  # fmt: skip


def _note(text: str) -> str:
    return f"{INVENTED_MARK}: {text}"


def _teams(year: str) -> list[Row]:
    """What is said of the Met as a whole for a financial year, and for days in it."""
    begins, ends = f"{year[:4]}-04-01", f"{int(year[:4]) + 1}-03-31"
    return [
        figure(name, period, MET, number, PLAIN)
        for name, by_period in TEAMS.items()
        for period, number in by_period.items()
        if period == year or begins <= period <= ends
    ]


def _status(ask: str, day: str, author: str, **said: str) -> Row:
    cells = {"ask": ask, "status_date": day, "author": author, **said}
    if "evidence" not in said:
        cells["reason"] = (
            f"{INVENTED_MARK}: {said['reason']}" if "reason" in said else INVENTED_MARK
        )
    return cells


def _paper(title: str, day: str) -> str:
    return f"{INVENTED_MARK}: {title} | | {day} | p. 1"


STATUSES = (
    _status("R1a", "2014-10-01", "Met", response="accepted", delivery="in progress"),
    _status("R1b", "2014-10-01", "Met", response="accepted in part", delivery="in progress"),
    _status("R3b", "2014-10-01", "Met", response="accepted", delivery="in progress"),
    _status("R3b", "2015-01-20", "Met", delivery="claimed complete",
            evidence=_paper("Paper on local intelligence", "2015-01-20")),
    _status("R3b", "2015-03-10", "Committee", delivery="closed: implemented",
            evidence=_paper("Minutes of the Committee", "2015-03-10")),
    _status("R5a", "2014-10-01", "Met", response="not accepted"),
    _status("R6a", "2014-10-01", "Met", response="accepted", delivery="in progress"),
    _status("R6a", "2015-07-10", "Met", delivery="claimed complete",
            evidence=_paper("Review of the protocol", "2015-07-10")),
    _status("R6b", "2015-06-01", "Met", response="accepted", delivery="in progress",
            revised_due_date="2015-12-31", reason="the review waits for a year of figures"),
    _status("R8a", "2014-11-01", "MOPAC", response="accepted in principle",
            delivery="in progress"),
    _status("R8b", "2015-05-01", "MOPAC", response="accepted", delivery="in progress"),
)  # fmt: skip


def _asked(question: str, about: str, of: str, outcome: str = "asked", **said: str) -> Row:
    return {
        "meeting_date": FIRST_MEETING, "question": f"{INVENTED_MARK}: {question}",
        "about": about, "asked_of": of, "outcome": outcome, "author": "Committee", **said,
    }  # fmt: skip


COUNTED = ("How many CSE referrals has each borough counted?", CSE, "Met")
POSTS = ("How many posts are filled?", "soeca_officers_in_post", "Met")
PROTOCOL = ("When will the review of the protocol be published?", "R6a", "Met")
MEETING = ("When is the next challenge meeting?", "R8b", "MOPAC")
ASKED = tuple(_asked(*one) for one in (COUNTED, POSTS, PROTOCOL, MEETING))
ANSWERED = (
    _asked(*COUNTED, "answered", answer=f"{INVENTED_MARK}: a table was given for each quarter."),
    _asked(*PROTOCOL, "promised", promised_by="Met", due_date="2015-09-30"),
    _asked(*MEETING, "promised", promised_by="MOPAC", due_date="2016-06-30"),
)


def _running_order() -> list[Row]:
    """Not the standard order, with one slide of an indicator and one question of one's own."""
    shown = [
        ("where_we_are", "5"), ("cse", "10"), (CSE, "5"), ("workforce", "10"), ("fgm", "10"),
        ("overdue", "10"), ("questions", "20"), (returns.OWN_QUESTION, ""),
    ]  # fmt: skip
    own = f"{INVENTED_MARK}: What would you do with ten more officers?"
    return [
        {
            "meeting_date": NEXT_MEETING, "position": str(place), "slide": slide,
            "minutes": minutes,
            "note": own if slide == returns.OWN_QUESTION else INVENTED_MARK,
        }
        for place, (slide, minutes) in enumerate(shown, start=1)
    ]  # fmt: skip
