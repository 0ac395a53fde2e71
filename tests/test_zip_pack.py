"""The pack as one zip of CSV: every figure equals the publication's, and nothing in it runs."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace

import pytest

from oversight import packs, publishing, slides, store, wording
from oversight.slides import Table
from tests import packing
from tests.conftest import CLERK, a_return


@pytest.fixture(scope="module")
def real(built):
    return packs.made(store.current(built), packing.ON)


def texts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as files:
        assert files.testzip() is None
        return {name: files.read(name).decode() for name in files.namelist()}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_it_holds_figures_items_questions_definitions_sources_symbols_and_a_read_me(real):
    names = list(texts(packs.as_zip(real)))
    assert names[:3] == ["README.txt", "observations.csv", "running_order.csv"]
    assert [name for name in names if name.startswith("items/")] == [
        f"items/{number:02d}_{item.slide.name}.csv"
        for number, item in enumerate(real.items, start=1)
    ]
    last = ["questions.csv", "signals.csv", "definitions.csv", "sources.csv", "symbols.csv"]
    assert names[-5:] == last


@pytest.mark.must("meeting", 5)
def test_its_observations_are_those_of_the_publication(real, measured):
    held = real.publication.rows("export/observations")
    printed = rows(texts(packs.as_zip(real))["observations.csv"])
    assert len(printed) == len(held)
    for line, row in zip(printed, held, strict=True):
        for name, cell in row._asdict().items():
            assert line[name] == str(wording.harmless(cell)), (row.indicator, row.period, name)
    measured(f"{len(printed)} observations of the zip equal the publication's")


@pytest.mark.must("meeting", 5)
def test_the_records_of_each_item_are_its_slides(real, measured):
    files, compared = texts(packs.as_zip(real)), 0
    for number, item in enumerate(real.items, start=1):
        printed = rows(files[f"items/{number:02d}_{item.slide.name}.csv"])
        assert len(printed) == len(item.slide.records)
        for line, record in zip(printed, item.slide.records, strict=True):
            for name, cell in record.items():
                assert line[name] == str(wording.harmless(cell))
                compared += 1
    assert [line["question"] for line in rows(files["questions.csv"])] == [
        one.text for one in real.questions
    ]
    measured(f"{compared} cells of the items' records read back")


def test_figures_in_the_records_of_the_items_are_the_publication_s(real):
    held = {
        (row.indicator, row.period): row
        for row in real.publication.rows("export/observations")
        if not row.breakdown and row.geography in ("London", "Metropolitan Police")
    }
    files, compared = texts(packs.as_zip(real)), 0
    for name in ("items/02_allegations.csv", "items/05_fgm.csv"):
        for line in rows(files[name]):
            if row := held.get((line.get("measure"), line["period"])):
                for limit in ("lower", "upper"):
                    if line[limit]:
                        assert float(line[limit]) == getattr(row, limit), line
                        compared += 1
    assert compared > 10


@pytest.mark.must("meeting", 5)
def test_a_published_return_changes_the_zip(where, few):
    publishing.publish(where, few, a_return("fgm_referrals,2014,London,,74,p,"), CLERK)
    made = packs.made(store.current(where), packing.ON)
    files = texts(packs.as_zip(made))
    (figure,) = [
        line for line in rows(files["observations.csv"])
        if (line["indicator"], line["period"]) == ("fgm_referrals", "2014")
    ]  # fmt: skip
    assert (figure["value"], figure["marker"]) == ("74", "p")
    assert any(line["period"] == "2014" for line in rows(files["items/05_fgm.csv"]))


def test_the_read_me_has_the_stamp_and_every_line_of_every_file_its_status(real):
    def statuses(content: bytes) -> set[str]:
        files = texts(content).items()
        return {line["status"] for name, text in files if name != "README.txt"
                for line in rows(text)}  # fmt: skip

    assert slides.stamp(real.position) in texts(packs.as_zip(real))["README.txt"]
    assert statuses(packs.as_zip(real)) == {wording.STATUS_LABEL}
    invented = replace(real, position=replace(real.position, is_invented=True))
    content = packs.as_zip(invented)
    assert wording.INVENTED in texts(content)["README.txt"]
    assert statuses(content) == {wording.INVENTED}


def test_a_text_that_a_spreadsheet_would_run_is_harmless(built):
    table = Table(("What",), (("=HYPERLINK(1)",), ("@SUM(1)",)))
    made = packing.of_our_own(built, packing.slide("Odd name!", table=table, records=()))
    printed = rows(texts(packs.as_zip(made))["items/07_odd_name.csv"])
    assert [line["What"] for line in printed] == ["'=HYPERLINK(1)", "'@SUM(1)"]


def test_the_same_meeting_is_the_same_zip_without_an_hour_of_its_own(real):
    content = packs.as_zip(real)
    assert content == packs.as_zip(real)
    with zipfile.ZipFile(io.BytesIO(content)) as files:
        assert {entry.date_time for entry in files.infolist()} == {(1980, 1, 1, 0, 0, 0)}
