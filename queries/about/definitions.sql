-- How is each indicator defined, and does it have a figure?
-- Grain: one row per indicator.
-- Parameters: none
WITH latest AS (
    SELECT
        observation.indicator,
        count(*) AS figures
    FROM observation
    WHERE observation.standing NOT IN ('withheld', 'not available', 'not applicable')
    GROUP BY observation.indicator
)

SELECT
    indicator.indicator,
    indicator.title,
    indicator.theme,
    indicator.question,
    indicator.definition,
    indicator.unit,
    indicator.clock,
    indicator.population,
    indicator.organisation,
    indicator.lowest_level,
    indicator.breakdowns_wanted,
    indicator.better,
    indicator.why,
    indicator.owner,
    indicator.source,
    indicator.caveats,
    indicator.not_comparable_with,
    indicator.disclosure,
    indicator.related_asks,
    indicator.checked_against,
    indicator.reviewed,
    indicator.review_by,
    coalesce(latest.figures, 0) AS figures
FROM indicator
LEFT JOIN latest ON indicator.indicator = latest.indicator
ORDER BY indicator.title
