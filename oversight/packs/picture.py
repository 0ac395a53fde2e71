"""One slide's drawing as a picture that says by itself what it shows and where it comes from."""

from __future__ import annotations

from html import escape

from oversight import charts, wording
from oversight.charts.drawn.letters import wrapped
from oversight.definitions import INVENTED_MARK
from oversight.packs import typefaces
from oversight.slides import Slide, markup

WIDTH, SIDE = 1600, 60
ROOM = WIDTH - 2 * SIDE
# Sizes of letters: the finding, and all else; and a line of them.
FINDING, TEXT, STAMP, LINE = 58, 32, 26, 1.25
# Source Serif against the widths of letters in Source Sans.
SERIF = 0.92
DRAWING = (WIDTH, 650)


def as_svg(slide: Slide, stamp: str, looking_back: str = "") -> bytes:
    """The drawing with finding, measure, what must be said beside it, source and stamp.

    Above it all stands that one is looking back, where one is.

    Raises:
        ValueError: the slide has a table and no drawing.
    """
    return _written(slide, stamp, looking_back, typefaces.embedded()).encode()


def as_png(slide: Slide, stamp: str, looking_back: str = "", width: int = WIDTH) -> bytes:
    """The same as a picture so many pixels wide.

    Raises:
        ValueError: the slide has a table and no drawing.
    """
    # Imported here: every page knows of packs, and hardly one draws a picture.
    import resvg_py

    files = list(typefaces.files())
    return resvg_py.svg_to_bytes(
        svg_string=_written(slide, stamp, looking_back),
        width=width,
        background=charts.LIGHT.page,
        font_files=files,
        # With the house's own letters the same picture comes out everywhere.
        skip_system_fonts=bool(files),
        sans_serif_family="Source Sans",
        serif_family="Source Serif",
    )


def _written(slide: Slide, stamp: str, looking_back: str, letters: str = "") -> str:
    if slide.drawing is None:
        raise ValueError(f"The slide {slide.name} has a table and no drawing.")
    palette, parts, top = charts.LIGHT, [], 28.0

    def text(said: str, size: float, colour: str, looks: str = "", factor: float = 1) -> None:
        nonlocal top
        is_bold = bool(looks)
        for line in wrapped(said, size * factor, ROOM, is_bold) if said else ():
            top += size * LINE
            parts.append(
                f'<text x="{SIDE}" y="{top:.0f}" font-size="{size}" fill="{colour}"{looks}>'
                f"{escape(line)}</text>"
            )

    invented = f"{INVENTED_MARK}: " if stamp.startswith(wording.INVENTED) else ""
    if invented:
        text(wording.INVENTED, TEXT, palette.ink, ' font-weight="700"')
    text(looking_back, TEXT, palette.ink, ' font-weight="700"')
    serif = ' font-family="\'Source Serif\', serif" font-weight="600"'
    text(slide.finding, FINDING, palette.ink, serif, SERIF)
    top += 10
    text(slide.measure_with_signs, TEXT, palette.quiet)
    drawn = charts.drawn(slide.drawing, palette, DRAWING)
    high = round(ROOM * _height(drawn) / WIDTH)
    placed = f'<svg x="{SIDE}" y="{top + 30:.0f}" width="{ROOM}" height="{high}" '
    parts.append(drawn.replace("<svg ", placed, 1))
    top += 30 + high + 14
    for said in (slide.signal, slide.baseline, slide.caveat, slide.gap, markup.sourced(slide)):
        text(said, TEXT, palette.ink)
    top += 14
    text(stamp, STAMP, palette.quiet)
    height = round(top + 36)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"'
        f' height="{height}" role="img" aria-label="{escape(slide.alt or slide.finding)}"'
        " font-family=\"'Source Sans', sans-serif\">"
        f"<title>{escape(f'{invented}{slide.finding}')}</title>"
        f"{f'<style>{letters}</style>' if letters else ''}"
        f'<rect width="{WIDTH}" height="{height}" fill="{palette.page}"/>{"".join(parts)}</svg>'
    )


def _height(drawn: str) -> float:
    """How high a drawing is in its own units: rows may need more than they were given."""
    return float(drawn.split('viewBox="', 1)[1].split('"', 1)[0].split()[3])
