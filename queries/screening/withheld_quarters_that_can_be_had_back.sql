-- Which withheld quarters can be had back by taking the other three from their year?
-- Grain: one row per indicator, year, place and breakdown with a yearly number and one such quarter.
-- Parameters: $feed (the return that arrives)
-- Counts of people below London, or split, are left out: a build hides what would give them away.
-- cells holds those of the return that arrives, the whole's first; feeds all returns that it rests on.
SELECT
    years.indicator,
    years.period,
    CASE WHEN years.level = 'London' THEN 'London' ELSE years.area END AS place,
    years.breakdown,
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
INNER JOIN indicator ON years.indicator = indicator.indicator
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
    AND (indicator.disclosure != 'raw' OR (years.level = 'London' AND years.breakdown = ''))
GROUP BY
    years.indicator,
    years.period,
    years.level,
    years.area,
    years.breakdown,
    years.starts_on,
    years.ends_on,
    years.feed
HAVING count(quarters.value) = 3 AND count(*) FILTER (quarters.marker = 'c') = 1
ORDER BY years.indicator, years.period, place, years.breakdown
