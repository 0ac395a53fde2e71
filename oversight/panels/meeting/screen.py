"""What a slide needs of the browser: its markup, drawing included, and the time of day."""

from __future__ import annotations

import streamlit as st

# Until what it gives is called, an element tells the time of day.
_CLOCK = """
const clock = (time) => {
  const tell = () => { time.textContent = new Date().toTimeString().slice(0, 5); };
  tell();
  const every = setInterval(tell, 5000);
  return () => clearInterval(every);
};
"""
# Streamlit takes drawings out of HTML; a component may show them. What it is given is our own
# markup, every word of it escaped.
SHOW = f"""{_CLOCK}
export default function ({{ data, parentElement }}) {{
  const slide = parentElement.querySelector('.slide-place');
  if (slide.dataset.shown !== data.markup) {{
    slide.innerHTML = data.markup;
    slide.dataset.shown = data.markup;
  }}
  slide.hidden = data.blank;
  document.title = data.title;
  return clock(slide.querySelector('time'));
}}
"""
_TELL = f"""{_CLOCK}
export default function ({{ data, parentElement }}) {{
  // Home, End and the keys of pages turn slides: the arrows up and down and the space bar scroll
  // what is long, so they must go to what scrolls, and each slide begins at its top.
  const main = parentElement.closest('[data-testid="stMain"]');
  main.tabIndex = -1;
  if (!main.contains(document.activeElement)) main.focus({{ preventScroll: true }});
  if (main.dataset.slide !== data.slide) main.scrollTop = 0;
  main.dataset.slide = data.slide;
  return clock(parentElement.querySelector('time'));
}}
"""

HTML = '<div class="slide-place"></div>'

_slide = st.components.v2.component("oversight_slide", html=HTML, js=SHOW, isolate_styles=False)
_clock = st.components.v2.component(
    "oversight_clock", html='<p class="clock"><time></time></p>', js=_TELL, isolate_styles=False
)


def screen(markup: str, title: str, is_blank: bool) -> None:
    """A slide over the whole window, or an empty one; `title` names the browser's tab."""
    _slide(data={"markup": markup, "title": title, "blank": is_blank}, key="slide")


def clock(key: str, at: int) -> None:
    """The time of day, for whoever presents the slide at this place."""
    _clock(data={"slide": str(at)}, key=key)
