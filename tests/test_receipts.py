"""Receipts and reasons: what staff keep of a publication, and what no reader is shown."""

from __future__ import annotations

import hashlib
import json

import duckdb
import pytest

from oversight import publishing, store
from oversight.commands import main
from tests.conftest import CLERK, a_return, observed, snapshot

FGM_2014 = a_return("fgm_referrals,2014,London,,74,p,", "fgm_referrals,2013,London,,70,r,")
TRIPLED = a_return("fgm_referrals,2014,London,,7431,,")
WHY = "Every hospital reports since April"


def test_a_receipt_says_what_came_in_and_what_it_changed(where, few):
    receipt = publishing.publish(where, few, FGM_2014, CLERK, "Autumn return")
    assert receipt == publishing.receipt_of(where, 2)
    assert (receipt.number, receipt.by, receipt.note) == (2, "A clerk", "Autumn return")
    assert (receipt.kind, receipt.rows) == ("observations", 2)
    assert (receipt.new, receipt.changed, receipt.same, receipt.withheld) == (1, 1, 0, 0)
    assert receipt.sha256 == hashlib.sha256(FGM_2014).hexdigest()
    assert receipt.content == where.entries()[-1].content
    assert receipt.rules == publishing.check(where, few, TRIPLED, CLERK).rules
    assert [one.number for one in publishing.receipts(where)] == [1, 2]
    assert publishing.receipt_of(where, 1).sha256 == ""
    with pytest.raises(store.UnknownPublication, match="There is no publication 3, and no rec"):
        publishing.receipt_of(where, 3)


def test_another_set_of_rules_has_another_digest(where, few):
    path = "data/definitions/returns/status.toml"
    other = {**few, path: few[path].replace(b'title = "', b'title = "Other ', 1)}
    one, two = (publishing.check(where, files, FGM_2014, CLERK).rules for files in (few, other))
    assert one != two


@pytest.mark.parametrize(
    "reasons", [{}, {"changes_are_explained": " "}, {"changes_are_explained": "\u2800\u200b"}]
)
def test_what_a_check_asks_is_refused_without_a_reason_that_says_something(where, few, reasons):
    before = snapshot(where)
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(where, few, TRIPLED, CLERK, reasons=reasons)
    assert [finding.check for finding in refused.value.findings] == ["changes_are_explained"]
    assert snapshot(where) == before


def test_a_reason_lets_it_through_and_is_kept_for_staff_alone(where, few):
    receipt = publishing.publish(
        where, few, TRIPLED, CLERK, reasons={"changes_are_explained": f" {WHY} "}
    )
    assert receipt.reasons == {"changes_are_explained": WHY}
    assert where.entries()[-1].reasons == {"changes_are_explained": WHY}
    assert observed(where, "fgm_referrals")["2014"][0] == 7431
    assert WHY.encode() not in where.publication(2).read_bytes()
    assert publishing.verify(where) == []


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        ("places_are_complete", "A reason was given for places_are_complete, which asked nothing"),
        ("figures_stand_once", "'figures_stand_once' is no check that asks for a reason. Those"),
        ("nonsense", "'nonsense' is no check that asks for a reason. Those that do: changes_are_"),
    ],
)
def test_a_reason_for_a_check_that_did_not_ask_is_wrong_usage(where, few, check, sentence):
    before = snapshot(where)
    with pytest.raises(publishing.UnaskedReason, match=sentence):
        publishing.publish(where, few, FGM_2014, CLERK, reasons={check: "A reason"})
    assert snapshot(where) == before


def test_what_blocks_is_told_with_what_asks_and_no_reason_helps(where, few):
    rows = a_return("fgm_referrals,2014,London,,7431,,", "allegations_rape,2013-14,London,,9000,,")
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(where, few, rows, CLERK, reasons={"changes_are_explained": WHY})
    told = [(finding.check, finding.line) for finding in refused.value.findings]
    assert ("changes_are_explained", 2) in told
    assert ("parts_fit_their_whole", 3) in told


def test_no_table_of_a_publication_holds_a_files_digest_or_the_rules(where, few):
    receipt = publishing.publish(where, few, FGM_2014, CLERK)
    with duckdb.connect(str(where.publication(2)), read_only=True) as connection:
        columns = connection.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
        ).fetchall()
        for table, column in columns:
            (found,) = connection.execute(
                f"SELECT count(*) FROM {table}"
                f" WHERE CAST({column} AS VARCHAR) IN ('{receipt.sha256}', '{receipt.rules}')"
            ).fetchone()
            assert found == 0, (table, column)


def test_the_list_shows_receipts_only_where_they_are_asked_for(where, few, capsys):
    publishing.publish(
        where, few, TRIPLED, CLERK, "All of it", reasons={"changes_are_explained": WHY}
    )
    receipt = publishing.receipt_of(where, 2)
    place = ["--home", str(where.path)]
    main(["publications", *place])
    listed = capsys.readouterr().out
    assert listed.splitlines()[1].endswith("A clerk  All of it")
    assert receipt.sha256 not in listed
    main(["publications", "--receipts", *place])
    assert capsys.readouterr().out.splitlines()[-5:] == [
        f"    content {receipt.content}",
        f"    file {receipt.sha256}, 1 rows",
        f"    rules {receipt.rules}",
        "    1 new, 0 changed, 0 as published before; 0 withheld from readers",
        f"    changes_are_explained: {WHY}",
    ]
    main(["publications", "--receipts", "--json", *place])
    (*_, last) = capsys.readouterr().out.splitlines()
    assert json.loads(last)["reasons"] == {"changes_are_explained": WHY}


def test_a_journal_from_before_there_were_receipts_is_read_and_gone_on_with(where, few):
    line = json.loads(where.journal.read_text("utf-8"))
    later = ("reasons", "rules", "kind", "rows", "new", "changed", "same", "withheld", "waited")
    older = {name: part for name, part in line.items() if name not in later}
    where.journal.write_text(json.dumps(older, ensure_ascii=False) + "\n", "utf-8")
    where.pointer.write_text(
        json.dumps(
            {
                "number": 1,
                "sha256": older["file"],
                "line": hashlib.sha256(where.journal.read_bytes().strip()).hexdigest(),
            }
        )
    )
    assert publishing.receipt_of(where, 1).reasons == {}
    # Its second line, written now, says what the first left unsaid.
    where.publication(1).unlink()
    assert publishing.rebuild(where, CLERK) == [1]
    assert publishing.publish(where, few, FGM_2014, CLERK).number == 2
    assert publishing.verify(where) == []
