"""Overview: the finding of each theme, what changed, what cannot be seen, what is due."""

import streamlit as st

from oversight import filters, panels, themes, wording

now = filters.chosen()
yearly = now.period_rows("series/yearly", *themes.ALLEGATIONS, *themes.BUDGETED)
dated = now.period_rows("series/dated", *themes.COUNTED, *themes.CSE_TEAM, themes.FGM)
found = themes.allegations(yearly)
years = themes.workforce(yearly, dated)
year = list(years.values())[-1] if years else None
asks = themes.deadlines(themes.recommended(now.held))

panels.title(wording.overview_title(next(iter(found.changes), None), year, asks))
panels.redacted(now)
panels.cards(now, found, year, dated, asks)
left, right = st.columns(2, gap="large")
with left:
    panels.changed(now)
    panels.unseen(now, found)
with right:
    panels.expected(now)
