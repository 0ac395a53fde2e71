-- Which indicator is which, what is it part of, and what does it add up?
-- Grain: one row per indicator; parts are joined by bars.
-- Parameters: none
SELECT
    indicator.indicator,
    indicator.title,
    indicator.label,
    indicator.part_of,
    array_to_string(indicator.sum_of, '|') AS parts
FROM indicator
ORDER BY indicator.indicator
