"""Framework: every indicator that recommendation 8 could be met with, supplied or owed."""

from oversight import filters, framework, panels, wording

now = filters.chosen()
entries = framework.entries(
    now.rows("framework/indicators"),
    now.rows("framework/latest", starts_on=now.starts_on, ends_on=now.ends_on),
    now.rows("framework/latest", starts_on=None, ends_on=None) if now.is_limited else None,
    now.held,
)
chosen = panels.asked_for(entries)

if chosen:
    panels.title(wording.indicator_title(chosen, now.on))
    panels.one_indicator(now, chosen, entries)
    panels.compared(now, chosen, entries)
    panels.definition(now, chosen, entries)
else:
    panels.title(wording.framework_title(entries))
    panels.coverage(now, entries)
    panels.every_indicator(now, entries)
