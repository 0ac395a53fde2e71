"""A first-time user's way in a browser: template, a mistake, mended, published, read, undone.

One upload with the year after the report changes every theme's page and the overview; withdrawn,
they read as before.
"""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext

from oversight import ROOT
from oversight.home import Home
from tests.reading import WIDE, Reading
from tests.serving import reading_in, served
from tests.uploading import Staff

pytestmark = [pytest.mark.browser, pytest.mark.must("returns", 1)]

# What is written into the template's own rows: the period after the newest, then the value.
VALUES = {
    "allegations_rape": ("2014-15", "630"),
    "allegations_sexual_assault": ("2014-15", "1940"),
    "soeca_officers_budgeted": ("2014-15", "1010"),
    "fgm_referrals": ("2014", "118"),
}
# Rows that are added below them, and the slip of the first try in the second of these.
ADDED = (
    "soeca_officers_in_post,2014-09-30,Metropolitan Police,,905,,headcount",
    "soeca_officers_in_post,2015-03-31,Metropolitan Police,,931,,headcount",
    "cse_referrals,2014-15,Metropolitan Police,,1500,,",
    "mash_boroughs,2014-12-31,London,,32,,",
)
SLIP = ADDED[1].replace("Metropolitan Police", "Metropolitan Polcie")
# What each page says once these figures are published, and not before.
NEW = {
    "/": "rose 8% from 2013-14 to 2014-15",
    "/allegations": "rose 8% between 2013-14 and 2014-15",
    "/workforce": "931 officers were in post on 31 March 2015",
    "/cse_and_fgm": "1,500 CSE referrals in 2014-15",
    "/partners": "32",
}

TO_THE_TOP = """() => {
  document.activeElement.blur();
  document.querySelector('[data-testid="stMain"]').scrollTo(0, 0);
}"""


@pytest.fixture(scope="module")
def staff(
    built: Home, tabs: BrowserContext, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Staff]:
    """A member of staff at a dashboard of their own, as `make run` serves it."""
    folder = tmp_path_factory.mktemp("journey")
    where = Home(shutil.copytree(built.path, folder / "live"))
    with (
        served(where, local=True) as server,
        reading_in(tabs, server) as other,
        reading_in(tabs, server) as reader,
    ):
        yield Staff(reader, other, folder)


def test_from_the_template_to_a_published_figure_and_back(
    staff: Staff, read: Callable[[str], Reading], measured: Callable[[str], None]
) -> None:
    before = {address: read(address) for address in NEW}
    staff.open()
    photograph(staff, "start")
    template = staff.download("Template (CSV)").decode("utf-8-sig").splitlines()
    rows = [*filled(template), *ADDED]
    measured(f"the template wants {len(template) - 1} rows; {len(VALUES)} of them are filled in")

    mistaken = [SLIP if row == ADDED[1] else row for row in rows]
    told = staff.send("return_2014-15.csv", template[0], *mistaken, until="Nothing was")
    assert told.title == "Nothing was published: one line needs mending"
    assert "Line 7 geography" in told.text and SLIP in told.text
    assert staff.marked() == ["Metropolitan Polcie"]
    assert staff.home.current().number == 1
    assert not list((staff.home.path / "returns").glob("*"))
    photograph(staff, "findings")
    measured(f"a slip in line 7: {told.title}")

    staff.press("Try a mended file")
    shown = staff.send("return_2014-15.csv", template[0], *rows, until="If you publish")
    assert shown.title.startswith(f"If you publish, {len(rows)} figures are added and ")
    assert shown.title.endswith(" headlines change")
    photograph(staff, "rehearsal")
    staff.press("Publish as publication 2")
    lacking = staff.reader.read_when("Still to do: write your name, write a note for readers and")
    assert lacking.title == shown.title and staff.home.current().number == 1
    staff.sign_off("A. Clerk", "The year after the report")
    staff.press("Publish as publication 2")
    receipt = staff.reader.read_when("SHA-256 of the file")
    entry = staff.home.current()
    assert receipt.title == "Publication 2 stands: readers see it from now on"
    assert (entry.number, entry.by, entry.note) == (2, "A. Clerk", "The year after the report")
    assert entry.accepted[0] in receipt.text
    assert "Publication: 2\r\n" in staff.download("Download the receipt").decode()
    photograph(staff, "receipt")
    measured(f"mended and published: {receipt.title}; receipt {entry.accepted[0][:12]}…")

    after = {address: staff.beside(address) for address in NEW}
    for address, words in NEW.items():
        assert seen(after[address]) != seen(before[address]), address
        assert words in after[address].text, address
        measured(f"{address} says “{words}”")

    staff.write("Why it is withdrawn, for readers", "Sent to try the way out")
    staff.press("Withdraw the return of publication 2")
    undone = staff.reader.read_when("without the return of publication 2")
    assert "Sent to try the way out" in undone.text
    photograph(staff, "undone")
    assert staff.home.current().number == 3
    for address in NEW:
        assert seen(staff.beside(address)) == seen(before[address]), address
    # The overview lists what changed against the publication before, and only that.
    measured(f"withdrawn as publication 3: {len(NEW)} pages read as before")
    listed = staff.beside("/returns?list=Publications").tables["publications"]
    assert [row[0] for row in listed[1:]] == ["3", "2", "1"]
    assert "Sent to try the way out" in listed[1]


def filled(template: list[str]) -> list[str]:
    """The template's rows of these indicators with their values; the others are taken out."""
    found = []
    for row in csv.DictReader(template):
        if row["indicator"] in VALUES:
            period, row["value"] = VALUES[row["indicator"]]
            assert row["period"] == period
            found.append(",".join(row.values()))
    return found


def seen(reading: Reading) -> tuple:
    """What a page shows of figures: its finding, tables, drawings and their words."""
    return reading.title, reading.tables, reading.charts, reading.alternatives


def photograph(staff: Staff, name: str) -> None:
    """A picture of this step for the README, where OVERSIGHT_PICTURES names a folder."""
    if folder := os.environ.get("OVERSIGHT_PICTURES"):
        staff.reader.page.set_viewport_size(WIDE)
        staff.reader.page.evaluate(TO_THE_TOP)
        staff.reader.page.screenshot(path=ROOT / folder / f"returns-{name}.png")
