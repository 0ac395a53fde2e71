"""Rehearsing a return: what it would change, told before anything is changed, and kept nowhere."""

from __future__ import annotations

import csv
import functools
import gc
import json
from types import FunctionType, ModuleType

import pytest

from oversight import packs, publishing, questions, rehearsal, store, told
from oversight.commands import main
from oversight.home import Home
from oversight.rehearsal import Rehearsal
from oversight.told import Difference
from tests.conftest import CLERK, a_return, snapshot

RESTATED = a_return("allegations_rape,2013-14,London,,601,r,counted again")
# One borough's count is few; a second is withheld, for London less the others gives the first away.
BOROUGHS = (
    "cse_referrals,2014-15 Q1,Camden,,1,,",
    "cse_referrals,2014-15 Q1,Brent,,1,,",
    "cse_referrals,2014-15 Q1,Barnet,,13,,",
    "cse_referrals,2014-15 Q1,London,,15,,",
)
# To say that boys were one more, and so were all, would tell how many boys there had been.
GIRLS_AND_BOYS = (
    "cse_referrals,2014-15 Q1,London,,60,,",
    "cse_referrals,2014-15 Q1,London,sex=female,53,,",
    "cse_referrals,2014-15 Q1,London,sex=male,7,,",
    "cse_referrals,2014-15 Q2,London,,60,,",
    "cse_referrals,2014-15 Q2,London,sex=female,50,,",
    "cse_referrals,2014-15 Q2,London,sex=male,10,,",
)
ONE_BOY_MORE = (
    "cse_referrals,2014-15 Q1,London,,61,,",
    "cse_referrals,2014-15 Q1,London,sex=male,8,,",
)
UNMISTAKABLE = 7_654_321


def rehearse(where: Home, few, *rows: str) -> Rehearsal:
    """A return of these rows, rehearsed; nothing in the home may change by it."""
    before = snapshot(where)
    made = rehearsal.rehearse(where, few, a_return(*rows), CLERK)
    assert snapshot(where) == before
    return made


def told_of(where: Home) -> dict[tuple[str, str, str], str]:
    """All that readers are told now, by kind, page and name."""
    publication = store.current(where)
    position = packs.position(publication, publication.published_on)
    put = questions.chosen(questions.asked(position), position.agenda)
    return {(one.kind, one.page, one.name): one.text for one in told.told(position, put)}


@pytest.mark.must("vintages", 1)
def test_a_restated_year_shows_what_would_read_differently_and_publishing_reads_so(
    where, few, measured
) -> None:
    before, stood = told_of(where), snapshot(where)
    made = rehearsal.rehearse(where, few, RESTATED, CLERK)
    assert snapshot(where) == stood
    found = {(one.kind, one.name): one for one in made.rehearsed.differences}
    (title,) = [one for one in made.rehearsed.of("headline")
                if (one.page, one.name) == ("allegations", "title")]  # fmt: skip
    assert "rose 13% between 2012-13 and 2013-14" in title.before
    assert "rose 14% between 2012-13 and 2013-14" in title.after
    assert found["card", "allegations"].before.splitlines()[2] == "2,386"
    assert found["card", "allegations"].after.splitlines()[2] == "2,404 [r]"
    assert found["baseline", "2012-13"].before.endswith("Rape +14%")
    assert found["baseline", "2012-13"].after.endswith("Rape +18%")
    for claim in ("A05", "A06", "A07"):
        assert "restated" not in found["claim", claim].before
        assert found["claim", claim].after.endswith("Since restated: 601 [r] from 511, +18%.")
        assert found["claim", claim].after.startswith(found["claim", claim].before.split("\n")[0])
    publishing.publish(where, few, RESTATED, CLERK, against=made.rehearsed.stand)
    foretold = dict(before)
    for one in made.rehearsed.differences:
        foretold[one.kind, one.page, one.name] = one.after
    assert {key: text for key, text in foretold.items() if text is not None} == told_of(where)
    measured(f"{len(made.rehearsed.differences)} of {len(before)} things told read differently")


def test_cells_stand_as_they_were_sent_and_as_readers_see_them(where, few) -> None:
    publishing.publish(where, few, a_return("fgm_referrals,2014,London,,74,p,"), CLERK)
    made = rehearse(where, few, "fgm_referrals,2014,London,,80,,", *BOROUGHS)
    cells = made.rehearsed.cells
    told_first, *_ = cells.first(1)
    assert (told_first.sent_before.text, told_first.sent_in) == ("74 [p]", 2)
    assert (told_first.sent_now.text, told_first.becomes) == ("80", "changed")
    assert (told_first.before.text, told_first.after.text) == ("74 [p]", "80 [r]")
    assert (cells.seen, cells.sent) == ({"changed": 1, "new": 4}, {"changed": 1, "new": 4})
    table = csv.DictReader(cells.as_csv({"status": "x"}).decode("utf-8-sig").splitlines())
    rows = {(row["indicator"], row["geography"]): row for row in table}
    camden, london = rows["cse_referrals", "Camden"], rows["cse_referrals", "London"]
    assert (camden["sent_now"], camden["public_after"]) == ("1", "[c]")
    assert camden["why_withheld"] == "so few people that the number could point at a child"
    assert (london["sent_now"], london["public_after"]) == ("15", "[c]")
    assert london["why_withheld"] == (
        "the rest would give away what is withheld: Brent, 2014-15 Q1"
    )
    assert rows["cse_referrals", "Barnet"]["public_after"] == "15 ±2"
    assert rows["fgm_referrals", "London"]["public_difference"] == "6"
    assert len(cells.withheld) == made.checked.withheld == 3


def test_others_that_a_return_hides_are_counted_and_named_and_some_never_come_back(
    where, few, tmp_path, capsys
) -> None:
    publishing.publish(where, few, a_return(*GIRLS_AND_BOYS), CLERK)
    harmless = rehearse(where, few, "fgm_referrals,2014,London,,74,,").rehearsed
    assert (len(harmless.cells.others), harmless.makes_inexact) == (0, False)
    made = rehearse(where, few, *ONE_BOY_MORE)
    cells = made.rehearsed.cells
    assert [
        (one.period, one.breakdown, one.before.text, one.after.text) for one in cells.others
    ] == [
        ("2014-15 Q1", "sex=female", "55 ±2", "[c]"),
        ("2014-15 Q2", "sex=female", "50 ±2", "[c]"),
        ("2014-15 Q2", "sex=male", "10 ±2", "[c]"),
    ]
    assert made.checked.changed + len(cells.others) == cells.seen["changed"]
    # All of London in the first quarter is exact now; to withdraw the return would round it.
    assert made.rehearsed.makes_inexact
    (tmp_path / "return.csv").write_bytes(a_return(*ONE_BOY_MORE))
    assert main(["check", str(tmp_path / "return.csv"), "--home", str(where.path)]) == 0
    said = capsys.readouterr().out
    assert (
        "Not in the return: 3 others read otherwise: CSE referrals to the Met, 2014-15 Q1," in said
    )
    assert "2014-15 Q2, sex=male: now 10 ±2, after [c]." in said


def test_what_follows_from_a_return_is_rehearsed_with_it(where, few) -> None:
    quarters = [
        f"allegations_rape,2014-15 Q{quarter},London,,15{quarter},," for quarter in (1, 2, 3, 4)
    ]
    cells = rehearse(where, few, *quarters).rehearsed.cells
    (year,) = [cell for cell in cells if not cell.is_sent]
    assert (year.period, year.sent_now, year.after.text) == ("2014-15", None, "610")


def test_a_return_in_words_has_no_cells_and_says_which_status_changes(where, few) -> None:
    content = (
        b"ask,status_date,response,delivery,evidence,revised_due_date,reason,author\n"
        b"R6a,2015-03-01,accepted,in progress,,,,Met\n"
    )
    made = rehearsal.rehearse(where, few, content, CLERK).rehearsed
    assert made.cells is None
    (status,) = made.of("status")
    assert (status.name, status.page) == ("R6a", "recommendations")
    assert "Met: accepted, in progress" in status.after
    assert made.of("baseline") == ()


def test_nothing_is_rehearsed_of_what_is_to_be_mended(where, few) -> None:
    made = rehearse(where, few, "allegations_rape,2013-14,London,,9000,,")
    assert made.checked.blocks and made.rehearsed is None


def test_a_return_is_not_published_against_other_figures_than_it_was_rehearsed_against(
    where, few
) -> None:
    first = rehearsal.rehearse(where, few, RESTATED, CLERK)
    publishing.publish(where, few, a_return("fgm_referrals,2014,London,,74,,"), CLERK, "FGM")
    stood = snapshot(where)
    with pytest.raises(publishing.Moved, match="against publication 1, and publication 2 has come"):
        publishing.publish(where, few, RESTATED, CLERK, against=first.rehearsed.stand)
    assert snapshot(where) == stood
    again = rehearsal.rehearse(where, few, RESTATED, CLERK)
    moved = rehearsal.since(where, first.rehearsed, again.rehearsed)
    assert [(one.number, one.by, one.note) for one in moved.publications] == [
        (2, CLERK.name, "FGM")
    ]
    # What FGM brought reads the same on both sides now.
    assert {one.name for one in moved.lines} <= {"title"}
    made = publishing.publish(where, few, RESTATED, CLERK, against=again.rehearsed.stand)
    assert made.number == 3


QUARTERS = [f"cse_referrals,2014-15 Q{quarter},London,,{value},,"
            for quarter, value in enumerate((120, 130, 150, 140), start=1)]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "quarter", "asked"),
    [
        (QUARTERS, "180", ["quarters_are_explained"]),
        (QUARTERS, "170", []),  # 1.42 times
        (QUARTERS, "360", ["changes_are_explained"]),  # three times: asked about once
        (QUARTERS[:1] + QUARTERS[2:], "180", []),  # one of the four is not known
    ],
)
def test_a_quarter_unlike_that_of_the_year_before_asks_for_a_reason(
    where, few, before, quarter, asked
) -> None:
    row = f"cse_referrals,2015-16 Q1,London,,{quarter},,"
    checked = publishing.check(where, few, a_return(*before, row), CLERK)
    assert [finding.check for finding in checked.findings] == asked


def test_the_command_tells_in_words_and_for_machines_what_would_read_differently(
    where, tmp_path, capsys
) -> None:
    (tmp_path / "return.csv").write_bytes(RESTATED)
    place = ["--home", str(where.path)]
    assert main(["check", str(tmp_path / "return.csv"), *place]) == 0
    said = capsys.readouterr().out
    assert "would read differently: Allegations, title: now “Rape and sexual assault" in said
    assert main(["check", str(tmp_path / "return.csv"), "--json", *place]) == 0
    answer = json.loads(capsys.readouterr().out)["would_read_differently"]
    assert {"kind", "page", "name", "before", "after"} == answer[0].keys()
    assert "A07" in [one["name"] for one in answer]


def test_the_words_that_differ_are_marked_and_no_others() -> None:
    one = Difference("headline", "p", "title", "rose 13% in\n2014", "rose 14% in\n2014 [r]")
    assert told.words_changed(one) == (
        [("rose ", False), ("13% ", True), ("in · 2014", False)],
        [("rose ", False), ("14% ", True), ("in · 2014 ", False), ("[r]", True)],
    )
    new = told.words_changed(Difference("question", "p", "key", None, "Why?"))
    assert new == ([], [("Why?", True)])


@pytest.mark.must("vintages", 4)
def test_no_memory_of_the_process_holds_a_number_that_was_only_rehearsed(
    where, few, measured
) -> None:
    def rehearsed() -> int:
        made = rehearse(
            where, few, f"cse_referrals,2014-15 Q1,London,,{UNMISTAKABLE},,", *BOROUGHS[:2]
        )
        assert any(str(UNMISTAKABLE) in repr(one.sent_now) for one in made.rehearsed.cells)
        return len(made.rehearsed.differences)

    assert rehearsed() > 0
    gc.collect()
    caches = [one for one in gc.get_objects() if type(one) is functools._lru_cache_wrapper]
    ours = [one for one in caches if str(getattr(one, "__module__", "")).startswith("oversight")]
    looked, found = within(ours)
    assert found == []
    assert len(ours) > 10
    measured(f"{len(ours)} memories of the process, {looked:,} things in them: the number in none")


def within(roots: list) -> tuple[int, list]:
    """How many things hang on these, and those that are or say the number."""
    seen: set[int] = set()
    found, waiting = [], [of for root in roots for of in gc.get_referents(root)]
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, type | ModuleType | FunctionType):
            continue
        seen.add(id(one))
        if one == UNMISTAKABLE if isinstance(one, int | float) else says(one):
            found.append(one)
        waiting += gc.get_referents(one)
    return len(seen), found


def says(one: object) -> bool:
    text = one.decode("latin-1") if isinstance(one, bytes) else one
    return isinstance(text, str) and (str(UNMISTAKABLE) in text or f"{UNMISTAKABLE:,}" in text)
