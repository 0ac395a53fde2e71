"""A home to rehearse with: INVENTED on every page and in every file, and never in another home."""

from __future__ import annotations

import csv
import io
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import BrowserContext
from pptx import Presentation

from oversight import (
    definitions,
    demo,
    packs,
    publishing,
    reference,
    returns,
    slides,
    store,
    wording,
)
from oversight.commands import main
from oversight.definitions import INVENTED_MARK
from oversight.home import Home, HomeError
from tests.conftest import CLERK, a_return, snapshot
from tests.reading import NARROW, WIDE, Reader
from tests.serving import PAGES, Server, address_of, reading_in, served

pytestmark = pytest.mark.must("meeting", 7)

LABEL = "INVENTED figures, to rehearse with"
SEEN_AT_ONCE = """() => {
  const box = document.querySelector('.st-key-invented').getBoundingClientRect();
  return box.top >= 0 && box.bottom <= window.innerHeight && box.height > 30;
}"""
TO_THE_END = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  main.scrollTo(0, main.scrollHeight);
}"""


@pytest.fixture(scope="session")
def rehearsal(once: Callable) -> Home:
    """The home that `python -m oversight demo` makes; nobody may change it."""

    def make(where: Home) -> None:
        assert main(["demo", "--home", str(where.path), "--by", "A clerk"]) == 0

    return once("rehearsal", make)


@pytest.fixture(scope="module")
def stage(rehearsal: Home) -> Iterator[Server]:
    with served(rehearsal) as server:
        yield server


@pytest.fixture(scope="module")
def opened(tabs: BrowserContext, stage: Server) -> Iterator[Reader]:
    with reading_in(tabs, stage) as reader:
        yield reader


@pytest.mark.browser
@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_it_is_invented_and_so_does_what_it_gives_away(
    page: str, opened: Reader, measured: Callable[[str], None]
) -> None:
    reading = opened.go_on(address_of(page))
    assert reading.exceptions == []
    assert LABEL in reading.text
    assert f"{LABEL}. Publication " in reading.text
    assert wording.STATUS_LABEL not in reading.text
    assert opened.page.title().startswith(INVENTED_MARK)
    assert opened.page.evaluate(SEEN_AT_ONCE)
    opened.page.evaluate(TO_THE_END)
    assert opened.page.evaluate(SEEN_AT_ONCE), "scrolled out of sight"
    for panel, records in opened.downloads(reading.downloads).items():
        assert {record["status"] for record in records} <= {LABEL}, panel
    measured(f"{page}: banner, tab, closing line and {len(reading.downloads)} downloads say it")


@pytest.mark.browser
def test_the_banner_is_seen_on_a_phone_in_the_dark_and_on_paper(opened: Reader) -> None:
    opened.open("/")
    for scheme in ("light", "dark"):
        if scheme == "dark":
            opened.darken()
        for size in (WIDE, NARROW):
            opened.resize(size)
            assert opened.page.evaluate(SEEN_AT_ONCE)
            assert opened.page.evaluate("document.documentElement.scrollWidth") <= size["width"]
            opened.page.emulate_media(media="print")
            assert opened.page.locator(".st-key-invented").is_visible()
            opened.page.emulate_media(media="screen")


@pytest.mark.browser
@pytest.mark.parametrize("address", ["/allegations?publication=77", "/framework?q=nothing+there"])
def test_a_page_without_figures_says_it_too(address: str, opened: Reader) -> None:
    assert LABEL in opened.go_on(address).text


def test_what_commands_write_says_it(rehearsal: Home, tmp_path: Path, capsys) -> None:
    at = ["--home", str(rehearsal.path)]
    assert main(["export", *at]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["status"] for row in rows} == {LABEL}
    for number in range(1, len(rehearsal.entries()) + 1):
        assert store.numbered(rehearsal, number).is_invented
    for kind in returns.load(reference.read_files(Path.cwd())):
        out = tmp_path / f"{kind}.csv"
        assert main(["template", kind, "--out", str(out), *at]) == 0
        rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"))))
        assert rows
        assert all(INVENTED_MARK in ",".join(row.values()) for row in rows), kind
        book = tmp_path / f"{kind}.xlsx"
        assert main(["template", kind, "--out", str(book), *at]) == 0
        assert LABEL in inside(book.read_bytes())
    capsys.readouterr()
    assert main(["publications", "--receipts", *at]) == 0
    listed = [line for line in capsys.readouterr().out.splitlines() if line[0] != " "]
    assert len(listed) == len(rehearsal.entries())
    assert all(LABEL in line for line in listed)


def test_every_part_of_every_form_of_a_pack_says_it(
    rehearsal: Home, measured: Callable[[str], None]
) -> None:
    now = store.current(rehearsal)
    made = packs.made(now, now.published_on)
    assert made.position.is_invented
    deck = Presentation(io.BytesIO(packs.as_pptx(made)))
    slides_of_deck = [
        " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        for slide in deck.slides
    ]
    book = openpyxl.load_workbook(io.BytesIO(packs.as_xlsx(made)))
    sheets = [
        " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)
        for sheet in book
    ]
    with zipfile.ZipFile(io.BytesIO(packs.as_zip(made))) as packed:
        files = [packed.read(name).decode("utf-8-sig") for name in packed.namelist()]
    for parts in (slides_of_deck, sheets, files, [packs.as_html(made).decode()]):
        assert [part[:80] for part in parts if LABEL not in part] == []
    (drawn, *_) = [item.slide for item in made.items if item.slide.drawing]
    assert INVENTED_MARK in packs.as_svg(drawn, slides.stamp(made.position)).decode()
    measured(
        f"pack: {len(slides_of_deck)} slides, {len(sheets)} sheets, {len(files)} files of the zip,"
        " the page and a picture say it"
    )


def inside(content: bytes) -> str:
    """All text of the files in an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return "\n".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


def test_it_holds_what_is_to_be_rehearsed(rehearsal: Home, measured: Callable[[str], None]) -> None:
    rows = store.current(rehearsal).rows("export/observations")
    referrals = [row for row in rows if row.indicator == "cse_referrals"]
    places = {row.geography for row in referrals}
    assert len(places - {"London", "Metropolitan Police"}) == 33
    assert {"", "sex=female", "sex=male", "age=0-12"} <= {row.breakdown for row in referrals}
    assert {"p", "r", "c"} <= {row.marker for row in referrals}
    assert len({row.period for row in referrals if " Q" in row.period}) == 8
    now = store.current(rehearsal)
    assert now.rows("about/corrections")
    assert now.rows("recommendations/updates")
    assert now.rows("recommendations/actions")
    assert packs.position(now, now.published_on).agenda
    assert [held.state for held in publishing.pending(rehearsal)] == [publishing.SECOND_PERSON]
    measured(f"{len(rehearsal.entries())} publications, {len(referrals)} CSE referral figures")


def test_each_row_of_its_returns_says_it_and_no_other_home_takes_one(
    where: Home, few: dict[str, bytes]
) -> None:
    before = snapshot(where)
    for step in demo.steps(few):
        text = step.content.decode("utf-8-sig")
        assert all(INVENTED_MARK in line for line in text.splitlines()[1:]), step.note
        with pytest.raises(publishing.RefusedReturn) as refused:
            publishing.publish(where, few, step.content, CLERK, step.note)
        assert [finding.check for finding in refused.value.findings] == ["is_not_invented"]
        assert publishing.check(where, few, step.content, CLERK).blocks
    assert snapshot(where) == before


def test_a_word_in_small_letters_is_a_word_like_others(where: Home, few: dict[str, bytes]) -> None:
    said = a_return("fgm_referrals,2014,London,,74,,a category invented in 2014")
    assert publishing.check(where, few, said, CLERK).blocks == ()


def test_made_again_it_is_as_it_was(rehearsal: Home, capsys) -> None:
    before = snapshot(rehearsal)
    capsys.readouterr()
    assert main(["demo", "--home", str(rehearsal.path)]) == 0
    assert "Nothing is new" in capsys.readouterr().out
    assert snapshot(rehearsal) == before


def test_each_of_its_publications_is_made_again_identical(rehearsal: Home) -> None:
    assert publishing.verify(rehearsal) == []


@pytest.fixture
def begun(tmp_path: Path, few: dict[str, bytes]) -> Home:
    """A home to rehearse with, its first publication alone."""
    where = Home(tmp_path / "demo")
    publishing.ensure_built(where, definitions.as_invented(few), CLERK)
    return where


def test_whatever_is_published_in_it_later_is_invented_too(
    begun: Home, few: dict[str, bytes]
) -> None:
    assert publishing.ensure_built(begun, few, CLERK) is None
    made = publishing.publish(begun, few, a_return("fgm_referrals,2014,London,,74,,"), CLERK)
    assert made.is_invented
    publishing.withdraw(begun, few, made.number, CLERK, "typed wrongly")
    assert [store.numbered(begun, number).is_invented for number in (1, 2, 3)] == [True] * 3
    assert publishing.verify(begun) == []


def test_a_home_that_is_real_is_never_made_invented(where: Home, few: dict[str, bytes]) -> None:
    before = snapshot(where)
    with pytest.raises(HomeError, match="holds figures that are not"):
        demo.make(where, few, CLERK)
    assert main(["demo", "--home", str(where.path)]) == 2
    assert snapshot(where) == before


def test_its_publication_in_the_place_of_a_real_one_says_so_itself(
    begun: Home, where: Home
) -> None:
    for name in ("publications", "journal.jsonl", "current"):
        taken = where.path / name
        shutil.rmtree(taken) if taken.is_dir() else taken.unlink()
        copy = shutil.copytree if (begun.path / name).is_dir() else shutil.copy
        copy(begun.path / name, taken)
    assert store.current(where).is_invented


@pytest.mark.parametrize(
    "said", ["INVENTED: x", "Invented: x", "invented", "INVENTED_x", "see INVENTED"]
)
def test_however_a_row_says_it_no_real_home_takes_it(said, where, few) -> None:
    before = snapshot(where)
    content = a_return(f"fgm_referrals,2014,London,,70,,{said}")
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(where, few, content, CLERK)
    (finding,) = refused.value.findings
    assert (finding.line, finding.column) == (2, "note")
    assert snapshot(where) == before


def test_an_invented_name_is_a_word_like_others(where, few) -> None:
    content = a_return("fgm_referrals,2014,London,,70,,one hub had used an invented label")
    assert publishing.publish(where, few, content, CLERK).number == 2
