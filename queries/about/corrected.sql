-- Which figures of these themes read otherwise than when they were first published?
-- Grain: one row per figure, newest correction first: what was first published and what stands.
-- Parameters: $themes (list), $starts_on and $ends_on (period shown; NULL for all)
-- A figure that reads again as it first did, or more exactly, is none of them.
WITH told AS (
    SELECT
        correction.*,
        CASE WHEN correction.level = 'London' THEN 'London' ELSE correction.area END AS place,
        indicator.label
    FROM correction
    INNER JOIN indicator ON correction.indicator = indicator.indicator
    WHERE
        list_contains($themes, indicator.theme)
        AND ($starts_on IS NULL OR correction.ends_on IS NULL OR correction.ends_on >= $starts_on)
        AND ($ends_on IS NULL OR correction.starts_on IS NULL OR correction.starts_on <= $ends_on)
),

-- What was withheld once is told without its number for good; the first word with one counts.
first_word AS (
    SELECT
        told.*,
        max(told.publication) OVER figures AS newest
    FROM told
    WINDOW
        figures AS (
            PARTITION BY told.indicator, told.starts_on, told.ends_on, told.place, told.breakdown
        )
    QUALIFY
        row_number() OVER (
            PARTITION BY told.indicator, told.starts_on, told.ends_on, told.place, told.breakdown
            ORDER BY told.before_standing = 'withheld', told.publication
        ) = 1
),

stands AS (
    SELECT
        observation.*,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place
    FROM observation
)

SELECT
    first_word.label AS title,
    first_word.period,
    first_word.starts_on,
    first_word.ends_on,
    CASE WHEN first_word.level != 'London' THEN area.name END AS place,
    first_word.breakdown,
    first_word.before_value,
    first_word.before_lower,
    first_word.before_upper,
    first_word.before_qualifier,
    first_word.before_marker,
    first_word.before_withheld,
    first_word.before_standing,
    stands.value AS after_value,
    stands.lower AS after_lower,
    stands.upper AS after_upper,
    coalesce(stands.qualifier, 'missing') AS after_qualifier,
    coalesce(stands.marker, '') AS after_marker,
    coalesce(stands.withheld, 0) AS after_withheld,
    coalesce(stands.standing, 'left out') AS after_standing,
    count(*) OVER () AS corrections
FROM first_word
LEFT JOIN stands
    ON
        first_word.indicator = stands.indicator
        AND first_word.starts_on IS NOT DISTINCT FROM stands.starts_on
        AND first_word.ends_on IS NOT DISTINCT FROM stands.ends_on
        AND first_word.place = stands.place
        AND first_word.breakdown = stands.breakdown
LEFT JOIN area ON first_word.area = area.code
WHERE
    stands.indicator IS NULL
    OR stands.standing IN ('withheld', 'not available', 'not applicable')
    OR coalesce(stands.lower, '-inf') < coalesce(first_word.before_lower, '-inf')
    OR coalesce(stands.upper, 'inf') > coalesce(first_word.before_upper, 'inf')
ORDER BY
    first_word.newest DESC,
    (first_word.level = 'London') DESC,
    first_word.label ASC,
    first_word.starts_on ASC,
    place ASC,
    first_word.breakdown ASC
LIMIT 3
