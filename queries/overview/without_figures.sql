-- Which indicators has nobody supplied a single number for, and who owes it?
-- Grain: one row per indicator without a number in this publication.
-- Parameters: none
SELECT
    indicator.indicator,
    indicator.title,
    indicator.label,
    indicator.theme,
    indicator.owner
FROM indicator
INNER JOIN reach ON indicator.indicator = reach.indicator
WHERE reach.figures = 0
ORDER BY indicator.theme, indicator.indicator
