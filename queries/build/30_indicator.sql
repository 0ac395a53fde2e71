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

-- From which day on does an indicator count another thing, and why?
-- Grain: one row per indicator and break that its definition records.
CREATE TABLE series_break AS
WITH recorded AS (
    SELECT
        definitions.name AS indicator,
        unnest(definitions.breaks) AS one
    FROM definitions
)

SELECT
    recorded.indicator,
    recorded.one['on'] AS happened_on,
    recorded.one['reason'] AS reason
FROM recorded
ORDER BY recorded.indicator, happened_on;
