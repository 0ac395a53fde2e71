-- Which financial years can be chosen as the period shown?
-- Grain: one row per financial year from the first observation to the last.
-- Parameters: none
SELECT
    financial_year.period,
    financial_year.starts_on,
    financial_year.ends_on
FROM financial_year
ORDER BY financial_year.starts_on
