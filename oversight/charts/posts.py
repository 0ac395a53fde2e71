"""Posts and people: the waterfall, and relief against those away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oversight import bounds
from oversight.bounds import Bounds
from oversight.charts.bands import HOLLOW, RINGED, SOLID, look_of
from oversight.charts.bars import one_bar
from oversight.charts.layout import Palette, axis, bare, figure, mixed, words


@dataclass(frozen=True)
class Step:
    """One bar of the way from posts to people.

    `figure` is what stands, is taken away or comes on top; `sign` is "", "=", a minus or "+".
    `standing` and `marker` are the weakest of what it rests on; blank is as good as reported.
    """

    label: str
    figure: Bounds
    sign: str
    standing: str = ""
    marker: str = ""

    @property
    def look(self) -> str:
        """How its bar is drawn: filled where it is exact and firm."""
        return look_of(self.standing or "reported") if self.figure.is_exact else HOLLOW

    @property
    def text(self) -> str:
        """The figure as a table shows it, with its marker."""
        said = bounds.printed(self.figure)
        return f"{said} [{self.marker}]" if self.marker else said


def waterfall(steps: Sequence[Step], palette: Palette, narrow: bool = False) -> dict:
    """From posts to people: what stands solid, a bound outlined, the unknown hatched and fading.

    Bars hang from what the step before left; the value stands in one column at the right.
    """
    colour = palette.series[0]
    beyond = sum(step.figure.lower or 0 for step in steps if step.sign == "+")
    away = [step.figure.lower or 0 for step in steps if step.sign == bounds.MINUS]
    whole = max([(steps[0].figure.upper or 0) + beyond, *away]) or 1
    left = 0.0
    traces, annotations, shapes = [], [], []
    for row, step in enumerate(steps):
        label = step.label
        known = step.figure
        size = known.lower or 0
        fill = colour if step.look == SOLID else palette.page
        begin, length = left, size
        if step.sign == "+":
            traces.append(one_bar(row, left, size, fill, colour))
            left += size
        elif step.sign == bounds.MINUS:
            if size:
                # Where more are away than are left, the bar stands on the axis in its whole length.
                begin = left = max(left - size, 0)
                traces.append(one_bar(row, left, size, fill, colour))
            elif not known.is_exact:
                traces += _hatched(row, left, whole, palette)
        else:
            left = known.upper if known.upper is not None else size
            begin, length = 0, left
            if known.is_exact:
                traces.append(one_bar(row, 0, left, fill, colour))
            else:
                traces += _fading(row, left, colour, palette)
                shapes.append(_end_mark(row, left, colour))
        if step.look == RINGED and length:
            traces.append(one_bar(row, begin, length, colour, colour, width=0.25))
        # The column of values: a sign and the figure as it may be said.
        said = f"{step.sign} <b>{step.text}</b>".strip()
        if narrow:
            place = {"text": f"{label} {said}", "x": 0, "y": row - 0.5}
        else:
            # Outside the plot: at a place of the axis beyond its range Plotly would drop it.
            place = {"text": said, "x": 1.02, "xref": "paper", "y": row}
        size = 15 if narrow else 17
        annotations.append(
            words(
                palette=palette, xanchor="left", font={"size": size, "color": palette.ink}, **place
            )
        )
        if row + 1 < len(steps):
            shapes.append(
                {
                    "type": "line", "x0": left, "x1": left, "y0": row + 0.31, "y1": row + 0.69,
                    "line": {"color": palette.quiet, "width": 1.2, "dash": "dot"},
                }
            )  # fmt: skip
    # The longest label, with its day, stands whole beside its bar.
    beside = max(210, *(8 * len(step.label) for step in steps))
    return figure(
        traces,
        palette,
        (72 if narrow else 58) * len(steps) + 34,
        barmode="overlay",
        margin={"l": 10 if narrow else beside, "r": 10 if narrow else 190, "t": 8, "b": 30},
        xaxis=axis(palette, range=[0, whole * (1.02 if narrow else 1.0)], tickformat=",d",
                   nticks=3 if narrow else 5),
        yaxis=axis(palette, range=[len(steps) - 0.5, -0.75 if narrow else -0.5], showgrid=False,
                   tickvals=[] if narrow else list(range(len(steps))),
                   ticktext=[step.label for step in steps],
                   tickfont={"size": 16, "color": palette.ink}),
        annotations=annotations,
        shapes=shapes,
    )  # fmt: skip


def relief(arriving: Step, sought: Step, away: Step, palette: Palette) -> dict:
    """Officers arriving and sought, one after the other, against those away."""
    come, seek, gone = (one.figure.middle or 0 for one in (arriving, sought, away))
    colour = palette.series[0]
    traces = [
        one_bar(0, 0, come, colour, colour),
        one_bar(0, come, seek, palette.page, colour),
        one_bar(1, 0, gone, palette.muted, palette.muted),
    ]
    shapes = [
        {
            "type": "line", "x0": gone, "x1": gone, "y0": -0.45, "y1": 1.45,
            "line": {"color": palette.quiet, "width": 1.5, "dash": "dot"},
        }
    ]  # fmt: skip
    on_muted = {"size": 16, "color": "#14202B" if palette.page == "#FFFFFF" else palette.ink}
    annotations = [
        words(f"<b>{arriving.text}</b>", palette, x=come / 2, y=0,
              font={"size": 16, "color": palette.page}),
        words(f"<b>{sought.text}</b> sought", palette, x=come + seek / 2, y=0),
        words(f"<b>{away.text}</b> on other duties", palette, x=gone * 0.03, y=1,
              xanchor="left", font=on_muted),
    ]  # fmt: skip
    return figure(
        traces,
        palette,
        170,
        barmode="overlay",
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
        xaxis=bare(range=[0, max(come + seek, gone) * 1.04 or 1]),
        yaxis=bare(range=[1.5, -0.5]),
        annotations=annotations,
        shapes=shapes,
    )


# Longest and palest first: slices side by side would show seams between them.
FADE_STEPS = 28


def _fading(row: int, size: float, colour: str, palette: Palette) -> list[dict]:
    """A bar that fades towards its end: its length is a limit, not a count."""
    bars = []
    for step in range(FADE_STEPS):
        share = 1 - 0.42 * step / (FADE_STEPS - 1)
        shade = mixed(palette.page, colour, 0.16 + 0.84 * step / (FADE_STEPS - 1))
        bar = one_bar(row, 0, size * share, shade, shade)
        bar["marker"]["line"] = {"width": 0}
        bars.append(bar)
    return bars


def _hatched(row: int, left: float, whole: float, palette: Palette) -> list[dict]:
    """An unknown: hatching that thins out to the left, without an end and right of the axis."""
    bars = []
    reach = min(whole * 0.3, max(left, whole * 0.06))
    left = max(left, reach)
    for step in range(5):
        share = 1 - step / 5
        shade = mixed(palette.page, palette.quiet, 0.25 + 0.15 * step)
        bars.append(
            {
                "type": "bar",
                "orientation": "h",
                "y": [row],
                "base": [left - reach * share],
                "x": [reach * share],
                "width": [0.62],
                "marker": {
                    "color": palette.page,
                    "line": {"width": 0},
                    "pattern": {"shape": "/", "fgcolor": shade, "size": 9, "solidity": 0.25},
                },
            }
        )
    return bars


def _end_mark(row: int, size: float, colour: str) -> dict:
    return {
        "type": "line", "x0": size, "x1": size, "y0": row - 0.31, "y1": row + 0.31,
        "line": {"color": colour, "width": 3, "dash": "dash"},
    }  # fmt: skip
