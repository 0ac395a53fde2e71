"""Allegations: what was reported, against which baseline, and what it can and cannot mean."""

import streamlit as st

from oversight import filters, panels, themes, wording

now = filters.chosen()
found = themes.allegations(now.period_rows("series/yearly", *themes.ALLEGATIONS))

heading = st.empty()
panels.corrected(now, "demand", "outcomes", "context")
panels.redacted(now, "demand", "outcomes", "context")
chart, dial = st.columns([2.35, 1], gap="large")
with dial:
    baseline = panels.baselines(now, found)
    st.markdown(
        "**Not scored, no target.** A rise can mean more harm or more trust, and MOPAC fears that"
        " targets would distort recording (report p. 32)."
    )
with chart:
    panels.over_time(now, found, baseline)
longest = found.changes[-1] if found.changes else None
finding = wording.allegations_title(found.change(baseline), found.both.latest, longest)
panels.title(finding, heading)

panels.explanations()
left, right = st.columns(2, gap="large")
with left:
    panels.mix(now, found)
with right:
    panels.detections(now)
panels.numbers(now, found)
panels.all_victims(now)
