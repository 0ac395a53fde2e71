-- Which parts of which definitions read otherwise in the newer publication than in the older?
-- Grain: one row per indicator and key of its definition that differs, or per indicator come or gone.
-- Parameters: none; reads the catalogs older and newer.
WITH defined AS (
    SELECT
        'older' AS side,
        indicator.*
    FROM older.indicator
    UNION ALL BY NAME
    SELECT
        'newer' AS side,
        indicator.*
    FROM newer.indicator
),

worded AS (
    UNPIVOT (
        SELECT
            defined.side,
            defined.indicator,
            defined.title,
            defined.label,
            defined.question,
            defined.definition,
            defined.unit,
            defined.clock,
            defined.population,
            defined.organisation,
            defined.lowest_level,
            coalesce(defined.better, '') AS better,
            coalesce(cast(defined.target AS VARCHAR), '') AS target,
            defined.source,
            defined.disclosure,
            array_to_string(defined.owner, ', ') AS owner,
            array_to_string(defined.caveats, ' ') AS caveats
        FROM defined
    )
    ON title, label, question, definition, unit, clock, population, organisation, lowest_level, better,
    target, source, disclosure, owner, caveats
    INTO NAME key VALUE words
),

stands AS (
    SELECT worded.*
    FROM worded
    WHERE worded.side = 'newer'
),

stood AS (
    SELECT worded.*
    FROM worded
    WHERE worded.side = 'older'
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
