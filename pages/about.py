"""About the data: definitions, methods, sources, limits, and who to ask."""

from oversight import filters, panels

now = filters.chosen()

panels.title("What every figure here means, and where it comes from")
panels.lists(now)
panels.definitions(now)
