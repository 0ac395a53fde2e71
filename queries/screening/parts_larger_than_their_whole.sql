-- Which wholes are smaller than their parts, in the same period and place?
-- Grain: one row per whole, period and place where even the parts' lower limits exceed its upper.
-- Parameters: $feed (the return that arrives)
-- cells holds those of the return that arrives, the whole's first; feeds all returns that it rests on.
-- Parts that are sums of other parts are held against the whole alone, the others added up.
WITH parts AS (
    SELECT
        observation.indicator,
        indicator.part_of,
        observation.starts_on,
        observation.ends_on,
        observation.level,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place,
        observation.breakdown,
        observation.feed,
        observation.lower,
        CASE WHEN indicator.sum_of IS NULL THEN 'kinds' ELSE observation.indicator END AS counted_with
    FROM observation
    INNER JOIN indicator ON observation.indicator = indicator.indicator
    WHERE indicator.part_of IS NOT NULL AND observation.lower IS NOT NULL
)

SELECT
    wholes.indicator,
    wholes.period,
    CASE WHEN wholes.level = 'London' THEN 'London' ELSE wholes.area END AS place,
    wholes.breakdown,
    wholes.lower,
    wholes.upper,
    sum(parts.lower) AS lower_sum,
    list_prepend(
        CASE
            WHEN wholes.feed = $feed
                THEN [wholes.indicator, cast(wholes.starts_on AS VARCHAR), cast(wholes.ends_on AS VARCHAR)]
        END,
        list([parts.indicator, cast(parts.starts_on AS VARCHAR), cast(parts.ends_on AS VARCHAR)])
        FILTER (parts.feed = $feed)
    ) AS cells,
    list_append(list(DISTINCT parts.feed), wholes.feed) AS feeds
FROM observation AS wholes
INNER JOIN parts
    ON
        wholes.indicator = parts.part_of
        AND wholes.starts_on = parts.starts_on
        AND wholes.ends_on = parts.ends_on
        AND wholes.level = parts.level
        AND wholes.breakdown = parts.breakdown
        AND (wholes.level = 'London' OR wholes.area = parts.place)
GROUP BY
    wholes.indicator,
    wholes.period,
    wholes.starts_on,
    wholes.ends_on,
    wholes.level,
    wholes.area,
    wholes.breakdown,
    wholes.lower,
    wholes.upper,
    wholes.feed,
    parts.counted_with
HAVING sum(parts.lower) > wholes.upper
ORDER BY wholes.indicator, wholes.starts_on, place, wholes.breakdown
