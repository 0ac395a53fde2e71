"""About the data: definitions, methods, sources, limits, and who to ask."""

import streamlit as st

from oversight import filters, panels

now = filters.chosen()

st.title("What every figure here means, and where it comes from")
panels.lists(now)
panels.definition(now)
panels.definitions(now)
