"""The meeting page itself: the running order, the ways to present it, and what to take away."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from oversight import filters, packs, rooms, slides, wording
from oversight.filters import Chosen
from oversight.packs import Made
from oversight.panels import links
from oversight.panels.panel import printed_records, table
from oversight.wording.meeting import NOT_SET, written_for

# Where the session keeps the code of the room that its links lead to.
ROOM = "meeting room"
PACKS: dict[str, tuple[str, Callable[[Made], bytes], str]] = {
    "pptx": (
        "Slides (PPTX)",
        packs.as_pptx,
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    "xlsx": (
        "Spreadsheet (XLSX)",
        packs.as_xlsx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "html": ("One page to read and print (HTML)", packs.as_html, "text/html"),
    "zip": ("Every table (CSV, zipped)", packs.as_zip, "application/zip"),
}


def made_ready(now: Chosen) -> Made:
    """The meeting as the reader has chosen publication, reading date and period."""
    return packs.made(now.publication, now.on, now.starts_on, now.ends_on, now.current)


def running_order(now: Chosen, made: Made) -> None:
    """Every slide in its order, with a link to it."""
    st.header("Running order")
    if made.position.agenda:
        st.markdown(written_for(made.position.agenda[0].meeting_date))
    rows = [
        {
            "Slide": str(number),
            "Finding": item.slide.finding,
            "Minutes": str(item.minutes) if item.minutes is not None else NOT_SET,
            "Note": item.note or "none",
        }
        for number, item in enumerate(made.items, start=1)
    ]
    linked = [
        {
            **{name: wording.plain(cell) for name, cell in row.items()},
            "Slide": links.to(now, "meeting", row["Slide"], view="slides", slide=row["Slide"]),
        }
        for row in rows
    ]
    table("running_order", linked, now, printed_records(rows), "The running order")


def to_present(now: Chosen) -> None:
    """How to show it: on this screen alone, or with a second window that follows."""
    st.header("Present")
    code = st.session_state.setdefault(ROOM, rooms.new_code())
    # A return that is published meanwhile must not change the order in front of the room.
    fixed = {"publication": str(now.publication.number), "on": now.on.isoformat()}
    alone = links.to(now, "meeting", "Present on this screen", **fixed, view="slides")
    shown = links.to(now, "meeting", "the room's screen", **fixed, view="slides", room=code)
    held = links.to(now, "meeting", "your own window", **fixed, view="presenter", room=code)
    st.markdown(
        f"{alone}. Or with two windows, each of which follows the other: {shown} and {held}."
    )
    st.markdown(
        "Keys: the arrows to the sides or Page Up and Page Down move, Home and End go to the first"
        " and the last, B blanks the screen, Escape leaves. F11 fills the screen. In your own"
        " window the arrows up and down and the space bar scroll."
    )


def take_away(now: Chosen, made: Made) -> None:
    """The pack in each of its forms, and one slide as a picture."""
    st.header("Take away")
    invented = now.publication.is_invented
    name = wording.file_name(f"meeting_publication_{now.publication.number}_{now.on}", invented)
    with st.container(horizontal=True, key="packs"):
        for form, (label, written, mime) in PACKS.items():
            st.download_button(
                label, data=lambda written=written: written(made), file_name=f"{name}.{form}",
                mime=mime, on_click="ignore", key=f"pack_{form}", icon=":material/download:",
            )  # fmt: skip
    st.caption("Each is made from this publication on this reading date and says so.")
    drawn = {item.slide.name: item.slide for item in made.items if item.slide.drawing}
    if not drawn:
        return
    titles = {name: slide.title for name, slide in drawn.items()}
    chosen = filters.pick("One chart as a picture", titles, "choose a chart", "picture")
    if chosen is None:
        return
    slide, stamp = drawn[chosen], slides.stamp(made.position)
    said = made.position.looking_back
    with st.container(horizontal=True, key="pictures"):
        for form, written, mime in (
            ("svg", packs.as_svg, "image/svg+xml"), ("png", packs.as_png, "image/png"),
        ):  # fmt: skip
            st.download_button(
                f"{slide.title} ({form.upper()})",
                data=lambda written=written: written(slide, stamp, said),
                file_name=wording.file_name(
                    f"{chosen}_publication_{now.publication.number}.{form}", invented
                ),
                mime=mime,
                on_click="ignore", key=f"picture_{form}", icon=":material/download:",
            )  # fmt: skip
