"""CSE and FGM: referrals, what was expected and promised, and assessments since the report."""

import streamlit as st

from oversight import filters, panels, themes, wording

now = filters.chosen()
said = now.rows("cse_and_fgm/said_in_words", indicators=(themes.CSE,))
exploitation = themes.exploitation(now.period_rows("series/dated", *themes.EXPLOITATION), said)
fgm = themes.mutilation(now.period_rows("series/dated", themes.FGM))

heading = st.empty()
panels.corrected(now, "cse", "fgm")
panels.redacted(now, "cse", "fgm")
with st.container(horizontal=True, key="choices"):
    factor = panels.factor()
    indicator = themes.ASSESSED[factor]
    assessed = themes.assessments(now.period_rows("cse_and_fgm/by_authority", indicator))
    london = panels.london_total(now, indicator)
    year = panels.year(assessed, london)
tiles, referrals = st.container(key="top").columns([1.18, 1], gap="large")
with tiles:
    panels.tile_map(now, factor, assessed, year, london)
with referrals:
    panels.referrals(now, fgm)
published = london.at(year) if year else None
total = assessed.total(year) if year else None
panels.title(wording.cse_and_fgm_title(factor, published, total, year, fgm), heading)

panels.referrals_expected(now, exploitation, said)
panels.for_each_officer(now, exploitation)
panels.beside_london(now, factor, assessed, london)
panels.wider(now)
panels.mapping(now)
