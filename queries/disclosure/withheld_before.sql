-- Which tables did the publication before withhold whole?
-- Grain: one row per indicator, year (the first of it) and place, London for the whole of it.
-- Parameters: $indicators (list of ids)
SELECT
    earlier_withheld_table.indicator,
    left(earlier_withheld_table.year, 4) AS year,
    earlier_withheld_table.area AS place
FROM earlier_withheld_table
WHERE list_contains($indicators, earlier_withheld_table.indicator)
