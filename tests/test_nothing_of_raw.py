"""What was hidden or rounded is on no surface: two homes with other raw counts read alike."""

from __future__ import annotations

import csv
import io
import shutil
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from streamlit.components.v2 import manifest_scanner

from oversight import packs, remembered, store
from oversight.commands import main
from oversight.home import Home
from oversight.publishing import publisher
from tests.conftest import a_return
from tests.mistake import send
from tests.serving import PAGES
from tests.test_vintages import ROOM
from tests.vintages import STATES, Opened

CAMDEN, BRENT = "E09000007", "E09000005"
# Camden's count and the note beside it differ, and what it takes to leave London's as it is.
BOROUGHS = "cse_referrals,2014-15 Q{quarter},{place},,{count},,{note}"
WORLDS = (
    {"Camden": (3, "three girls"), "Brent": (41, "41 counted"), "Harrow": (30, "")},
    {"Camden": (5, "five of one family"), "Brent": (38, "38 counted"), "Harrow": (31, "")},
)
# What else a page can show where figures of boroughs are.
ON = date(2026, 11, 22)
MORE = {
    "framework": (
        {"indicator": "cse_referrals"},
        {"indicator": "cse_referrals", "figure": f"2014-15 Q1~{CAMDEN}"},
        {"indicator": "cse_referrals", "figure": f"2014-15 Q1~{BRENT}"},
    ),
    "returns": ({"list": "Publications"}, {"list": "Two publications"}),
}


def rows_of(world: dict[str, tuple[int, str]]) -> bytes:
    rows = [
        BOROUGHS.format(quarter=quarter, place=place, count=count, note=note)
        for quarter in (1, 2)
        for place, (count, note) in world.items()
    ]
    rows += [
        BOROUGHS.format(quarter=quarter, place="London", note="",
                        count=sum(count for count, _ in world.values()))
        for quarter in (1, 2)
    ]  # fmt: skip
    return a_return(*rows)


@pytest.fixture
def homes(where: Home, few, tmp_path, monkeypatch: pytest.MonkeyPatch) -> list[Home]:
    """A home for each world, published in the same minute."""

    class Noon(datetime):
        @classmethod
        def now(cls, tz=None) -> datetime:
            return datetime(2026, 11, 22, 12, tzinfo=UTC)

    monkeypatch.setattr(publisher, "datetime", Noon)
    found = []
    for number, world in enumerate(WORLDS):
        home = Home(shutil.copytree(where.path, tmp_path / f"world {number}" / "live"))
        send(home, few, rows_of(world), "Boroughs")
        found.append(home)
    return found


@pytest.mark.must("signal", 3)
def test_every_surface_reads_the_same_whatever_was_hidden_or_rounded(
    homes: list[Home], monkeypatch: pytest.MonkeyPatch, measured: Callable[[str], None], capsys
) -> None:
    """Pages with texts, drawings and addresses, all forms of the pack, what commands write."""
    assert sum(count for count, _ in WORLDS[0].values()) == 74
    assert sum(count for count, _ in WORLDS[1].values()) == 74
    monkeypatch.setattr(manifest_scanner, "scan_component_manifests", list)
    pages, files, told = [], [], []
    for home in homes:
        monkeypatch.setenv("OVERSIGHT_HOME", str(home.path))
        remembered.forget()
        pages.append(
            {
                (page, number): [ROOM.sub("", text) for text in Opened(page).at(state)]
                for page in PAGES
                for number, state in enumerate(({}, *STATES.get(page, ()), *MORE.get(page, ())))
            }
        )
        files.append(_files_of(packs.made(store.current(home), ON)))
        capsys.readouterr()
        for command in ("export", "publications"):
            assert main([command, "--home", str(home.path)]) == 0
        told.append(capsys.readouterr().out.replace(str(home.path), ""))
    assert homes[0].current().content == homes[1].current().content
    assert pages[0] == pages[1]
    assert files[0] == files[1]
    assert told[0] == told[1]
    rows = csv.DictReader(io.StringIO(told[0]))
    camden = [row for row in rows if row["geography"] == "Camden" and row["period"] < "2014-15 Q3"]
    assert camden and all(row["marker"] == "c" and not row["value"] for row in camden)
    measured(
        f"two worlds that differ in 3 or 5: {len(pages[0])} pages and states, {len(files[0])} files"
        " of packs, the export and the journal's list read the same"
    )


def _files_of(made: packs.Made) -> dict[str, bytes]:
    """Every form of a pack, unpacked where it is packed."""
    forms = {
        "html": packs.as_html(made),
        "pptx": packs.as_pptx(made),
        "xlsx": packs.as_xlsx(made),
        "zip": packs.as_zip(made),
    }
    found = {}
    for form, content in forms.items():
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                found |= {f"{form}/{name}": packed.read(name) for name in packed.namelist()}
        else:
            found[form] = content
    return found
