"""Partners: what is known, who said it, what was asked, and which figure would settle it."""

import streamlit as st

from oversight import filters, panels, series, themes

now = filters.chosen()
topics = now.rows("partners/topics")
named = sorted({name for row in topics for name in row.indicators})
found = themes.partners(
    topics,
    now.rows("partners/indicators"),
    series.of(now.period_rows("series/dated", *named)),
    now.held,
    now.rows("partners/statements"),
)

heading = st.empty()
panels.corrected(now, "partnership", "oversight")
panels.redacted(now, "partnership", "oversight")
shown = panels.pick_topic(found)
panels.title(panels.partners_title(now, found, shown), heading)
if len(shown) == len(found):
    panels.partner_cards(now, found)
panels.topics(now, shown)
panels.as_tables(now, shown)
