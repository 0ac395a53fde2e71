-- Which yearly figures contradict the sum of their four quarters?
-- Grain: one row per indicator, year, place and breakdown where the sum lies outside the limits.
WITH quarters AS (
    SELECT
        observation.indicator,
        observation.level,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place,
        observation.breakdown,
        observation.starts_on,
        observation.value
    FROM observation
    INNER JOIN indicator ON observation.indicator = indicator.indicator
    WHERE
        indicator.kind = 'flow'
        AND observation.period_kind = 'quarter'
        AND observation.value IS NOT NULL
)

SELECT
    years.indicator,
    years.period,
    years.area,
    years.breakdown,
    years.lower,
    years.upper,
    sum(quarters.value) AS sum_of_quarters
FROM observation AS years
INNER JOIN quarters
    ON
        years.indicator = quarters.indicator
        AND years.level = quarters.level
        AND years.breakdown = quarters.breakdown
        AND (years.level = 'London' OR years.area = quarters.place)
        AND quarters.starts_on BETWEEN years.starts_on AND years.ends_on
WHERE
    years.period_kind IN ('financial year', 'calendar year')
    AND years.qualifier NOT IN ('missing', 'withheld', 'at least')
GROUP BY years.indicator, years.period, years.area, years.breakdown, years.lower, years.upper
HAVING
    count(*) = 4
    AND (sum(quarters.value) < years.lower OR sum(quarters.value) > years.upper)
ORDER BY years.indicator, years.period;
