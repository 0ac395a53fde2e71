-- How many cells of the arriving return are new, and how many read otherwise than before?
-- Grain: one row; a note that says nothing changes no cell. withheld counts those that readers will
-- see as withheld, whichever they are.
-- Parameters: $feed (the return that arrives)
-- Years that are sums of the return's quarters bear its number too, and are none of its cells.
WITH years AS (
    SELECT
        arriving.indicator,
        cast(arriving.starts_on AS DATE) AS starts_on,
        arriving.breakdown,
        CASE WHEN area.is_whole THEN 'London' ELSE arriving.area END AS place
    FROM arriving
    LEFT JOIN newer.area ON arriving.area = area.code
    WHERE
        arriving.feed = cast($feed AS VARCHAR)
        AND datediff('day', cast(arriving.starts_on AS DATE), cast(arriving.ends_on AS DATE)) > 360
),

stands AS (
    SELECT
        observation.indicator,
        observation.period_kind,
        observation.starts_on,
        observation.ends_on,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place,
        observation.breakdown,
        observation.value,
        observation.lower,
        observation.upper,
        observation.qualifier,
        observation.marker,
        observation.note
    FROM newer.observation
    WHERE observation.feed = $feed
),

cells AS (
    SELECT stands.*
    FROM stands
    LEFT JOIN years
        ON
            stands.indicator = years.indicator
            AND stands.starts_on = years.starts_on
            AND stands.breakdown = years.breakdown
            AND stands.place = years.place
    WHERE stands.period_kind NOT IN ('financial year', 'calendar year') OR years.indicator IS NOT NULL
),

stood AS (
    SELECT
        observation.indicator,
        observation.starts_on,
        observation.ends_on,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place,
        observation.breakdown,
        observation.value,
        observation.lower,
        observation.upper,
        observation.marker,
        observation.note
    FROM older.observation
)

SELECT
    count(*) FILTER (stood.indicator IS NULL) AS new,
    count(*) FILTER (
        stood.indicator IS NOT NULL
        AND (
            stood.value IS DISTINCT FROM cells.value
            OR stood.lower IS DISTINCT FROM cells.lower
            OR stood.upper IS DISTINCT FROM cells.upper
            OR stood.marker IS DISTINCT FROM cells.marker
            OR (cells.note != '' AND stood.note != cells.note)
        )
    ) AS changed,
    count(*) FILTER (cells.qualifier = 'withheld') AS withheld
FROM cells
LEFT JOIN stood
    ON
        cells.indicator = stood.indicator
        AND cells.starts_on = stood.starts_on
        AND cells.ends_on = stood.ends_on
        AND cells.place = stood.place
        AND cells.breakdown = stood.breakdown
