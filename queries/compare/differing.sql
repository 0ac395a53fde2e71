-- Which figures say something else in the newer publication than in the older?
-- Grain: one row per figure that is new, changed or gone, as it was before and is after; how says which.
-- Parameters: none; reads the catalogs older and newer.
-- Each comparison of two publications has it as the view differing.
WITH stood AS (
    SELECT
        observation.*,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place
    FROM older.observation
),

stands AS (
    SELECT
        observation.*,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place
    FROM newer.observation
)

SELECT
    CASE
        WHEN stood.indicator IS NULL THEN 'new'
        WHEN stands.indicator IS NULL THEN 'gone'
        ELSE 'changed'
    END AS how,
    coalesce(stands.indicator, stood.indicator) AS indicator,
    coalesce(stands.period, stood.period) AS period,
    coalesce(stands.starts_on, stood.starts_on) AS starts_on,
    coalesce(stands.ends_on, stood.ends_on) AS ends_on,
    coalesce(stands.area, stood.area) AS area,
    coalesce(stands.level, stood.level) AS level,
    coalesce(stands.place, stood.place) AS place,
    coalesce(stands.breakdown, stood.breakdown) AS breakdown,
    stood.value AS before_value,
    stood.lower AS before_lower,
    stood.upper AS before_upper,
    stood.qualifier AS before_qualifier,
    stood.marker AS before_marker,
    stood.withheld AS before_withheld,
    stood.standing AS before_standing,
    stands.value AS after_value,
    stands.lower AS after_lower,
    stands.upper AS after_upper,
    stands.qualifier AS after_qualifier,
    stands.marker AS after_marker,
    stands.withheld AS after_withheld,
    stands.standing AS after_standing,
    stands.feed
FROM stood
FULL JOIN stands
    ON
        stood.indicator = stands.indicator
        AND stood.starts_on IS NOT DISTINCT FROM stands.starts_on
        AND stood.ends_on IS NOT DISTINCT FROM stands.ends_on
        -- One expression a side: a choice between two would be tried on every pair of rows.
        AND stood.place = stands.place
        AND stood.breakdown = stands.breakdown
WHERE
    stood.indicator IS NULL
    OR stands.indicator IS NULL
    OR stood.lower IS DISTINCT FROM stands.lower
    OR stood.upper IS DISTINCT FROM stands.upper
    OR stood.marker IS DISTINCT FROM stands.marker
    OR stood.qualifier IS DISTINCT FROM stands.qualifier
    OR stood.withheld IS DISTINCT FROM stands.withheld
