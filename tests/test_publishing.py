"""Publishing: what a return changes, what is refused, and that a crash leaves old or new."""

from __future__ import annotations

import csv
import hashlib
import io
import json

import duckdb
import pytest

from oversight import ROOT, VERSION, access, home, publishing, store
from oversight.home import Home, HomeError
from oversight.publishing import switching
from tests.conftest import CLERK, a_return, observed, snapshot

FGM_2014 = a_return("fgm_referrals,2014,Metropolitan Police,,74,p,")
FGM_2015 = a_return("fgm_referrals,2015,Metropolitan Police,,80,,")
REASON = {"changes_are_explained": "Counted anew, with every referral since 2008"}
RAPE_BY_QUARTER = a_return(
    "allegations_rape,2014-15 Q1,London,,150,,",
    "allegations_rape,2014-15 Q2,London,,155,,",
    "allegations_rape,2014-15 Q3,London,,148,,",
    "allegations_rape,2014-15 Q4,London,,160,p,",
)


def test_the_first_build_publishes_the_report_and_a_second_has_nothing_to_do(tmp_path, few):
    where = Home(tmp_path / "new" / "live")
    receipt = publishing.ensure_built(where, few, CLERK)
    assert (receipt.number, receipt.by) == (1, "A clerk")
    assert receipt.note.startswith("First publication: the report of July 2014")
    assert observed(where, "allegations_rape")["2013-14"] == (583, 583, 583, "exact", "", 0)
    before = snapshot(where)
    assert publishing.ensure_built(where, few, CLERK) is None
    assert snapshot(where) == before


def test_a_return_with_a_note_that_nobody_sees_is_named_by_its_kind(where, few):
    assert publishing.publish(where, few, FGM_2014, CLERK, "\u2800 ").note == "Observations return"


def test_a_definition_changed_makes_the_next_publication(where, few):
    path = "data/definitions/indicators/allegations_rape.toml"
    changed = {**few, path: few[path].replace(b'label = "', b'label = "Changed: ', 1)}
    receipt = publishing.ensure_built(where, changed, CLERK)
    assert (receipt.number, receipt.note) == (
        2,
        "Definitions, reference lists or report data changed",
    )
    assert publishing.ensure_built(where, changed, CLERK) is None


def test_a_published_return_adds_its_figure_and_changes_no_other(where, few):
    before = store.current(where).rows("export/observations")
    receipt = publishing.publish(where, few, FGM_2014, CLERK, "Autumn return")
    assert (receipt.number, receipt.rows, receipt.note) == (2, 1, "Autumn return")
    assert observed(where, "fgm_referrals")["2014"] == (74, 74, 74, "exact", "p", 0)
    after = store.current(where).rows("export/observations")
    (added,) = [row for row in after if row not in before]
    assert (added.indicator, added.period, added.source) == (
        "fgm_referrals", "2014", "return of publication 2",
    )  # fmt: skip
    assert set(before) < set(after)
    assert store.numbered(where, 1).rows("export/observations") == before


def test_a_year_is_the_sum_of_its_four_quarters_and_as_provisional_as_they_are(after):
    where = after(RAPE_BY_QUARTER)
    assert observed(where, "allegations_rape")["2014-15"] == (613, 613, 613, "exact", "p", 0)


def test_three_quarters_are_no_year(where, few):
    three = b"\n".join(RAPE_BY_QUARTER.splitlines()[:4])
    publishing.publish(where, few, three, CLERK)
    assert "2014-15" not in observed(where, "allegations_rape")


def test_a_calendar_year_is_the_sum_of_its_own_quarters(where, few):
    rows = [f"fgm_referrals,2014 Q{quarter},London,,{quarter}0,," for quarter in (1, 2, 3, 4)]
    publishing.publish(where, few, a_return(*rows), CLERK)
    assert observed(where, "fgm_referrals")["2014"][:4] == (100, 100, 100, "exact")


def test_a_level_is_never_summed_over_quarter_ends(where, few):
    ends = ("2014-06-30", "2014-09-30", "2014-12-31", "2015-03-31")
    rows = [f"soeca_officers_in_post,{end},Metropolitan Police,,900,," for end in ends]
    publishing.publish(where, few, a_return(*rows), CLERK)
    assert {row[0] for row in observed(where, "soeca_officers_in_post").values()} == {900}
    assert len(observed(where, "soeca_officers_in_post")) == 4


def test_a_withheld_quarter_makes_the_year_at_least_and_counts_what_is_withheld(where, few):
    publishing.publish(where, few, RAPE_BY_QUARTER.replace(b"148,,", b",c,"), CLERK)
    assert observed(where, "allegations_rape")["2014-15"] == (None, 465, None, "at least", "p", 1)


def test_a_quarter_that_is_not_available_makes_the_year_at_least_with_none_withheld(where, few):
    publishing.publish(where, few, RAPE_BY_QUARTER.replace(b"148,,", b",x,"), CLERK)
    assert observed(where, "allegations_rape")["2014-15"] == (None, 465, None, "at least", "p", 0)


def test_a_restated_figure_replaces_the_reports_and_the_old_one_stays_in_its_publication(
    where, few
):
    publishing.publish(where, few, a_return("allegations_rape,2013-14,London,,590,r,"), CLERK)
    assert observed(where, "allegations_rape")["2013-14"] == (590, 590, 590, "exact", "r", 0)
    first = store.numbered(where, 1).rows("export/observations")
    old = [row.value for row in first if row.figure == "F04"]
    assert old == [583]


def test_a_figure_withheld_in_a_newer_return_does_not_come_back_from_the_older(where, few):
    odd = a_return("fgm_referrals,2014,London,,7431,,")
    publishing.publish(where, few, odd, CLERK, reasons=REASON)
    publishing.publish(where, few, a_return("fgm_referrals,2014,London,,,c,"), CLERK)
    assert observed(where, "fgm_referrals")["2014"] == (None, None, None, "withheld", "c", 1)
    found = []
    with duckdb.connect(str(where.publication(2)), read_only=True) as connection:
        found.append(cells_with("7431", connection))
    with duckdb.connect(str(where.publication(3)), read_only=True) as connection:
        found.append(cells_with("7431", connection))
    assert found[0] == {
        (table, column)
        for table in ("headline_figure", "london_figure", "observation")
        for column in ("value", "lower", "upper")
    }
    assert found[1] == set()


def cells_with(digits: str, connection: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    """Every table and column of a publication in which the digits stand somewhere."""
    return {
        (table, column)
        for table, column in connection.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
        ).fetchall()
        if connection.execute(
            f"SELECT count(*) FROM {table} WHERE CAST({column} AS VARCHAR) LIKE '%{digits}%'"
        ).fetchone()[0]
    }


def test_the_same_return_twice_is_refused_and_changes_nothing(after, few):
    where = after(FGM_2014)
    before = snapshot(where)
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(where, few, FGM_2014, CLERK)
    assert [str(finding) for finding in refused.value.findings] == [
        "Line 1, column A: This very file has been published already, as publication 2. Nothing was"
        " done."
    ]
    assert snapshot(where) == before


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            ["allegations_rape,2014-15,London,,650,,"],
            "Line 2, value: allegations_rape 2014-15: the year is 650, its quarters add up to"
            " 613. Send the year again with marker r, or mend the quarters.",
        ),
        (
            [
                "allegations_rape,2008-09,London,,383,,",
                "allegations_sexual_assault,2008-09,London,,1071,,",
                "allegations_rape_and_sexual_assault,2008-09,London,,2000,,",
            ],
            "Line 4, value: allegations_rape_and_sexual_assault 2008-09: the total is 2,000, its"
            " parts add up to 1,454. Mend the total or the parts.",
        ),
    ],
)
def test_a_return_that_contradicts_what_stands_is_refused_and_changes_nothing(
    after, few, rows, sentence
):
    where = after(RAPE_BY_QUARTER)
    before = snapshot(where)
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(where, few, a_return(*rows), CLERK)
    assert [str(finding) for finding in refused.value.findings] == [sentence]
    assert snapshot(where) == before


def test_a_year_within_the_reports_limits_is_no_contradiction(where, few):
    row = "allegations_rape_and_sexual_assault,2008-09,London,,1457,,"
    assert publishing.publish(where, few, a_return(row), CLERK).number == 2


def test_who_has_no_right_to_publish_is_refused_and_nothing_changes(where, few):
    visitor, before = access.Principal("A visitor"), snapshot(where)
    with pytest.raises(access.AccessError, match=r"A visitor may not publish\. Ask somebody with"):
        publishing.publish(where, few, FGM_2014, visitor)
    with pytest.raises(access.AccessError):
        publishing.ensure_built(where, {**few, "queries/build/z.sql": b""}, visitor)
    with pytest.raises(access.AccessError):
        publishing.rebuild(where, visitor)
    assert snapshot(where) == before


def test_the_journal_only_grows_and_holds_who_when_and_what(where, few):
    first = where.journal.read_bytes()
    publishing.publish(where, few, FGM_2014, CLERK, "Note with ‘quotes’ and “more” in it")
    assert where.journal.read_bytes().startswith(first)
    entry = where.entries()[-1]
    assert (entry.number, entry.by, entry.code) == (2, "A clerk", VERSION)
    assert entry.accepted == (hashlib.sha256(FGM_2014).hexdigest(),)
    assert entry.file == hashlib.sha256(where.publication(2).read_bytes()).hexdigest()
    assert where.returned(entry.accepted[0]).read_bytes() == FGM_2014
    line = where.journal.read_bytes().splitlines()[-1]
    assert json.loads(where.pointer.read_text()) == {
        "number": 2, "sha256": entry.file, "line": hashlib.sha256(line).hexdigest(),
    }  # fmt: skip
    assert entry.before == hashlib.sha256(first.strip()).hexdigest()


def test_publications_cannot_be_written_and_the_plain_copy_is_the_current_one(after):
    where = after(FGM_2014)
    modes = {path.stat().st_mode & 0o777 for path in where.publications.iterdir()}
    assert modes == {0o444}
    assert where.copy.read_bytes() == where.publication(2).read_bytes()
    assert not where.copy.is_symlink()
    assert where.copy.stat().st_ino != where.publication(2).stat().st_ino


def test_a_second_publisher_is_told_who_is_publishing(where, few):
    before = snapshot(where)
    with (
        switching.writing(where, access.local_user("Ms Bell")),
        pytest.raises(HomeError, match=r"^Ms Bell has been publishing since \d\d:\d\d:\d\d\. Try"),
    ):
        publishing.publish(where, few, FGM_2014, CLERK)
    assert snapshot(where) == before
    assert publishing.publish(where, few, FGM_2014, CLERK).number == 2


def test_no_context_and_an_empty_list_still_make_a_publication(tmp_path, few):
    without_events = {
        **few,
        "data/reference/events.csv": few["data/reference/events.csv"].splitlines(True)[0],
    }
    where = Home(tmp_path / "live")
    assert publishing.ensure_built(where, without_events, CLERK).number == 1


@pytest.mark.must("foundation", 2)
def test_each_figure_of_the_report_is_in_the_publication_with_all_that_is_known_of_it(
    built, files, measured
):
    printed = list(csv.DictReader(io.StringIO(files["data/report/figures.csv"].decode())))
    assert [row["figure"] for row in printed] == [f"F{number:02d}" for number in range(1, 39)]
    with duckdb.connect(str(built.publication(1)), read_only=True) as connection:
        figures = connection.execute("FROM figure").to_arrow_table().to_pylist()
        observations = (
            connection.execute("FROM observation WHERE figure IS NOT NULL")
            .to_arrow_table()
            .to_pylist()
        )
    stored = {row["figure"]: row for row in figures}
    seen = {row["figure"]: row for row in observations}
    assert len(stored) == len(figures) == len(seen) == len(observations) == 38
    for row in printed:
        value, lower, upper = (
            float(row[key]) if row[key] else None for key in ("value", "lower", "upper")
        )
        name = row["figure"]
        for kept in (stored[name], seen[name]):
            for key in ("claim", "indicator", "qualifier", "page", "source", "location", "note"):
                assert kept[key] == row[key], (name, key)
            assert kept["value"] == value, name
            assert str(kept["starts_on"] or "") == row["period_start"], name
            assert str(kept["ends_on"] or "") == row["period_end"], name
            assert kept["period"] == row["period"], name
        assert (stored[name]["lower"], stored[name]["upper"]) == (lower, upper), name
        # An observation's value stands between its limits, so a value alone is both.
        limits = (lower, upper) if value is None else (value, value)
        assert (seen[name]["lower"], seen[name]["upper"]) == limits, name
        assert seen[name]["area"], name
    measured("38 figures compared row by row: value, bounds, qualifier, page, claim, indicator.")


def test_the_export_of_an_older_publication_does_not_change_with_a_newer(where, few):
    before = [tuple(row) for row in store.numbered(where, 1).rows("export/observations")]
    publishing.publish(where, few, RAPE_BY_QUARTER, CLERK)
    store._open.cache_clear()
    assert [tuple(row) for row in store.numbered(where, 1).rows("export/observations")] == before
    with pytest.raises(store.UnknownPublication, match="numbered 1 to 2"):
        store.numbered(where, 3)


def test_a_home_is_named_by_its_whole_path_wherever_the_server_goes(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert home.chosen("live") == Home(tmp_path / "live")
    monkeypatch.setenv("OVERSIGHT_HOME", "elsewhere")
    assert home.chosen() == Home(tmp_path / "elsewhere")
    monkeypatch.delenv("OVERSIGHT_HOME")
    assert home.chosen() == Home(ROOT / "data" / "live")
