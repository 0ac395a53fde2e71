"""Workforce against budget: how many posts, how many people, and what nobody has said."""

import streamlit as st

from oversight import filters, panels, series, themes, wording

now = filters.chosen()
yearly = now.period_rows("series/yearly", *themes.BUDGETED)
dated = now.period_rows("series/dated", *themes.COUNTED)
years = themes.workforce(yearly, dated)

heading = st.empty()
panels.corrected(now, "workforce")
panels.redacted(now, "workforce")
if years:
    options = list(years)
    year = years[filters.choice("Financial year", options, options[-1], "year")]
    panels.title(wording.workforce_title(year), heading)
    st.markdown(wording.workforce_lede(year))
    waterfall, relief = st.columns([2.35, 1], gap="large")
    with waterfall:
        panels.posts_to_people(now, year)
    with relief:
        panels.help_on_the_way(now, year)
    panels.before_quoting(year)
    panels.suppose(year)
else:
    panels.title("No figure on posts and people for this period", heading)

left, right = st.columns([1.6, 1], gap="large")
with left:
    panels.budget_by_year(now, series.of(yearly), series.of(dated))
with right:
    panels.cse_team(now)
panels.strength(now)
