-- Which figures of these themes read otherwise than when they were first published?
-- Grain: one row per figure, newest correction first: what was first published and what stands.
-- Parameters: $themes (list), $starts_on and $ends_on (period shown; NULL for all)
-- A correction that was undone, so that the first word stands again, is none.
WITH told AS (
    SELECT
        correction.*,
        indicator.label,
        first_value(correction.before_value) OVER words AS first_value,
        first_value(correction.before_lower) OVER words AS first_lower,
        first_value(correction.before_upper) OVER words AS first_upper,
        first_value(correction.before_qualifier) OVER words AS first_qualifier,
        first_value(correction.before_marker) OVER words AS first_marker,
        first_value(correction.before_withheld) OVER words AS first_withheld,
        first_value(correction.before_standing) OVER words AS first_standing
    FROM correction
    INNER JOIN indicator ON correction.indicator = indicator.indicator
    WHERE
        list_contains($themes, indicator.theme)
        AND ($starts_on IS NULL OR correction.ends_on IS NULL OR correction.ends_on >= $starts_on)
        AND ($ends_on IS NULL OR correction.starts_on IS NULL OR correction.starts_on <= $ends_on)
    WINDOW
        words AS (
            PARTITION BY
                correction.indicator,
                correction.starts_on,
                correction.ends_on,
                CASE WHEN correction.level = 'London' THEN 'London' ELSE correction.area END,
                correction.breakdown
            ORDER BY correction.publication
        )
    QUALIFY
        row_number() OVER (
            PARTITION BY
                correction.indicator,
                correction.starts_on,
                correction.ends_on,
                CASE WHEN correction.level = 'London' THEN 'London' ELSE correction.area END,
                correction.breakdown
            ORDER BY correction.publication DESC
        ) = 1
)

SELECT
    told.label AS title,
    told.period,
    told.starts_on,
    told.ends_on,
    CASE WHEN told.level != 'London' THEN area.name END AS place,
    told.breakdown,
    told.first_value AS before_value,
    told.first_lower AS before_lower,
    told.first_upper AS before_upper,
    told.first_qualifier AS before_qualifier,
    told.first_marker AS before_marker,
    told.first_withheld AS before_withheld,
    told.first_standing AS before_standing,
    told.after_value,
    told.after_lower,
    told.after_upper,
    told.after_qualifier,
    told.after_marker,
    told.after_withheld,
    told.after_standing,
    count(*) OVER () AS corrections
FROM told
LEFT JOIN area ON told.area = area.code
WHERE
    told.first_lower IS DISTINCT FROM told.after_lower
    OR told.first_upper IS DISTINCT FROM told.after_upper
    OR told.after_standing IN ('withheld', 'left out')
ORDER BY
    told.publication DESC,
    (told.level = 'London') DESC,
    told.label ASC,
    told.starts_on ASC,
    place ASC,
    told.breakdown ASC
LIMIT 3
