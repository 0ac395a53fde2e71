-- Which withheld quarters can be had back by taking the other three from their year?
-- Grain: one row per indicator, year, place and breakdown with a yearly number and one such quarter.
-- Parameters: none
SELECT
    years.indicator,
    years.period
FROM observation AS years
INNER JOIN observation AS quarters
    ON
        years.indicator = quarters.indicator
        AND years.level = quarters.level
        AND years.breakdown = quarters.breakdown
        AND (years.level = 'London' OR years.area = quarters.area)
        AND quarters.starts_on BETWEEN years.starts_on AND years.ends_on
        AND quarters.period_kind = 'quarter'
WHERE
    years.period_kind IN ('financial year', 'calendar year')
    AND years.value IS NOT NULL
GROUP BY years.indicator, years.period, years.area, years.breakdown
HAVING count(quarters.value) = 3 AND count(*) FILTER (quarters.marker = 'c') = 1
ORDER BY years.indicator, years.period
