-- Which quarters of the arriving return differ much from the same quarter a year before?
-- Grain: one row per quarter of a flow, the four quarters before it known, that is half as many again
-- as the one a year before, or two thirds of it or less, by more than chance would give.
-- Parameters: $feed (the return that arrives)
-- Chance: three times the square root of both together, if cases are independent. What is three times
-- or a third, and 30 away, is asked about already: changes_to_be_explained.
WITH arrived AS (
    SELECT DISTINCT
        observation.indicator,
        observation.level,
        observation.breakdown
    FROM observation
    INNER JOIN indicator ON observation.indicator = indicator.indicator
    WHERE observation.feed = $feed AND observation.period_kind = 'quarter' AND indicator.kind = 'flow'
),

quarters AS (
    SELECT
        observation.indicator,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place,
        observation.breakdown,
        observation.period,
        observation.starts_on,
        observation.ends_on,
        observation.value,
        observation.feed
    FROM observation
    INNER JOIN arrived
        ON
            observation.indicator = arrived.indicator
            AND observation.level = arrived.level
            AND observation.breakdown = arrived.breakdown
    WHERE observation.period_kind = 'quarter' AND observation.value IS NOT NULL
),

pairs AS (
    SELECT
        quarters.*,
        before_it.period AS held_against,
        before_it.value AS before,
        count(*) OVER (
            PARTITION BY quarters.indicator, quarters.place, quarters.breakdown
            ORDER BY quarters.starts_on
            RANGE BETWEEN INTERVAL 1 YEAR PRECEDING AND INTERVAL 1 MONTH PRECEDING
        ) AS known_before
    FROM quarters
    LEFT JOIN quarters AS before_it
        ON
            quarters.indicator = before_it.indicator
            AND quarters.place = before_it.place
            AND quarters.breakdown = before_it.breakdown
            AND quarters.starts_on = before_it.starts_on + INTERVAL 1 YEAR
)

SELECT
    pairs.indicator,
    pairs.period,
    pairs.place,
    pairs.breakdown,
    cast(pairs.starts_on AS VARCHAR) AS starts_on,
    cast(pairs.ends_on AS VARCHAR) AS ends_on,
    pairs.value,
    pairs.held_against,
    pairs.before
FROM pairs
WHERE
    pairs.feed = $feed
    AND pairs.known_before = 4
    AND greatest(pairs.value, pairs.before) >= 1.5 * least(pairs.value, pairs.before)
    AND abs(pairs.value - pairs.before) > 3 * sqrt(pairs.value + pairs.before)
    AND NOT (
        greatest(pairs.value, pairs.before) >= 3 * least(pairs.value, pairs.before)
        AND abs(pairs.value - pairs.before) >= 30
    )
ORDER BY pairs.indicator, pairs.starts_on, pairs.place, pairs.breakdown
