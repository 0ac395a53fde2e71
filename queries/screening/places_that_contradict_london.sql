-- Which figures of London contradict those of its places?
-- Grain: one row per indicator, period and breakdown where London is less than its places' lower
-- limits, or differs from the sum of all boroughs.
-- Parameters: $feed (the return that arrives)
-- cells holds those of the return that arrives, the whole's first; feeds all returns that it rests on.
-- Published series print London to the nearest ten and places as they are: 5 lie between at most.
WITH known AS (
    SELECT count(*) AS boroughs
    FROM area
    WHERE area.level = 'borough'
),

london AS (
    SELECT
        observation.*,
        CASE
            WHEN indicator.disclosure = 'published' AND coalesce(observation.value, 1) % 10 = 0 THEN 5
            ELSE 0
        END AS rounding
    FROM observation
    INNER JOIN indicator ON observation.indicator = indicator.indicator
    WHERE observation.level = 'London' AND indicator.kind != 'share'
),

held AS (
    SELECT
        london.indicator,
        london.period,
        london.starts_on,
        london.ends_on,
        london.breakdown,
        london.lower,
        london.upper,
        london.feed,
        london.rounding,
        sum(places.lower) AS lower_sum,
        sum(places.upper) AS upper_sum,
        count(places.value) FILTER (places.level = 'borough') = any_value(known.boroughs)
        AND bool_and(places.value IS NOT NULL) AS is_complete,
        list([
            places.indicator,
            cast(places.starts_on AS VARCHAR),
            cast(places.ends_on AS VARCHAR),
            places.area,
            places.breakdown
        ]) FILTER (places.feed = $feed) AS cells,
        list(DISTINCT places.feed) AS feeds
    FROM london
    CROSS JOIN known
    INNER JOIN observation AS places
        ON
            london.indicator = places.indicator
            AND london.starts_on = places.starts_on
            AND london.ends_on = places.ends_on
            AND london.breakdown = places.breakdown
            AND places.level NOT IN ('London', 'country')
    GROUP BY
        london.indicator,
        london.period,
        london.starts_on,
        london.ends_on,
        london.breakdown,
        london.lower,
        london.upper,
        london.feed,
        london.rounding
)

SELECT
    held.indicator,
    held.period,
    'London' AS place,
    held.breakdown,
    held.lower,
    held.upper,
    held.lower_sum,
    CASE WHEN held.is_complete THEN held.upper_sum END AS upper_sum,
    list_prepend(
        CASE
            WHEN held.feed = $feed
                THEN
                    [
                        held.indicator,
                        cast(held.starts_on AS VARCHAR),
                        cast(held.ends_on AS VARCHAR),
                        'London',
                        held.breakdown
                    ]
        END,
        held.cells
    ) AS cells,
    list_append(held.feeds, held.feed) AS feeds
FROM held
WHERE
    held.upper + held.rounding < held.lower_sum
    OR (held.is_complete AND held.lower - held.rounding > held.upper_sum)
ORDER BY held.indicator, held.starts_on, held.breakdown
