-- How many were counted in each borough, and how many children lived there then?
-- Grain: one row per borough, of the newest period within which children were counted.
-- Parameters: $indicator, $starts_on and $ends_on (period shown; NULL for all)
-- Children are those of the last day in the period for which the borough has a number.
WITH counted AS (
    SELECT
        observation.area,
        observation.period,
        observation.starts_on,
        observation.ends_on,
        observation.value,
        observation.lower,
        observation.upper,
        observation.qualifier,
        observation.marker,
        observation.withheld,
        observation.standing,
        coalesce(source.publisher || ': ' || source.title, observation.source) AS source
    FROM observation
    LEFT JOIN source ON observation.source = source.source AND source.licence LIKE 'Open%'
    WHERE
        observation.indicator = $indicator
        AND observation.level = 'borough'
        AND observation.breakdown = ''
        AND ($starts_on IS NULL OR observation.starts_on >= $starts_on)
        AND ($ends_on IS NULL OR observation.ends_on <= $ends_on)
),

living AS (
    SELECT
        observation.area,
        observation.ends_on,
        observation.period,
        observation.value,
        observation.source
    FROM observation
    WHERE
        observation.indicator = 'borough_child_population'
        AND observation.level = 'borough'
        AND observation.breakdown = ''
        AND observation.value > 0
),

beside AS (
    SELECT
        counted.*,
        living.value AS children,
        living.period AS children_on,
        living.source AS children_source
    FROM counted
    INNER JOIN
        living
        ON
            counted.area = living.area
            AND living.ends_on BETWEEN counted.starts_on AND counted.ends_on
    QUALIFY
        row_number() OVER (
            PARTITION BY counted.area, counted.starts_on, counted.ends_on
            ORDER BY living.ends_on DESC
        ) = 1
)

SELECT
    beside.area,
    area.name,
    beside.period,
    beside.value,
    beside.lower,
    beside.upper,
    beside.qualifier,
    beside.marker,
    beside.withheld,
    beside.standing,
    beside.source,
    beside.children,
    beside.children_on,
    beside.children_source
FROM beside
INNER JOIN area ON beside.area = area.code
QUALIFY
    beside.ends_on = max(beside.ends_on) OVER ()
    AND beside.starts_on = max(beside.starts_on) OVER (PARTITION BY beside.ends_on)
ORDER BY area.name
