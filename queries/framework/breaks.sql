-- From which days on do indicators count another thing, and why?
-- Grain: one row per indicator and break that its definition records, oldest first.
-- Parameters: $indicator (NULL for all)
SELECT
    series_break.indicator,
    series_break.happened_on,
    series_break.reason
FROM series_break
WHERE $indicator IS NULL OR series_break.indicator = $indicator
ORDER BY series_break.indicator, series_break.happened_on
