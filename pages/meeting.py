"""Meeting: one finding a screen for the room, questions to put, and a pack to take away."""

import streamlit as st

from oversight import filters, panels, wording

now = filters.chosen()
made = panels.made_ready(now)
view = panels.meeting_view()
if view == panels.SLIDES:
    panels.present(now, made)
elif view == panels.PRESENTER:
    panels.presenter(made)
else:
    panels.title(wording.meeting_title(made.items, made.questions))
    panels.redacted(now)
    order, beside = st.columns([1.9, 1], gap="large")
    with order:
        panels.running_order(now, made)
    with beside:
        panels.to_present(now)
        panels.take_away(now, made)
    panels.questions_listed(now, made)
    panels.ordering(now, made)
