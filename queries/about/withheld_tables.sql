-- Which tables could not be made safe and are withheld whole?
-- Grain: one row per table: an indicator in a year, for all of London or for one place.
-- Parameters: none
SELECT
    withheld_table.indicator,
    indicator.title,
    withheld_table.year,
    withheld_table.place
FROM withheld_table
INNER JOIN indicator ON withheld_table.indicator = indicator.indicator
ORDER BY indicator.title, withheld_table.indicator, withheld_table.year, withheld_table.place
