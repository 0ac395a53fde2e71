-- What do pages ask again and again, ready to be read?
-- Grain: one row per London figure; per indicator and financial year, given or not; per quarterly
-- indicator, place (NULL for all together) and quarter; per indicator; per financial year.
-- Everything here follows from the tables before: it saves each first reader the joining.
CREATE TABLE london_figure AS
SELECT
    observation.indicator,
    indicator.label,
    indicator.unit,
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
    coalesce(given.note, 'no figure supplied') AS note
FROM years
LEFT JOIN given ON years.indicator = given.indicator AND years.first_year = given.first_year
ORDER BY years.indicator, years.first_year;

-- A withheld part makes a sum over places a lower limit, with the number withheld beside it.
CREATE TABLE quarter_total AS
SELECT
    observation.indicator,
    indicator.label,
    indicator.unit,
    observation.area,
    observation.period,
    observation.starts_on,
    observation.ends_on,
    '' AS page,
    CASE WHEN count(*) = count(observation.value) THEN sum(observation.value) END AS value,
    coalesce(sum(observation.value), 0) AS lower,
    CASE WHEN count(*) = count(observation.value) THEN sum(observation.value) END AS upper,
    CASE WHEN count(*) = count(observation.value) THEN 'exact' ELSE 'at least' END AS qualifier,
    CASE WHEN bool_or(observation.marker = 'p') THEN 'p' ELSE '' END AS marker,
    cast(sum(observation.withheld) AS INTEGER) AS withheld,
    CASE
        WHEN count(observation.value) = 0 THEN 'withheld'
        WHEN count(*) > count(observation.value) THEN 'bounded'
        WHEN bool_or(observation.marker = 'p') THEN 'provisional'
        ELSE 'reported'
    END AS standing,
    max(coalesce(source.publisher || ': ' || source.title, observation.source)) AS source,
    max(observation.note) AS note
FROM observation
INNER JOIN indicator ON observation.indicator = indicator.indicator
LEFT JOIN source ON observation.source = source.source AND source.licence LIKE 'Open%'
WHERE
    observation.period_kind = 'quarter'
    AND observation.breakdown = ''
    AND observation.level != 'London'
GROUP BY
    GROUPING SETS (
        (
            observation.indicator,
            indicator.label,
            indicator.unit,
            observation.area,
            observation.period,
            observation.starts_on,
            observation.ends_on
        ),
        (
            observation.indicator,
            indicator.label,
            indicator.unit,
            observation.period,
            observation.starts_on,
            observation.ends_on
        )
    )
ORDER BY observation.indicator, observation.area NULLS FIRST, observation.starts_on;

CREATE TABLE reach AS
SELECT
    indicator.indicator,
    count(observation.indicator) FILTER (
        observation.standing NOT IN ('withheld', 'not available', 'not applicable')
    ) AS figures,
    count(*) FILTER (observation.level != 'London') AS below_london,
    count(*) FILTER (observation.breakdown LIKE '%sex=%') AS by_sex,
    count(*) FILTER (observation.breakdown LIKE '%age=%') AS by_age
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
