-- Which figures say something else in the newer publication than in the older, and why?
-- Grain: one row per figure that is new, changed or gone; the first $most of them, London first.
-- Parameters: $most; reads the view differing and the catalogs older and newer.
-- how says which of the three; differences counts all of them, of_its_kind those alike. publication
-- is the one that changed or brought it, why its note: of the return, or why one was withdrawn; or
-- that the figure is withheld or rounded for what is around it.
WITH counted AS (
    SELECT
        differing.how,
        count(*) AS of_its_kind,
        sum(count(*)) OVER () AS differences
    FROM memory.main.differing AS differing
    GROUP BY differing.how
),

shown AS (
    SELECT differing.*
    FROM memory.main.differing AS differing
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
