-- Which indicators may belong to a topic, who owes each, and how many figures are there of it?
-- Grain: one row per indicator; figures counts those for any place.
-- Parameters: none
SELECT
    indicator.indicator,
    indicator.title,
    indicator.label,
    indicator.unit,
    indicator.owner,
    reach.figures
FROM indicator
INNER JOIN reach ON indicator.indicator = reach.indicator
ORDER BY indicator.indicator
