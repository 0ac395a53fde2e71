-- Which figures say something else in the newer publication than in the older, and why?
-- Grain: one row per figure that is new, changed or gone; the first $most of them, London first.
-- Parameters: $most; reads the catalogs older and newer.
-- how says which of the three; differences counts all of them, of_its_kind those alike. publication
-- is the one that changed or brought it, why its note: of the return, or why one was withdrawn.
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
),

differing AS (
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
),

counted AS (
    SELECT
        differing.how,
        count(*) AS of_its_kind,
        sum(count(*)) OVER () AS differences
    FROM differing
    GROUP BY differing.how
),

shown AS (
    SELECT differing.*
    FROM differing
    ORDER BY
        differing.level != 'London',
        differing.indicator,
        differing.starts_on,
        differing.area,
        differing.breakdown
    LIMIT $most
),

corrected AS (
    SELECT
        correction.indicator,
        correction.starts_on,
        correction.ends_on,
        CASE WHEN correction.level = 'London' THEN 'London' ELSE correction.area END AS place,
        correction.breakdown,
        max(correction.publication) AS publication,
        arg_max(correction.why, correction.publication) AS why
    FROM newer.correction
    WHERE correction.publication > (SELECT publication.number FROM older.publication)
    GROUP BY ALL
)

SELECT
    shown.how,
    cast(counted.of_its_kind AS INTEGER) AS of_its_kind,
    cast(counted.differences AS INTEGER) AS differences,
    coalesce(indicator.title, shown.indicator) AS title,
    coalesce(indicator.unit, '') AS unit,
    shown.indicator,
    shown.period,
    shown.starts_on,
    shown.ends_on,
    CASE WHEN shown.level != 'London' THEN shown.area ELSE '' END AS area,
    CASE WHEN shown.level != 'London' THEN coalesce(area.name, shown.area) END AS place,
    shown.breakdown,
    shown.before_value,
    shown.before_lower,
    shown.before_upper,
    shown.before_qualifier,
    shown.before_marker,
    shown.before_withheld,
    shown.before_standing,
    shown.after_value,
    shown.after_lower,
    shown.after_upper,
    shown.after_qualifier,
    shown.after_marker,
    shown.after_withheld,
    shown.after_standing,
    coalesce(corrected.publication, accepted_return.publication) AS publication,
    coalesce(corrected.why, accepted_return.note, '') AS why
FROM shown
INNER JOIN counted ON shown.how = counted.how
LEFT JOIN newer.indicator AS indicator ON shown.indicator = indicator.indicator
LEFT JOIN newer.area AS area ON shown.area = area.code
LEFT JOIN newer.accepted_return AS accepted_return ON shown.feed = accepted_return.feed
LEFT JOIN corrected
    ON
        shown.indicator = corrected.indicator
        AND shown.starts_on IS NOT DISTINCT FROM corrected.starts_on
        AND shown.ends_on IS NOT DISTINCT FROM corrected.ends_on
        AND shown.place = corrected.place
        AND shown.breakdown = corrected.breakdown
ORDER BY
    shown.level != 'London',
    shown.indicator,
    shown.starts_on,
    shown.area,
    shown.breakdown
