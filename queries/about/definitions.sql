-- How is each indicator defined, and does it have a figure?
-- Grain: one row per indicator.
-- Parameters: none
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
    reach.figures
FROM indicator
INNER JOIN reach ON indicator.indicator = reach.indicator
ORDER BY indicator.title
