-- How do the cells of the arriving return compare with those published before?
-- Grain: one row; every cell of the return is new, changed or the same (a note that says nothing
-- changes none). withheld counts those that readers will see as withheld, whichever they are.
-- Parameters: $feed (the return that arrives)
WITH places AS (
    SELECT
        area.code,
        CASE WHEN area.is_whole THEN 'London' ELSE area.code END AS place
    FROM area
),

cells AS (
    SELECT
        arriving.indicator,
        cast(arriving.starts_on AS DATE) AS starts_on,
        cast(arriving.ends_on AS DATE) AS ends_on,
        coalesce(places.place, arriving.area) AS place,
        arriving.breakdown
    FROM arriving
    LEFT JOIN places ON arriving.area = places.code
    WHERE arriving.feed = $feed
),

stands AS (
    SELECT
        observation.indicator,
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
    WHERE observation.indicator IN (SELECT cells.indicator FROM cells)
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
    WHERE observation.indicator IN (SELECT cells.indicator FROM cells)
)

SELECT
    count(*) FILTER (stood.indicator IS NULL) AS new,
    count(*) FILTER (
        stood.indicator IS NOT NULL
        AND (
            stood.value IS DISTINCT FROM stands.value
            OR stood.lower IS DISTINCT FROM stands.lower
            OR stood.upper IS DISTINCT FROM stands.upper
            OR stood.marker IS DISTINCT FROM stands.marker
            OR (stands.note != '' AND stood.note != stands.note)
        )
    ) AS changed,
    count(*) FILTER (stands.qualifier = 'withheld') AS withheld,
    count(cells.indicator) AS cells
FROM cells
LEFT JOIN stands
    ON
        cells.indicator = stands.indicator
        AND cells.starts_on = stands.starts_on
        AND cells.ends_on = stands.ends_on
        AND cells.place = stands.place
        AND cells.breakdown = stands.breakdown
LEFT JOIN stood
    ON
        cells.indicator = stood.indicator
        AND cells.starts_on = stood.starts_on
        AND cells.ends_on = stood.ends_on
        AND cells.place = stood.place
        AND cells.breakdown = stood.breakdown
