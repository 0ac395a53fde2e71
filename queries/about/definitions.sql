-- How is each indicator defined, and does it have a figure?
-- Grain: one row per indicator.
-- Parameters: none
SELECT
    indicator.indicator,
    indicator.title,
    indicator.definition,
    indicator.unit,
    indicator.clock,
    indicator.better,
    indicator.owner,
    reach.figures
FROM indicator
INNER JOIN reach ON indicator.indicator = reach.indicator
ORDER BY indicator.title
