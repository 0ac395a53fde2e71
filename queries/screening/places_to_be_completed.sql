-- For which periods of the arriving return are figures of some places not there any more?
-- Grain: one row per indicator and period that lacks places of the newest earlier one; missing are
-- those, by name.
-- Parameters: $feed (the return that arrives)
-- A place with a marker instead of a number is there, however its figures are split.
WITH arrived AS (
    SELECT DISTINCT
        observation.indicator,
        observation.period_kind
    FROM observation
    WHERE observation.feed = $feed AND observation.level = 'borough'
),

periods AS (
    SELECT
        observation.indicator,
        observation.period_kind,
        observation.period,
        observation.starts_on,
        observation.ends_on,
        list(DISTINCT area.name ORDER BY area.name) AS places,
        min([observation.area, observation.breakdown]) FILTER (observation.feed = $feed) AS first_cell
    FROM observation
    INNER JOIN arrived
        ON
            observation.indicator = arrived.indicator
            AND observation.period_kind = arrived.period_kind
    INNER JOIN area ON observation.area = area.code
    WHERE observation.level = 'borough'
    GROUP BY
        observation.indicator,
        observation.period_kind,
        observation.period,
        observation.starts_on,
        observation.ends_on
),

pairs AS (
    SELECT
        periods.*,
        lag(periods.period) OVER earlier AS held_against,
        lag(periods.places) OVER earlier AS places_before
    FROM periods
    WINDOW earlier AS (
        PARTITION BY periods.indicator, periods.period_kind
        ORDER BY periods.starts_on
    )
)

SELECT
    pairs.indicator,
    pairs.period,
    pairs.first_cell[1] AS place,
    pairs.first_cell[2] AS breakdown,
    cast(pairs.starts_on AS VARCHAR) AS starts_on,
    cast(pairs.ends_on AS VARCHAR) AS ends_on,
    pairs.held_against,
    pairs.places_before,
    list_filter(pairs.places_before, x -> NOT list_contains(pairs.places, x)) AS missing
FROM pairs
WHERE pairs.first_cell IS NOT NULL AND NOT list_has_all(pairs.places, pairs.places_before)
ORDER BY pairs.indicator, pairs.starts_on
