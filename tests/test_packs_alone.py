"""A file of a pack met alone: it says where it is made up, and nothing that was sent is a link."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import openpyxl
import pytest
from pptx import Presentation

from oversight import packs, publishing, slides, store, wording
from oversight.definitions import INVENTED_MARK
from oversight.home import Home
from oversight.packs import Made
from tests import packing
from tests.conftest import CLERK, a_return

# As a return's note may be written; the second is a link as Markdown has it.
ADDRESSES = "http://example.org/a", "[here](https://example.org/b)", "file:///c:/b"
NOTE = f"See {' or '.join(ADDRESSES)}"
ORDER = (
    "meeting_date,position,slide,minutes,note\n"
    f"2014-09-10,1,fgm,5,{NOTE}\n2014-09-10,2,questions,5,{NOTE}\n"
    f"2014-09-10,3,own question,,{NOTE}?\n"
)


@pytest.fixture(scope="module")
def sent(first: Home, few: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A meeting after returns whose notes hold addresses."""

    where = Home(shutil.copytree(first.path, tmp_path_factory.mktemp("addresses") / "live"))
    publishing.publish(where, few, a_return(f"fgm_referrals,2014,London,,74,,{NOTE}"), CLERK)
    publishing.publish(where, few, ORDER.encode(), CLERK)
    return packs.made(store.current(where), packing.ON)


@lru_cache
def written(form: str, made: Made) -> bytes:
    """A form of a pack, written once."""
    return {"pptx": packs.as_pptx, "xlsx": packs.as_xlsx, "html": packs.as_html}[form](made)


def parts_of(content: bytes) -> Iterator[tuple[str, str]]:
    """Every part of a document of an office program, workbooks within it too."""
    with zipfile.ZipFile(io.BytesIO(content)) as files:
        for name in files.namelist():
            if name.endswith(".xlsx"):
                yield from parts_of(files.read(name))
            elif name.endswith((".xml", ".rels")):
                yield name, files.read(name).decode()


@pytest.mark.parametrize("form", ["pptx", "xlsx"])
def test_an_address_in_a_note_is_a_text_and_no_link_of_an_office_program(form, sent: Made) -> None:
    parts = dict(parts_of(written(form, sent)))
    assert any("http://example.org/a" in text for text in parts.values())
    for name, text in parts.items():
        assert "hlinkClick" not in text and "HYPERLINK(" not in text, name
        assert 'TargetMode="External"' not in text, name
        # The workbook's own links lead from its contents to its sheets.
        assert "example" not in "".join(re.findall(r"<hyperlink [^>]*>", text)), name


def test_an_address_in_a_note_is_a_text_and_no_link_of_the_page(sent: Made) -> None:
    page = written("html", sent).decode()
    assert page.count("http://example.org/a") > 1
    links = re.findall(r"<(?:a|area|link|form|iframe|base)\b[^>]*>", page)
    assert links and all('href="#' in link for link in links)


@pytest.fixture(scope="module")
def invented(sent: Made) -> Made:
    return replace(sent, position=replace(sent.position, is_invented=True))


def test_every_slides_notes_say_invented(invented: Made, sent: Made) -> None:
    deck = Presentation(io.BytesIO(written("pptx", invented)))
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides]
    assert [one[:60] for one in notes if not one.startswith(wording.INVENTED)] == []
    real = Presentation(io.BytesIO(written("pptx", sent)))
    assert not any(
        INVENTED_MARK in slide.notes_slide.notes_text_frame.text for slide in real.slides
    )


def titles(made: Made) -> dict[str, str]:
    """What each form has as its title, where an office program or browser shows it."""
    (drawn, *_) = [item.slide for item in made.items if item.slide.drawing]
    stamp = slides.stamp(made.position)
    in_tags = {
        "html": written("html", made).decode(),
        "svg": packs.as_svg(drawn, stamp).decode(),
    }
    return {
        "pptx": Presentation(io.BytesIO(written("pptx", made))).core_properties.title,
        "xlsx": openpyxl.load_workbook(io.BytesIO(written("xlsx", made))).properties.title,
        **{form: re.search("<title>(.*?)</title>", text)[1] for form, text in in_tags.items()},
    }


def test_the_title_of_every_file_says_invented(invented: Made, sent: Made) -> None:
    assert {f: t for f, t in titles(invented).items() if not t.startswith("INVENTED: ")} == {}
    assert {form: title for form, title in titles(sent).items() if INVENTED_MARK in title} == {}
