"""What is not redacted: by one person alone, what no return brought, what is withheld already."""

from __future__ import annotations

import json

import pytest

from oversight import access
from oversight.commands import main
from oversight.publishing import blanking, redacting
from oversight.publishing.redacting import NotRedactable, UnknownCell
from tests.conftest import a_return, snapshot
from tests.mistake import BELL, OF_CAMDEN, send


def test_one_person_alone_redacts_nothing(mistaken):
    one = redacting.redact(mistaken, 2, (OF_CAMDEN,), "Sent by mistake", BELL)
    before = snapshot(mistaken)
    with pytest.raises(access.AccessError, match="Ms Bell has asked for redaction 1"):
        redacting.approve(mistaken, one.number, access.local_user("MS  BELL"))
    for nobody in (access.Principal("Ms Reid"), access.Principal("Mr Shaw", frozenset({"read"}))):
        with pytest.raises(access.AccessError):
            redacting.approve(mistaken, one.number, nobody)
        with pytest.raises(access.AccessError):
            redacting.redact(mistaken, 2, (OF_CAMDEN,), "Sent by mistake", nobody)
    assert snapshot(mistaken) == before
    assert "48" not in (mistaken.pending / "redaction-000001.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("cell", "kind", "said"),
    [
        ("cse_referrals,2014-15 Q3,Camden", UnknownCell, "Publication 2 has no figure of CSE ref"),
        ("cse_referals,2014-15 Q1,Camden", UnknownCell, "is no figure"),
        ("cse_referrals", UnknownCell, "Name it as a return does"),
        ("allegations_rape,2013-14,London", NotRedactable, "came with the report or a published"),
    ],
)
def test_what_is_no_figure_of_a_return_is_refused(mistaken, cell, kind, said):
    before = snapshot(mistaken)
    with pytest.raises(kind, match=said):
        redacting.redact(mistaken, 2, (cell,), "Sent by mistake", BELL)
    assert snapshot(mistaken) == before


@pytest.mark.parametrize("reason", ["It was 48,270", "48270 by mistake", "Not 48 270.", "=48270"])
def test_no_word_of_a_redaction_tells_the_number(mistaken, reason):
    with pytest.raises(NotRedactable, match="The reason holds the number") as refused:
        redacting.redact(mistaken, 2, (OF_CAMDEN,), reason, BELL)
    assert not blanking.holds(str(refused.value), 48270)
    with pytest.raises(NotRedactable, match="Say why"):
        redacting.redact(mistaken, 2, (OF_CAMDEN,), " ", BELL)


def test_a_figure_that_is_withheld_is_not_redacted_again(mended, few):
    send(mended, few, a_return("cse_referrals,2014-15 Q1,Sutton,,3,,"))
    for number, cell in ((2, OF_CAMDEN), (5, "cse_referrals,2014-15 Q1,Sutton")):
        with pytest.raises(NotRedactable, match="is withheld already"):
            redacting.redact(mended, number, (cell,), "Sent by mistake", BELL)


def test_numbers_are_found_however_they_are_printed():
    for text in ("48,270", "48 270", "about 48270.", "48’270", "4 8270 48\u202f270", "٤٨٢٧٠"):
        assert blanking.holds(text, 48270), text
    for text in ("148270", "482700", "48,2700", "2014-15", "", "48.5"):
        assert not blanking.holds(text, 48270), text
    assert blanking.holds("1,048.5", 1048.5)


def test_the_json_of_the_command_tells_no_number(mistaken, capsys):
    place = ["--home", str(mistaken.path), "--json"]
    cell = ["--cell", OF_CAMDEN]
    assert (
        main(["redact", "--publication", "2", *cell, "--by", "A", "--reason", "Why", *place]) == 0
    )
    assert json.loads(capsys.readouterr().out)["named"] == ["CSE referrals, 2014-15 Q1, Camden"]
    assert main(["redact", "--publication", "9", *cell, "--reason", "Why", *place]) == 2
    assert main(["drop", "1", "--by", "B", *place]) == 0
    assert main(["approve", "1", "--by", "B", *place]) == 2
    assert "48270" not in capsys.readouterr().out
