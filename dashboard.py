"""Page settings, the list of pages, and the frame round them; nothing else."""

import streamlit as st

from oversight import frame

PAGES = [
    st.Page("pages/overview.py", title="Overview", default=True),
    st.Page("pages/allegations.py", title="Allegations"),
    st.Page("pages/workforce.py", title="Workforce"),
    st.Page("pages/partners.py", title="Partners"),
    st.Page("pages/cse_and_fgm.py", title="CSE and FGM"),
    st.Page("pages/framework.py", title="Framework"),
    st.Page("pages/recommendations.py", title="Recommendations"),
    st.Page("pages/meeting.py", title="Meeting"),
    st.Page("pages/check.py", title="Check"),
    st.Page("pages/returns.py", title="Returns"),
    st.Page("pages/about.py", title="About the data"),
]

st.set_page_config(page_title="Safeguarding oversight", layout="wide")
page = st.navigation(PAGES, position=frame.menu())
now = frame.draw(page.title)
frame.run(page)
frame.close(now, page.title)
