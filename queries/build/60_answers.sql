-- What do pages ask again and again, ready to be read?
-- Grain: one row per London figure; per indicator and financial year, given or not; per quarterly
-- indicator, place (NULL for all together) and quarter; per indicator; per financial year.
-- Everything here follows from the tables before: it saves each first reader the joining.
CREATE TABLE london_figure AS
SELECT
    observation.indicator,
    indicator.label,
    indicator.unit,
    indicator.clock,
    observation.feed,
    observation.period,
    observation.period_kind,
    observation.breakdown,
    observation.starts_on,
    observation.ends_on,
    observation.value,
    observation.lower,
    observation.upper,
    observation.qualifier,
    observation.marker,
    observation.withheld,
    observation.standing,
    -- A published series is named by publisher and title; the report by page.
    coalesce(source.publisher || ': ' || source.title, observation.source) AS source,
    observation.page,
    observation.claim,
    observation.note
FROM observation
INNER JOIN indicator ON observation.indicator = indicator.indicator
LEFT JOIN source ON observation.source = source.source AND source.licence LIKE 'Open%'
WHERE observation.level = 'London'
ORDER BY
    observation.indicator, observation.breakdown, observation.starts_on, observation.ends_on;

CREATE TABLE london_year AS
WITH given AS (
    SELECT
        london_figure.*,
        year(london_figure.starts_on) AS first_year
    FROM london_figure
    WHERE london_figure.period_kind = 'financial year' AND london_figure.breakdown = ''
),

years AS (
    SELECT
        given.indicator,
        any_value(given.label) AS label,
        any_value(given.unit) AS unit,
        unnest(range(min(given.first_year), max(given.first_year) + 1)) AS first_year
    FROM given
    GROUP BY given.indicator
)

SELECT
    years.indicator,
    years.label,
    years.unit,
    coalesce(given.feed, 0) AS feed,
    years.first_year || '-' || lpad(cast((years.first_year + 1) % 100 AS VARCHAR), 2, '0') AS period,
    make_date(years.first_year, 4, 1) AS starts_on,
    make_date(years.first_year + 1, 3, 31) AS ends_on,
    given.value,
    given.lower,
    given.upper,
    coalesce(given.qualifier, 'missing') AS qualifier,
    coalesce(given.marker, 'x') AS marker,
    coalesce(given.withheld, 0) AS withheld,
    coalesce(given.standing, 'not supplied') AS standing,
    coalesce(given.source, '') AS source,
    coalesce(given.page, '') AS page,
    given.claim,
    coalesce(given.note, 'no figure supplied') AS note
FROM years
LEFT JOIN given ON years.indicator = given.indicator AND years.first_year = given.first_year
ORDER BY years.indicator, years.first_year;

-- A sum over places that lacks a place, or holds one without a number, is a lower limit, with the
-- number withheld beside it.
CREATE TABLE quarter_total AS
WITH quarters AS (
    SELECT
        observation.indicator,
        observation.area,
        observation.period,
        observation.starts_on,
        observation.ends_on,
        observation.value,
        observation.marker,
        observation.withheld,
        observation.note,
        coalesce(source.publisher || ': ' || source.title, observation.source) AS source
    FROM observation
    LEFT JOIN source ON observation.source = source.source AND source.licence LIKE 'Open%'
    WHERE
        observation.period_kind = 'quarter'
        AND observation.breakdown = ''
        AND observation.level != 'London'
),

places AS (
    SELECT
        quarters.indicator,
        count(DISTINCT quarters.area) AS places
    FROM quarters
    GROUP BY quarters.indicator
),

totals AS (
    SELECT
        quarters.indicator,
        quarters.area,
        quarters.period,
        quarters.starts_on,
        quarters.ends_on,
        sum(quarters.value) AS total,
        count(quarters.value) AS numbers,
        bool_or(quarters.marker = 'p') AS has_provisional,
        cast(sum(quarters.withheld) AS INTEGER) AS withheld,
        max(quarters.source) AS source,
        max(quarters.note) AS note
    FROM quarters
    GROUP BY
        GROUPING SETS (
            (
                quarters.indicator,
                quarters.area,
                quarters.period,
                quarters.starts_on,
                quarters.ends_on
            ),
            (quarters.indicator, quarters.period, quarters.starts_on, quarters.ends_on)
        )
),

judged AS (
    SELECT
        totals.*,
        indicator.label,
        indicator.unit,
        totals.numbers = CASE WHEN totals.area IS NULL THEN places.places ELSE 1 END AS is_whole
    FROM totals
    INNER JOIN indicator ON totals.indicator = indicator.indicator
    INNER JOIN places ON totals.indicator = places.indicator
)

SELECT
    judged.indicator,
    judged.label,
    judged.unit,
    judged.area,
    judged.period,
    judged.starts_on,
    judged.ends_on,
    '' AS page,
    CASE WHEN judged.is_whole THEN judged.total END AS value,
    coalesce(judged.total, 0) AS lower,
    CASE WHEN judged.is_whole THEN judged.total END AS upper,
    CASE WHEN judged.is_whole THEN 'exact' ELSE 'at least' END AS qualifier,
    CASE WHEN judged.has_provisional THEN 'p' ELSE '' END AS marker,
    judged.withheld,
    CASE
        WHEN judged.numbers = 0 AND judged.withheld > 0 THEN 'withheld'
        WHEN judged.numbers = 0 THEN 'not available'
        WHEN NOT judged.is_whole THEN 'bounded'
        WHEN judged.has_provisional THEN 'provisional'
        ELSE 'reported'
    END AS standing,
    judged.source,
    judged.note
FROM judged
ORDER BY judged.indicator, judged.area NULLS FIRST, judged.starts_on;

CREATE TABLE reach AS
SELECT
    indicator.indicator,
    count(observation.indicator) FILTER (
        observation.standing NOT IN ('withheld', 'not available', 'not applicable')
    ) AS figures,
    count(observation.value) FILTER (observation.level != 'London') AS below_london,
    count(observation.value) FILTER (observation.breakdown LIKE '%sex=%') AS by_sex,
    count(observation.value) FILTER (observation.breakdown LIKE '%sex=female%') AS of_girls,
    count(observation.value) FILTER (observation.breakdown LIKE '%sex=male%') AS of_boys,
    count(observation.value) FILTER (observation.breakdown LIKE '%age=%') AS by_age,
    count(observation.value) FILTER (observation.period_kind IN ('quarter', 'day')) AS by_quarter
FROM indicator
LEFT JOIN observation ON indicator.indicator = observation.indicator
GROUP BY indicator.indicator
ORDER BY indicator.indicator;

CREATE TABLE financial_year AS
WITH limits AS (
    SELECT
        -- A year before April belongs to the financial year that began the April before.
        min(year(observation.starts_on - INTERVAL 3 MONTH)) AS first_year,
        max(year(observation.ends_on - INTERVAL 3 MONTH)) AS last_year
    FROM observation
    WHERE observation.period_kind = 'financial year'
),

years AS (
    SELECT cast(unnest(range(limits.first_year, limits.last_year + 1)) AS BIGINT) AS first_year
    FROM limits
)

SELECT
    years.first_year || '-' || lpad(cast((years.first_year + 1) % 100 AS VARCHAR), 2, '0') AS period,
    make_date(years.first_year, 4, 1) AS starts_on,
    make_date(years.first_year + 1, 3, 31) AS ends_on
FROM years
ORDER BY years.first_year;
