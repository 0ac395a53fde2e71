-- What happened that may bear on a theme?
-- Grain: one row per dated event of the theme.
-- Parameters: $theme
SELECT
    event.happened_on,
    event.precision,
    event.event,
    event.label,
    event.source,
    event.location
FROM event
WHERE list_contains(event.themes, $theme)
ORDER BY event.happened_on
