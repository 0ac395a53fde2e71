-- What was each indicator for London in each financial year?
-- Grain: one row per indicator and financial year from its first to its last, given or not.
-- Parameters: $indicators (list of ids), $starts_on and $ends_on (period shown; NULL for all)
WITH given AS (
    SELECT
        observation.*,
        indicator.label,
        indicator.unit,
        coalesce(source.publisher || ': ' || source.title, observation.source) AS printed_in
    FROM observation
    INNER JOIN indicator ON observation.indicator = indicator.indicator
    LEFT JOIN source ON observation.source = source.source AND source.licence LIKE 'Open%'
    WHERE
        list_contains($indicators, observation.indicator)
        AND observation.level = 'London'
        AND observation.breakdown = ''
        AND observation.period_kind = 'financial year'
        AND ($starts_on IS NULL OR observation.starts_on >= $starts_on)
        AND ($ends_on IS NULL OR observation.ends_on <= $ends_on)
),

years AS (
    SELECT
        given.indicator,
        any_value(given.label) AS label,
        any_value(given.unit) AS unit,
        unnest(range(min(year(given.starts_on)), max(year(given.starts_on)) + 1)) AS first_year
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
    coalesce(given.printed_in, '') AS source,
    coalesce(given.page, '') AS page,
    coalesce(given.note, 'no figure supplied') AS note
FROM years
LEFT JOIN given
    ON years.indicator = given.indicator AND years.first_year = year(given.starts_on)
ORDER BY list_position($indicators, years.indicator), years.first_year
