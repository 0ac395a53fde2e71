-- From which day on does an indicator count another thing, and why?
-- Grain: one row per break that the definition records, oldest first.
-- Parameters: $indicator
SELECT
    series_break.happened_on,
    series_break.reason
FROM series_break
WHERE series_break.indicator = $indicator
ORDER BY series_break.happened_on
