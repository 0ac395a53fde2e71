-- How is each indicator defined?
-- Grain: one row per definition file.
CREATE TABLE indicator AS
SELECT
    definitions.name AS indicator,
    definitions.title,
    definitions.label,
    definitions.theme,
    definitions.question,
    definitions.definition,
    definitions.unit,
    definitions.kind,
    definitions.sum_of,
    definitions.part_of,
    definitions.counter_measure,
    definitions.clock,
    definitions.population,
    definitions.organisation,
    definitions.lowest_level,
    definitions.breakdowns_wanted,
    definitions.better,
    definitions.target,
    definitions.why,
    definitions.owner,
    definitions.source,
    definitions.caveats,
    definitions.not_comparable_with,
    definitions.disclosure,
    definitions.related_asks,
    definitions.checked_against,
    definitions.reviewed,
    definitions.review_by
FROM definitions
ORDER BY definitions.name;
