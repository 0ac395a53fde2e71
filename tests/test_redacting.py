"""A figure published by mistake is taken out for good, by two people; all else stays as it was."""

from __future__ import annotations

import pytest

from oversight import publishing, store
from oversight.commands import main
from oversight.publishing import redacting
from oversight.publishing.redacting import NotRedactable
from tests.conftest import CLERK, a_return, snapshot
from tests.mistake import (
    BELL,
    BRENT,
    CAMDEN,
    OF_CAMDEN,
    PRINTED,
    SHAW,
    WITHOUT_IT,
    bytes_of,
    held,
    observations,
    redacted,
    send,
)
from tests.serving import reading_in, served


@pytest.mark.must("vintages", 5)
@pytest.mark.browser
def test_a_redacted_figure_is_in_no_file_and_all_else_stays_and_the_page_says_so(
    mistaken, tabs, measured, capsys
):
    before = {number: observations(mistaken, number) for number in (1, 2, 3, 4)}
    at = {entry.number: entry.at for entry in mistaken.entries()}
    cell = ("cse_referrals", "2014-15 Q1", CAMDEN, "")
    shown = "/cse_and_fgm?publication=2"
    assert len(held(mistaken)) >= 4
    where = mistaken
    with served(where) as server, reading_in(tabs, server) as reader:
        assert "Redacted on" not in reader.open(shown).text
        place = ["--home", str(where.path)]
        asked = ["redact", "--publication", "2", "--cell", OF_CAMDEN, "--reason", "By mistake"]
        assert main([*asked, "--by", "Ms Bell", *place]) == 0
        assert main(["pending", *place]) == 0
        assert "redaction of CSE referrals, 2014-15 Q1, Camden" in capsys.readouterr().out
        assert main(["approve", "1", "--by", "ms bell", *place]) == 1
        assert main(["approve", "1", "--by", "Mr Shaw", *place]) == 0
        assert "no longer hold the figure of CSE referrals" in capsys.readouterr().out
        text = reader.open(shown).text
        assert "one figure of CSE referrals, 2014-15 Q1, Camden is withheld [c]" in text
        assert not any(printed in text for printed in PRINTED)
    assert held(where) == set()
    files = sum(1 for _ in bytes_of(where))
    measured(f"48,270 is in none of {files} files, packed ones and tables with them")
    after = {number: observations(where, number) for number in before}
    differing = {
        (number, key)
        for number in before
        for key in before[number].keys() | after[number].keys()
        if before[number].get(key) != after[number].get(key)
    }
    assert differing == {(number, cell) for number in (2, 3, 4)}
    same = sum(map(len, after.values())) - len(differing)
    measured(f"{same:,} other figures of 4 publications are as they were")
    assert {entry.number: entry.at for entry in where.entries()} == at
    (kept,) = [e.accepted[0] for e in where.entries() if e.number == 2]
    assert where.returned(kept).read_bytes() == WITHOUT_IT
    assert publishing.verify(where) == []
    measured("numbers, times and addresses stay; every publication is rebuilt as it is now")
    main(["export", "--publication", "3", *place])
    main(["publications", "--receipts", "--json", *place])
    told = capsys.readouterr().out
    assert "Redacted on" in told
    assert not any(printed in told for printed in PRINTED)


def test_a_reader_that_had_it_open_lets_go_and_publishing_goes_on(mistaken, few):
    seen = store.numbered(mistaken, 2)
    assert 48270 in [row.value for row in seen.rows("export/observations")]
    redacted(mistaken)
    assert store.numbered(mistaken, 2) is not seen
    for number in (2, 3, 4):
        rows = store.numbered(mistaken, number).rows("export/observations")
        assert 48270 not in [row.value for row in rows]
    send(mistaken, few, a_return("fgm_referrals,2015,London,,80,,"))
    publishing.withdraw(mistaken, few, 2, CLERK, "Counts of another year")
    mistaken.publication(3).unlink()
    assert publishing.rebuild(mistaken, CLERK) == [3]
    assert publishing.verify(mistaken) == []
    assert held(mistaken) == set()
    assert [len(entry.redacted) for entry in mistaken.entries()] == [0, 1, 1, 1, 0, 0]


def test_a_second_figure_of_the_same_publication_is_redacted_after_the_first(mended):
    made = redacted(mended, "cse_referrals,2014-15 Q2,Camden", publication=2)
    assert made.publications == (2, 3, 4)
    (two, three) = (mended.entries()[number].redacted for number in (1, 2))
    assert [notice.cell for notice in two] == [
        "CSE referrals, 2014-15 Q1, Camden", "CSE referrals, 2014-15 Q2, Camden",
    ]  # fmt: skip
    # In publication 3 the number that was sent since stands, and it was no mistake.
    assert [notice.is_elsewhere for notice in three] == [False, True]
    assert observations(mended, 3)["cse_referrals", "2014-15 Q2", CAMDEN, ""]["value"] == 48310
    assert publishing.verify(mended) == []
    assert {path.name for path in mended.publications.iterdir()} == {
        "000001.duckdb", *(f"00000{number}-redacted-2.duckdb" for number in (2, 3, 4)),
    }  # fmt: skip


def test_what_would_give_it_away_is_withheld_with_it_and_counted(where, few):
    """47 at most less 13, 8 and 18 at least would leave 8 for the second quarter, and no more."""
    rows = [f"cse_referrals,2014-15 Q{quarter},Camden,,{n},,"
            for quarter, n in ((1, 13), (2, 8), (3, 8), (4, 18))]  # fmt: skip
    send(where, few, a_return(*rows, "cse_referrals,2014-15,Camden,,47,,"))
    made = redacted(where, "cse_referrals,2014-15 Q2,Camden")
    assert made.further == 1
    markers = {key[1]: row["marker"] for key, row in observations(where, 2).items()
               if key[0] == "cse_referrals" and key[2] == CAMDEN}  # fmt: skip
    assert list(markers.values()).count("c") == 2
    assert markers["2014-15 Q2"] == "c"
    (notice,) = where.current().redacted
    assert (notice.cell, notice.further) == ("CSE referrals, 2014-15 Q2, Camden", 1)
    assert publishing.verify(where) == []


def test_a_quarter_of_london_is_not_taken_out_alone_where_its_year_gives_it_away(where, few):
    rows = [f"allegations_neglect,2014-15 Q{quarter},London,,{n},,"
            for quarter, n in ((1, 48270), (2, 50), (3, 60), (4, 70))]  # fmt: skip
    send(where, few, a_return(*rows, "allegations_neglect,2014-15,London,,48450,,"))
    first = "allegations_neglect,2014-15 Q1,London"
    before = snapshot(where)
    with pytest.raises(NotRedactable, match=r"gives? it away.* Give --cell for one of them"):
        redacted(where, first)
    after = snapshot(where)
    assert {name: after[name] for name in before} == before
    redacting.drop(where, 1, SHAW)
    assert redacted(where, first, "allegations_neglect,2014-15,London").further == 0
    assert held(where) == set()


@pytest.mark.parametrize(
    ("brent", "camden", "harrow", "london"), [(13, 1, 1, None), (12, 6, 6, (23, 27))]
)
def test_what_was_hidden_or_rounded_is_not_told_more_exactly_after_a_redaction(
    where, few, brent, camden, harrow, london
):
    """Without Brent London could be shown as it is; but readers saw what Brent was."""
    counts = {"Brent": brent, "Camden": camden, "Harrow": harrow, "London": brent + camden + harrow}
    send(where, few, a_return(*(f"cse_referrals,2014-15 Q1,{place},,{n},,"
                                for place, n in counts.items())))  # fmt: skip
    (shown,) = [row for key, row in observations(where, 2).items()
                if key[:2] == ("cse_referrals", "2014-15 Q1") and key[2] not in (CAMDEN, BRENT)
                and row["level"] == "London"]  # fmt: skip
    assert (
        (shown["marker"] == "c") if london is None else ((shown["lower"], shown["upper"]) == london)
    )
    of_brent, of_london = "cse_referrals,2014-15 Q1,Brent", "cse_referrals,2014-15 Q1,London"
    with pytest.raises(NotRedactable, match=r"Q1, London: this figure would be told more exactly"):
        redacted(where, of_brent)
    redacting.drop(where, 1, SHAW)
    redacted(where, of_brent, of_london)
    markers = {row["marker"] for key, row in observations(where, 2).items()
               if key[:2] == ("cse_referrals", "2014-15 Q1")}  # fmt: skip
    assert markers == {"c"}


def test_returns_that_wait_and_say_the_same_are_dropped_and_others_stay(mistaken, few):
    same = a_return(f"{OF_CAMDEN},,48270,,", "cse_referrals,2014-15 Q2,Brent,,48200,,")
    other = a_return(f"{OF_CAMDEN},,48275,,")
    for content in (same, other):
        publishing.hold(mistaken, few, content, BELL, "", {}, publishing.DRAFT)
    assert redacted(mistaken).dropped == (1,)
    assert [one.number for one in publishing.pending(mistaken)] == [2]
    assert held(mistaken) == set()


def test_where_the_same_was_sent_with_the_figure_withheld_both_returns_stand(where, few):
    send(where, few, a_return(f"{OF_CAMDEN},,48270,,", "fgm_referrals,2014,London,,74,,"))
    send(where, few, a_return(f"{OF_CAMDEN},,,c,", "fgm_referrals,2014,London,,74,,"))
    before = observations(where, 3)
    redacted(where)
    assert len({entry.accepted for entry in where.entries()}) == 3
    assert observations(where, 3) == before
    assert held(where) == set()


def test_a_note_beside_what_was_sent_in_its_place_does_not_say_it(mistaken, few):
    send(mistaken, few, a_return(f"{OF_CAMDEN},,48275,r,was 48 270"))
    waits = a_return(f"{OF_CAMDEN},,48276,r,and not 48270")
    publishing.hold(mistaken, few, waits, BELL, "", {}, publishing.DRAFT)
    assert redacted(mistaken).dropped == (1,)
    found = observations(mistaken, 5)["cse_referrals", "2014-15 Q1", CAMDEN, ""]
    assert (found["value"], found["marker"], found["note"]) == (48275, "r", "")
    assert held(mistaken) == set()
    assert publishing.verify(mistaken) == []
