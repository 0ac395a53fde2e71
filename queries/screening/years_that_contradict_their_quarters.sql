-- Which yearly figures contradict the sum of their quarters, as far as those are known?
-- Grain: one row per indicator, year, place and breakdown where the sum lies outside the limits.
-- Parameters: $feed (the return that arrives)
-- cells holds those of the return that arrives, the whole's first; feeds all returns that it rests on.
WITH quarters AS (
    SELECT
        observation.indicator,
        observation.level,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place,
        observation.breakdown,
        observation.starts_on,
        observation.ends_on,
        observation.feed,
        observation.lower,
        observation.upper
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
    CASE WHEN years.level = 'London' THEN 'London' ELSE years.area END AS place,
    years.breakdown,
    years.lower,
    years.upper,
    sum(quarters.lower) AS lower_sum,
    sum(quarters.upper) AS upper_sum,
    list_prepend(
        CASE
            WHEN years.feed = $feed
                THEN [years.indicator, cast(years.starts_on AS VARCHAR), cast(years.ends_on AS VARCHAR)]
        END,
        list([years.indicator, cast(quarters.starts_on AS VARCHAR), cast(quarters.ends_on AS VARCHAR)])
        FILTER (quarters.feed = $feed)
    ) AS cells,
    list_append(list(DISTINCT quarters.feed), years.feed) AS feeds
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
GROUP BY
    years.indicator,
    years.period,
    years.level,
    years.area,
    years.breakdown,
    years.lower,
    years.upper,
    years.starts_on,
    years.ends_on,
    years.feed
HAVING
    (count(*) = 4 AND sum(quarters.upper) < years.lower)
    OR sum(quarters.lower) > years.upper
ORDER BY years.indicator, years.period, place, years.breakdown;
