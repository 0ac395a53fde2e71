-- Which totals contradict the sum of their parts, all of the same period and place?
-- Grain: one row per indicator that is a sum, period, place and breakdown where the limits do not
-- meet.
-- Parameters: $feed (the return that arrives)
-- cells holds those of the return that arrives, the whole's first; feeds all returns that it rests on.
WITH parts AS (
    SELECT
        indicator.indicator AS whole,
        unnest(indicator.sum_of) AS part,
        len(indicator.sum_of) AS part_count
    FROM indicator
    WHERE indicator.sum_of IS NOT NULL
)

SELECT
    totals.indicator,
    totals.period,
    CASE WHEN totals.level = 'London' THEN 'London' ELSE totals.area END AS place,
    totals.breakdown,
    totals.lower,
    totals.upper,
    sum(addends.lower) AS lower_sum,
    sum(addends.upper) AS upper_sum,
    list_prepend(
        CASE
            WHEN totals.feed = $feed
                THEN [totals.indicator, cast(totals.starts_on AS VARCHAR), cast(totals.ends_on AS VARCHAR)]
        END,
        list([addends.indicator, cast(addends.starts_on AS VARCHAR), cast(addends.ends_on AS VARCHAR)])
        FILTER (addends.feed = $feed)
    ) AS cells,
    list_append(list(DISTINCT addends.feed), totals.feed) AS feeds
FROM observation AS totals
INNER JOIN parts ON totals.indicator = parts.whole
INNER JOIN observation AS addends
    ON
        parts.part = addends.indicator
        AND totals.starts_on = addends.starts_on
        AND totals.ends_on = addends.ends_on
        AND totals.level = addends.level
        AND totals.breakdown = addends.breakdown
        AND (totals.level = 'London' OR totals.area = addends.area)
GROUP BY
    totals.indicator,
    totals.period,
    totals.level,
    totals.area,
    totals.breakdown,
    totals.lower,
    totals.upper,
    totals.starts_on,
    totals.ends_on,
    totals.feed,
    parts.part_count
HAVING
    count(addends.upper) = parts.part_count
    AND (sum(addends.lower) > totals.upper OR sum(addends.upper) < totals.lower)
ORDER BY totals.indicator, totals.period, place, totals.breakdown;
