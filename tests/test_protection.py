"""Small numbers about children are hidden or rounded before anything is published."""

from __future__ import annotations

import duckdb
import numpy as np
import pytest

from oversight import publishing, store
from oversight.disclosure import LONDON, Key, Word
from oversight.disclosure.rule import Treatment
from tests.conftest import CLERK, a_return
from tests.mistake import send
from tests.readers import PERIODS, Published, added_up, key
from tests.test_publishing import cells_with

BY_BOROUGH_AND_SEX = a_return(
    "cse_referrals,2014-15 Q1,London,,8144,,",
    "cse_referrals,2014-15 Q1,Camden,,3,,was 3 in all",
    "cse_referrals,2014-15 Q1,Brent,,8141,,8141 with late ones",
    "cse_referrals,2014-15 Q1,Brent,sex=female,8141,,",
    "cse_referrals,2014-15 Q1,Brent,sex=male,0,,",
    "cse_referrals,2014-15 Q2,Camden,,20,,",
    "cse_referrals,2014-15 Q2,Brent,,8146,,",
    "cse_referrals,2014-15 Q3,Camden,,30,,counted late",
    "cse_referrals,2014-15 Q3,Brent,,8142,,",
    "cse_referrals,2014-15 Q4,Camden,,40,p,",
    "cse_referrals,2014-15 Q4,Brent,,8143,,",
)
CAMDEN, BRENT, CROYDON = "E09000007", "E09000005", "E09000008"


def seen(where, number: int) -> dict[tuple, tuple]:
    """value, lower, upper, marker and note of every CSE referral, by period, place and kind."""
    with duckdb.connect(str(where.publication(number)), read_only=True) as connection:
        rows = connection.execute(
            "SELECT period, CASE WHEN level = 'London' THEN level ELSE area END, breakdown,"
            " value, lower, upper, marker, note FROM observation"
            " WHERE indicator = 'cse_referrals'"
        ).fetchall()
    return {row[:3]: row[3:] for row in rows}


def test_few_are_withheld_others_rounded_and_london_is_exact_where_that_is_safe(where, few):
    publishing.publish(where, few, BY_BOROUGH_AND_SEX, CLERK)
    found = seen(where, 2)
    assert found["2014-15 Q1", CAMDEN, ""] == (None, None, None, "c", "withheld to protect people")
    assert found["2014-15 Q1", LONDON, ""] == (8144, 8144, 8144, "", "")
    # A note with a number in it could say the one that is rounded.
    assert found["2014-15 Q1", BRENT, ""] == (8140, 8138, 8142, "", "")
    assert found["2014-15 Q1", BRENT, "sex=male"][:3] == (0, 0, 0)
    assert found["2014-15 Q3", CAMDEN, ""] == (30, 28, 32, "", "counted late")
    # Years are what the build makes of their quarters, with what is known of each.
    assert found["2014-15", CAMDEN, ""] == (None, 84, None, "p", "sum of four quarters")
    assert found["2014-15", BRENT, ""] == (32570, 32562, 32578, "", "sum of four quarters")
    assert where.returned(where.entries()[1].accepted[0]).read_bytes() == BY_BOROUGH_AND_SEX
    assert publishing.verify(where) == []


def test_a_number_that_is_hidden_or_rounded_stands_nowhere_in_the_publication(where, few):
    publishing.publish(where, few, BY_BOROUGH_AND_SEX, CLERK)
    with duckdb.connect(str(where.publication(2)), read_only=True) as connection:
        for number in ("8141", "8146", "was 3"):
            assert cells_with(number, connection) == set()
        assert cells_with("8144", connection) != set()
    for path in (where.publication(2), where.copy):
        content = path.read_bytes()
        assert b"was 3 in all" not in content
        assert b"with late ones" not in content
        assert np.float64(8146).tobytes() not in content
    for row in store.current(where).rows("export/observations"):
        assert not {8141, 8146} & set(row)


def test_a_note_that_could_say_a_count_is_not_printed(where, few):
    rows = [
        "cse_referrals,2014-15 Q1,Camden,,,c,only 3 so withheld",
        "cse_referrals,2014-15 Q1,Brent,,0,,nought and three withdrawn",
        "cse_referrals,2014-15 Q1,Croydon,,33,,thirty and three boys",
        "cse_referrals,2014-15 Q2,London,,60,,of which Camden 3",
        'cse_referrals,2014-15 Q3,London,,61,,"3 of the boys, the others Kensington & Chelsea"',
        "cse_referrals,2014-15 Q4,London,,62,,as sent on 3 May 2015 for Q4",
        "cse_referrals,2013-14 Q4,Camden,,30,,a trio",
        "cse_referrals,2013-14 Q4,Brent,,30,,Ⅲ withdrawn",
        "cse_referrals,2013-14 Q4,Croydon,,30,,٣ girls",
        "soeca_officers_maternity,2014-09-30,Metropolitan Police,,,c,three officers (3)",
        "mash_rereferral_rate,2014-15 Q4,Camden,,3,,3 CSE referrals of girls",
        "fgm_referrals,2014,London,,74,,70 before 3 May",
        "cse_referrals,2014-15 Q3,Brent,,20,,counted late",
    ]
    publish(where, few, *rows)
    notes = {row[:2]: figures[4] for row, figures in seen(where, 2).items() if row[0] > "2013"}
    assert notes["2014-15 Q1", CAMDEN] == notes["2014-15 Q1", BRENT] == ""
    assert notes["2014-15 Q1", CROYDON] == notes["2014-15 Q2", LONDON] == ""
    assert notes["2014-15 Q3", LONDON] == ""
    assert {notes["2013-14 Q4", place] for place in (CAMDEN, BRENT, CROYDON)} == {""}
    assert notes["2014-15 Q3", BRENT] == "counted late"
    # Days, years and quarters are no counts.
    assert notes["2014-15 Q4", LONDON] == "as sent on 3 May 2015 for Q4"
    every = {row.note for row in store.current(where).rows("export/observations")}
    assert every.isdisjoint({"three officers (3)", "3 CSE referrals of girls"})
    # Of FGM nothing smaller is given that it could tell of.
    assert "70 before 3 May" in every


def test_the_note_of_a_publication_names_no_borough_beside_a_number(where, few):
    content = a_return("cse_referrals,2014-15 Q1,Camden,,20,,")
    for note in ("Camden 3 and others", "Three of Camden", "3 declined in Camden", "Camden: twins"):
        with pytest.raises(publishing.UnfitWords, match="names a borough and a number"):
            publishing.publish(where, few, content, CLERK, note)
    publishing.publish(where, few, content, CLERK, "Camden, 2014-15 Q1, sent on 3 March 2015")
    assert where.current().number == 2


def test_whether_a_figure_is_marked_revised_tells_nothing_of_what_was_hidden(where, few):
    """31 for all and 6 girls look like 30 and 5; that one of them became 30 is not told either."""
    for number, (everybody, girls) in enumerate([(30, 5), (31, 6), (32, 7)], start=2):
        counts = {"": everybody, "sex=female": girls, "sex=male": 25}
        rows = [f"cse_referrals,2014-15 Q1,Camden,{kind},{n},," for kind, n in counts.items()]
        publish(where, few, *rows)
        found = {kind: seen(where, number)["2014-15 Q1", CAMDEN, kind] for kind in counts}
        assert found["sex=female"][:4] == (None, None, None, "c")
        assert found["sex=male"] == (25, 23, 27, "", "")
        assert found[""] == (30, 28, 32, "", "")


def test_a_quarter_that_staff_withhold_for_london_is_still_theirs_to_cover(where, few):
    rows = [f"allegations_neglect,2014-15 Q{quarter},{{place}},,100,," for quarter in (1, 2, 3)]
    rows += [
        "allegations_neglect,2014-15 Q4,{place},,,c,",
        "allegations_neglect,2014-15,{place},,400,,",
    ]
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(where, few, a_return(*(r.format(place="London") for r in rows)), CLERK)
    assert [finding.check for finding in refused.value.findings] == ["withheld_stays_hidden"]
    # For a borough all others are rounded, which leaves 86 to 114 for it.
    publishing.publish(where, few, a_return(*(r.format(place="Camden") for r in rows)), CLERK)
    shown = {
        row.period: (row.lower, row.upper)
        for row in store.current(where).rows("export/observations")
        if row.indicator == "allegations_neglect" and row.period.startswith("2014-15")
    }
    assert shown == {
        "2014-15 Q1": (98, 102), "2014-15 Q2": (98, 102), "2014-15 Q3": (98, 102),
        "2014-15 Q4": (None, None), "2014-15": (398, 402),
    }  # fmt: skip


@pytest.mark.parametrize("again", [[], ["fgm_referrals,2013,London,,69,,"]])
def test_a_total_that_the_report_printed_hides_nobody_when_a_return_says_it_again(
    where, few, again
):
    """69 less 68 to 72 would leave 1 for Camden, however London is shown from now on."""
    publish(where, few, "fgm_referrals,2013,Camden,,1,,", "fgm_referrals,2013,Brent,,68,,", *again)
    shown = {
        row.geography: (row.lower, row.upper)
        for row in store.current(where).rows("export/observations")
        if (row.indicator, row.period) == ("fgm_referrals", "2013")
    }
    assert shown == {"London": (69, 69), "Camden": (None, None), "Brent": (None, None)}


PLACES = {"Camden": CAMDEN, "Brent": BRENT, "Croydon": CROYDON}
QUARTERS = ("Q1", "Q2", "Q3", "Q4")


@pytest.mark.must("signal", 3)
def test_a_count_of_3_cannot_be_had_from_years_boroughs_or_earlier_publications(
    where, few, measured
):
    """Each is published as a real return; a reader who keeps all publications asks a solver."""
    without = world({"Camden": (9, 12, 10, 14), "Brent": (41, 39, 40, 38)})
    with_it = world({**counts_of(without), "Croydon": (3, 11, 14, 9)})
    later = world({**counts_of(with_it), "Croydon": (3, 11, 14, 12)})
    kept = Published({})
    steps = [
        ("boroughs and London", without, rows_of(without, ("Camden", "Brent", "London"))),
        ("one borough more, and London anew", with_it, rows_of(with_it, ("Croydon", "London"))),
        ("a year anew", later, rows_of(later, ("Croydon", "London"), QUARTERS[3:])),
    ]
    steps.append(("that withdrawn again", with_it, []))
    true, places = [], tuple(PLACES.values())
    for number, (what, counts, rows) in enumerate(steps, start=2):
        if rows:
            publish(where, few, *rows)
        else:
            publishing.withdraw(where, few, number - 1, CLERK, "Counted twice")
        true.append(counts)
        keep(kept, where, number, counts)
        assert kept.told_too_well(true, places) == []
        hidden = [one for one, said in kept.shown[-1].items() if isinstance(said, Treatment)]
        if number > 2:
            assert key("Q1", CROYDON) in hidden
        measured(f"{what}: {len(hidden)} counts hidden, none known to fewer than 4 numbers")
    assert publishing.verify(where) == []


def world(counts: dict[str, tuple[int, ...]]) -> dict[Key, int]:
    """Every total of these quarters, a borough without any counted as nought; all are girls."""
    found = {}
    for name, code in PLACES.items():
        for quarter, count in zip(QUARTERS, counts.get(name, (0, 0, 0, 0)), strict=True):
            found |= {key(quarter, code, "sex=female"): count, key(quarter, code, "sex=male"): 0}
    return added_up(found, tuple(PLACES.values()))


def counts_of(counts: dict[Key, int]) -> dict[str, tuple[int, ...]]:
    return {
        name: tuple(counts[key(quarter, code)] for quarter in QUARTERS)
        for name, code in PLACES.items()
    }


def rows_of(counts, names, quarters=QUARTERS) -> list[str]:
    """The rows of a return: these quarters and their year of these places, unsplit."""
    return [
        f"cse_referrals,2014-15{' ' + period if period != 'year' else ''},{name},,"
        f"{counts[key(period, PLACES.get(name, LONDON))]},,"
        for name in names
        for period in (*quarters, "year")
    ]


def keep(kept: Published, where, number: int, counts: dict[Key, int]) -> None:
    """Remember what a publication shows, and what was said of it."""
    said, shown = {}, {}
    for (period, place, kind), figures in seen(where, number).items():
        if not period.startswith("2014-15"):
            continue
        one = key(period[8:] or "year", place, kind)
        said[one] = Word(counts[one], counts[one])
        is_hidden = figures[3] == "c"
        shown[one] = Treatment.ALSO if is_hidden else (figures[1], figures[2])
    kept.said.append(said)
    kept.shown.append(shown)
    assert set(PERIODS) == {*QUARTERS, "year"}


def publish(where, few, *rows: str) -> None:
    """Publish, whatever is asked about explained."""
    send(where, few, a_return(*rows))
