-- Which figures of the arriving return differ much from those before them?
-- Grain: one row per figure that is three times or a third of the one it is held against, and at
-- least 30 away from it.
-- Parameters: $feed (the return that arrives)
-- A figure is held against the same period a year before; where there is none, against the newest
-- earlier one of the same length.
WITH arrived AS (
    SELECT DISTINCT
        observation.indicator,
        observation.level,
        observation.breakdown
    FROM observation
    WHERE observation.feed = $feed AND observation.value IS NOT NULL
),

numbers AS (
    SELECT
        observation.indicator,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place,
        observation.breakdown,
        observation.period_kind,
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
    WHERE observation.value IS NOT NULL
),

sequences AS (
    SELECT
        numbers.*,
        lag(numbers.period) OVER earlier AS last_period,
        lag(numbers.value) OVER earlier AS last_value
    FROM numbers
    WINDOW earlier AS (
        PARTITION BY numbers.indicator, numbers.place, numbers.breakdown, numbers.period_kind
        ORDER BY numbers.starts_on
    )
),

pairs AS (
    SELECT
        sequences.indicator,
        sequences.place,
        sequences.breakdown,
        sequences.period,
        sequences.starts_on,
        sequences.ends_on,
        sequences.value,
        coalesce(years.period, sequences.last_period) AS held_against,
        coalesce(years.value, sequences.last_value) AS before
    FROM sequences
    LEFT JOIN numbers AS years
        ON
            sequences.indicator = years.indicator
            AND sequences.place = years.place
            AND sequences.breakdown = years.breakdown
            AND sequences.period_kind = years.period_kind
            AND sequences.starts_on = years.starts_on + INTERVAL 1 YEAR
    WHERE sequences.feed = $feed
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
    greatest(pairs.value, pairs.before) >= 3 * least(pairs.value, pairs.before)
    AND abs(pairs.value - pairs.before) >= 30
ORDER BY pairs.indicator, pairs.starts_on, pairs.place, pairs.breakdown
