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
figure = chosen and panels.figure_asked_for(now, chosen)

if figure:
    panels.title(panels.figure_title(figure))
    panels.redacted_indicator(now, chosen)
    panels.one_figure(now, chosen, figure)
elif chosen:
    panels.title(wording.indicator_title(chosen, now.on))
    panels.redacted_indicator(now, chosen)
    panels.one_indicator(now, chosen, entries)
    panels.compared(now, chosen, entries)
    panels.definition(now, chosen, entries)
else:
    panels.title(wording.framework_title(entries))
    panels.redacted(now)
    panels.coverage(now, entries)
    panels.every_indicator(now, entries)
