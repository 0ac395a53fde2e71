-- Which figures of the catalog `newer` read otherwise than in `older`, the same publication before?
-- Grain: one row per figure; days as text, London as one place.
-- is_same where its number and limits are; is_withheld where it was not before; is_revealed where it
-- is not any more, or is told more exactly; is_limited where it is told less exactly than before.
WITH before AS (
    SELECT
        observation.*,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place
    FROM older.observation
),

after AS (
    SELECT
        observation.*,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place
    FROM newer.observation
)

SELECT
    coalesce(before.indicator, after.indicator) AS indicator,
    coalesce(cast(before.starts_on AS VARCHAR), cast(after.starts_on AS VARCHAR), '') AS starts_on,
    coalesce(cast(before.ends_on AS VARCHAR), cast(after.ends_on AS VARCHAR), '') AS ends_on,
    coalesce(before.place, after.place) AS place,
    coalesce(before.breakdown, after.breakdown) AS breakdown,
    coalesce(before.period, after.period) AS period,
    coalesce(
        before.indicator = after.indicator
        AND before.value IS NOT DISTINCT FROM after.value
        AND before.lower IS NOT DISTINCT FROM after.lower
        AND before.upper IS NOT DISTINCT FROM after.upper,
        FALSE
    ) AS is_same,
    coalesce(after.marker = 'c' AND before.marker != 'c', FALSE) AS is_withheld,
    coalesce(
        (after.marker != 'c' AND before.marker = 'c')
        OR after.upper - after.lower < before.upper - before.lower,
        FALSE
    ) AS is_revealed,
    coalesce(
        after.withheld > before.withheld
        OR (
            after.lower <= before.lower
            AND coalesce(after.upper, 'inf') >= coalesce(before.upper, 'inf')
        ),
        FALSE
    ) AS is_limited
FROM before
FULL OUTER JOIN after
    ON
        before.indicator = after.indicator
        AND before.starts_on IS NOT DISTINCT FROM after.starts_on
        AND before.ends_on IS NOT DISTINCT FROM after.ends_on
        AND before.place = after.place
        AND before.breakdown = after.breakdown
        AND before.period = after.period
WHERE
    before.indicator IS NULL
    OR after.indicator IS NULL
    OR before.value IS DISTINCT FROM after.value
    OR before.lower IS DISTINCT FROM after.lower
    OR before.upper IS DISTINCT FROM after.upper
    OR before.qualifier IS DISTINCT FROM after.qualifier
    OR before.marker IS DISTINCT FROM after.marker
    OR before.withheld IS DISTINCT FROM after.withheld
    OR before.standing IS DISTINCT FROM after.standing
    OR before.area IS DISTINCT FROM after.area
    OR before.source IS DISTINCT FROM after.source
    OR before.page IS DISTINCT FROM after.page
    OR before.location IS DISTINCT FROM after.location
    OR before.note IS DISTINCT FROM after.note
    OR before.figure IS DISTINCT FROM after.figure
    OR before.claim IS DISTINCT FROM after.claim
    OR before.feed IS DISTINCT FROM after.feed
ORDER BY indicator, starts_on, ends_on, place, breakdown, period
