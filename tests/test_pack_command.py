"""The command `pack`: writes each form once, says what it wrote, and writes over nothing."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from pptx import Presentation

from oversight import packs, store
from oversight.home import Home
from tests import packing
from tests.bad_inputs import WRONG_USAGE
from tests.conftest import a_return
from tests.test_command_line import run

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:gptables")
FORMS = {"pptx": packs.as_pptx, "xlsx": packs.as_xlsx, "html": packs.as_html, "zip": packs.as_zip}


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_written_as_the_pages_hand_it_out(form, built: Home, tmp_path: Path):
    out = tmp_path / f"pack.{form}"
    done = run("pack", out, "--on", "2014-07-24", home=built)
    assert done.stderr == b""
    made = packs.made(store.current(built), packing.ON)
    assert out.read_bytes() == FORMS[form](made)
    assert done.stdout.decode() == (
        f"{out}: publication 1 read on 2014-07-24, {len(made.items)} items,"
        f" {len(made.questions)} questions.\n"
    )


def test_a_file_that_is_there_is_not_written_over(built: Home, tmp_path: Path):
    out = tmp_path / "pack.zip"
    out.write_bytes(b"somebody's own")
    done = run("pack", out, home=built)
    assert (done.returncode, done.stdout) == (WRONG_USAGE, b"")
    assert done.stderr.decode() == f"{out} is there already. Name another file.\n"
    assert out.read_bytes() == b"somebody's own"


def test_the_end_of_a_name_may_be_in_capitals(built: Home, tmp_path: Path):
    assert run("pack", tmp_path / "MEETING.ZIP", home=built).returncode == 0
    assert (tmp_path / "MEETING.ZIP").read_bytes().startswith(b"PK")


def test_a_machine_is_answered_in_json_and_the_day_is_that_of_the_publication(built, tmp_path):
    out = tmp_path / "pack.zip"
    answer = json.loads(run("pack", out, "--json", home=built).stdout)
    now = store.current(built)
    made = packs.made(now, now.published_on)
    assert answer["on"] == now.published_on.isoformat()
    assert (answer["publication"], answer["items"]) == (1, len(made.items))
    assert answer["out"] == str(out)


@pytest.mark.must("meeting", 5)
def test_a_return_published_by_command_changes_every_form_and_the_old_pack_is_made_again(
    built: Home, tmp_path: Path, measured
):
    home = Home(shutil.copytree(built.path, tmp_path / "live"))
    sent = tmp_path / "return.csv"
    sent.write_bytes(a_return("fgm_referrals,2014,Metropolitan Police,,74,p,"))
    assert run("publish", sent, home=home).returncode == 0

    def packed(form: str, *more: str) -> bytes:
        out = tmp_path / f"pack{len(more)}.{form}"
        assert run("pack", out, "--on", "2014-07-24", *more, home=home).stderr == b""
        return out.read_bytes()

    slides = Presentation(io.BytesIO(packed("pptx"))).slides
    charted = {
        value
        for slide in slides
        for shape in slide.shapes
        if shape.has_chart and slide.shapes.title.text.startswith("FGM")
        for series in shape.chart.plots[0].series
        for value in series.values
    }
    assert charted - {None} == {26, 69, 74}
    book = openpyxl.load_workbook(io.BytesIO(packed("xlsx")))
    held = {tuple(str(cell.value) for cell in row[:7]) for row in book["Observations"].iter_rows()}
    assert any(row[0] == "fgm_referrals" and row[1] == "2014" and row[6] == "74" for row in held)
    page = packed("html").decode()
    assert "74" in page
    now = packed("zip")
    earlier = packed("zip", "--publication", "1")

    def observations(content: bytes) -> str:
        return zipfile.ZipFile(io.BytesIO(content)).read("observations.csv").decode()

    exported = run("export", home=home).stdout.decode()
    assert observations(now) == exported
    assert "fgm_referrals,2014," in exported
    assert "fgm_referrals,2014," not in observations(earlier)
    assert "newer figures exist" in observations(earlier)
    assert "newer figures exist" not in exported
    assert observations(earlier) == run("export", "--publication", "1", home=home).stdout.decode()
    measured("fgm_referrals 2014 = 74 [p], published by command, is in slides, workbook and zip;")
    measured("the pack of publication 1, made again, is without it")
