-- Which totals contradict the sum of their parts, all of the same period and place?
-- Grain: one row per indicator that is a sum, period and place where the limits do not meet.
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
    totals.area,
    totals.lower,
    totals.upper,
    sum(addends.lower) AS lower_sum,
    sum(addends.upper) AS upper_sum
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
GROUP BY totals.indicator, totals.period, totals.area, totals.lower, totals.upper, parts.part_count
HAVING
    count(addends.upper) = parts.part_count
    AND (sum(addends.lower) > totals.upper OR sum(addends.upper) < totals.lower)
ORDER BY totals.indicator, totals.period;
