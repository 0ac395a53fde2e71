"""Photographs every standard slide and lays them out on sheets: `python -m tests.contact_sheets`.

One sheet a size of screen and colour scheme, in docs/contact_sheets, read on the day of the report.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from oversight import ROOT, access, publishing, reference, slides
from oversight.home import Home
from tests.browser import ADVICE, FLAGS, found
from tests.serving import served
from tests.test_present import SIZES, THEN, at

SHEETS = ROOT / "docs" / "contact_sheets"
# Slides side by side, and how wide each is on the sheet, pixels.
ACROSS, WIDE = 2, 760
COLOURS = 64


def sheet(pictures: list[Image.Image]) -> Image.Image:
    """Pictures of one size, in rows."""
    height = WIDE * pictures[0].height // pictures[0].width
    rows = -(-len(pictures) // ACROSS)
    laid = Image.new(
        "RGB", (ACROSS * WIDE + 8 * (ACROSS + 1), rows * height + 8 * (rows + 1)), 0x808080
    )
    for place, picture in enumerate(pictures):
        row, column = divmod(place, ACROSS)
        small = picture.resize((WIDE, height), Image.Resampling.LANCZOS)
        laid.paste(small, (8 + column * (WIDE + 8), 8 + row * (height + 8)))
    return laid.quantize(COLOURS, dither=Image.Dither.NONE)


def main() -> None:
    path = found()
    assert path, ADVICE
    SHEETS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        where = Home(Path(folder) / "live")
        publishing.ensure_built(
            where, reference.read_files(ROOT), access.local_user("photographer")
        )
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        with served(where) as server:
            for name, (width, height) in SIZES.items():
                for scheme in ("light", "dark"):
                    page = browser.new_page(
                        viewport={"width": width, "height": height}, color_scheme=scheme
                    )
                    page.goto(server.address + THEN)
                    pictures = []
                    for number in range(1, len(slides.NAMES) + 1):
                        at(page, number)
                        page.wait_for_timeout(150)
                        pictures.append(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
                        page.keyboard.press("ArrowRight")
                    file = SHEETS / f"slides-{name}-{scheme}.png"
                    sheet(pictures).save(file, optimize=True)
                    print(file.relative_to(ROOT))
                    page.close()
        browser.close()


if __name__ == "__main__":
    main()
