"""Recommendations: what became of each thing that was asked, and who owes the next word."""

from oversight import filters, panels, wording

now = filters.chosen()
found = now.held
chosen = panels.ask_asked_for(found)

if chosen:
    panels.title(wording.ask_title(chosen))
    panels.one_ask(now, chosen)
else:
    panels.title(wording.recommendations_title(found, now.on))
    panels.asks_at_a_glance(now, found)
    panels.asks_held(now, found)
    panels.asks_moved(now, found)
    panels.action_log(now)
panels.recording(now, chosen)
