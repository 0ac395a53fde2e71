-- Which parts of which definitions read otherwise in the newer publication than in the older?
-- Grain: one row per indicator and key of its definition that differs, or per indicator come or gone.
-- Parameters: none; reads the catalogs older and newer.
WITH stood AS (
    UNPIVOT (
        SELECT
            indicator.indicator,
            indicator.title,
            indicator.label,
            indicator.question,
            indicator.definition,
            indicator.unit,
            indicator.clock,
            indicator.population,
            indicator.organisation,
            indicator.lowest_level,
            coalesce(indicator.better, '') AS better,
            coalesce(cast(indicator.target AS VARCHAR), '') AS target,
            indicator.source,
            indicator.disclosure,
            array_to_string(indicator.owner, ', ') AS owner,
            array_to_string(indicator.caveats, ' ') AS caveats
        FROM older.indicator
    )
    ON title, label, question, definition, unit, clock, population, organisation, lowest_level, better,
    target, source, disclosure, owner, caveats
    INTO NAME key VALUE words
),

stands AS (
    UNPIVOT (
        SELECT
            indicator.indicator,
            indicator.title,
            indicator.label,
            indicator.question,
            indicator.definition,
            indicator.unit,
            indicator.clock,
            indicator.population,
            indicator.organisation,
            indicator.lowest_level,
            coalesce(indicator.better, '') AS better,
            coalesce(cast(indicator.target AS VARCHAR), '') AS target,
            indicator.source,
            indicator.disclosure,
            array_to_string(indicator.owner, ', ') AS owner,
            array_to_string(indicator.caveats, ' ') AS caveats
        FROM newer.indicator
    )
    ON title, label, question, definition, unit, clock, population, organisation, lowest_level, better,
    target, source, disclosure, owner, caveats
    INTO NAME key VALUE words
)

SELECT
    coalesce(after_it.title, before_it.title) AS title,
    coalesce(stands.key, stood.key) AS key,
    stood.words AS before,
    stands.words AS after
FROM stood
FULL JOIN stands ON stood.indicator = stands.indicator AND stood.key = stands.key
LEFT JOIN older.indicator AS before_it ON stood.indicator = before_it.indicator
LEFT JOIN newer.indicator AS after_it ON stands.indicator = after_it.indicator
WHERE stood.words IS DISTINCT FROM stands.words
ORDER BY title, key
