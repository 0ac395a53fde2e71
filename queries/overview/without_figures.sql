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
LEFT JOIN observation
    ON
        indicator.indicator = observation.indicator
        AND observation.standing NOT IN ('withheld', 'not available', 'not applicable')
WHERE observation.indicator IS NULL
ORDER BY indicator.theme, indicator.indicator
