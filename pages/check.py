"""Check: every claim of the report and the press release, recomputed; and the two side by side."""

import streamlit as st

from oversight import claims, filters, panels, wording

now = filters.chosen()
said = panels.documents(now)

heading = st.empty()
part = panels.part_of_the_check()
if part == panels.PRESS:
    panels.title(wording.press_title(said.asks), heading)
    panels.asks_in_both(now, said)
    panels.figures_in_both(now, said)
elif part == panels.VINTAGES:
    panels.title(wording.vintages_title(claims.vintages(said)), heading)
    panels.two_vintages(now, said)
else:
    ledger = claims.ledger(said)
    chosen = panels.claim_asked_for(ledger)
    panels.title(wording.claim_title(chosen) if chosen else wording.check_title(ledger), heading)
    if chosen:
        panels.one_claim(now, said, chosen)
    else:
        panels.verdicts(ledger)
    panels.every_claim(now, said, ledger)
    panels.slips(now, ledger)
panels.redacted(now)
