-- What do pages ask again and again, ready to be read?
-- Grain: one row per London figure; per indicator and financial year, given or not; per quarterly
-- indicator, place (NULL for all together) and quarter; per indicator with yearly figures for
-- local authorities, authority and year; per indicator; per financial year;
-- per indicator, its own period and part of London.
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
        observation.lower,
        observation.upper,
        observation.qualifier,
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
        sum(quarters.lower) FILTER (quarters.value IS NOT NULL) AS least,
        sum(quarters.upper) FILTER (quarters.value IS NOT NULL) AS most,
        count(quarters.value) AS numbers,
        bool_or(quarters.qualifier = 'rounded') AS has_rounded,
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
    coalesce(judged.least, 0) AS lower,
    CASE WHEN judged.is_whole THEN judged.most END AS upper,
    CASE
        WHEN NOT judged.is_whole THEN 'at least'
        WHEN judged.has_rounded THEN 'rounded'
        ELSE 'exact'
    END AS qualifier,
    CASE WHEN judged.has_provisional THEN 'p' ELSE '' END AS marker,
    judged.withheld,
    CASE
        WHEN judged.numbers = 0 AND judged.withheld > 0 THEN 'withheld'
        WHEN judged.numbers = 0 THEN 'not available'
        WHEN NOT judged.is_whole THEN 'bounded'
        WHEN judged.has_provisional THEN 'provisional'
        WHEN judged.has_rounded THEN 'rounded'
        ELSE 'reported'
    END AS standing,
    judged.source,
    judged.note
FROM judged
ORDER BY judged.indicator, judged.area NULLS FIRST, judged.starts_on;

CREATE TABLE authority_year AS
WITH given AS (
    SELECT observation.*
    FROM observation
    WHERE
        observation.level = 'borough'
        AND observation.period_kind = 'financial year'
        AND observation.breakdown = ''
),

years AS (
    SELECT DISTINCT
        given.indicator,
        given.period,
        given.starts_on,
        given.ends_on
    FROM given
)

SELECT
    years.indicator,
    indicator.label,
    indicator.unit,
    area.code AS area,
    area.name,
    area.short,
    area.tile_row,
    area.tile_column,
    coalesce(given.feed, 0) AS feed,
    years.period,
    years.starts_on,
    years.ends_on,
    given.value,
    given.lower,
    given.upper,
    coalesce(given.qualifier, 'missing') AS qualifier,
    coalesce(given.marker, 'x') AS marker,
    coalesce(given.withheld, 0) AS withheld,
    coalesce(given.standing, 'not supplied') AS standing,
    coalesce(source.publisher || ': ' || source.title, given.source, '') AS source,
    '' AS page,
    coalesce(given.note, '') AS note
FROM years
CROSS JOIN area
INNER JOIN indicator ON years.indicator = indicator.indicator
LEFT JOIN given
    ON
        years.indicator = given.indicator
        AND years.starts_on = given.starts_on
        AND years.ends_on = given.ends_on
        AND area.code = given.area
LEFT JOIN source ON given.source = source.source AND source.licence LIKE 'Open%'
WHERE area.level = 'borough'
ORDER BY years.indicator, area.code, years.starts_on;

CREATE TABLE reach AS
SELECT
    indicator.indicator,
    count(observation.indicator) FILTER (
        observation.standing NOT IN ('withheld', 'not available', 'not applicable')
    ) AS figures,
    -- Figures that came since, in a return of the body that owes them; a published series is none.
    count(observation.indicator) FILTER (
        observation.standing NOT IN ('withheld', 'not available', 'not applicable')
        AND accepted_return.publication > 0
    ) AS returned,
    count(observation.value) FILTER (observation.level != 'London') AS below_london,
    count(observation.value) FILTER (observation.breakdown LIKE '%sex=%') AS by_sex,
    count(observation.value) FILTER (observation.breakdown LIKE '%sex=female%') AS of_girls,
    count(observation.value) FILTER (observation.breakdown LIKE '%sex=male%') AS of_boys,
    count(observation.value) FILTER (observation.breakdown LIKE '%age=%') AS by_age,
    count(observation.value) FILTER (observation.period_kind IN ('quarter', 'day')) AS by_quarter,
    -- Held back to protect people, which is not the same as never counted.
    count(observation.indicator) FILTER (observation.standing = 'withheld') AS withheld,
    count(observation.indicator) FILTER (
        observation.standing = 'withheld' AND observation.breakdown LIKE '%sex=female%'
    ) AS withheld_girls,
    count(observation.indicator) FILTER (
        observation.standing = 'withheld' AND observation.breakdown LIKE '%sex=male%'
    ) AS withheld_boys,
    count(observation.indicator) FILTER (
        observation.standing = 'withheld' AND observation.breakdown LIKE '%age=%'
    ) AS withheld_by_age,
    count(observation.indicator) FILTER (
        observation.standing = 'withheld' AND observation.level != 'London'
    ) AS withheld_below_london,
    count(observation.indicator) FILTER (
        observation.standing = 'withheld' AND observation.period_kind IN ('quarter', 'day')
    ) AS withheld_by_quarter,
    max(observation.ends_on) AS reaches_to
FROM indicator
LEFT JOIN observation ON indicator.indicator = observation.indicator
LEFT JOIN accepted_return ON observation.feed = accepted_return.feed
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

-- One line of figures an indicator, on its own clock: for London, else for London's parts (roles),
-- else for the one wider place it is counted for. Where it is counted for smaller places alone,
-- the row says for how many; a sum of them would be another figure.
CREATE TABLE headline_figure AS
WITH placed AS (
    SELECT
        observation.*,
        indicator.label,
        indicator.unit,
        CASE
            WHEN observation.level = 'London' AND observation.breakdown = '' THEN '1 London'
            WHEN observation.level = 'London' THEN '2 parts of London'
            WHEN observation.level = 'country' THEN '3 ' || observation.area
            ELSE '4 places'
        END AS line,
        -- A quarter of a yearly indicator is a part of its year and no figure beside it, and a
        -- year of a quarterly one is a sum.
        observation.period_kind = CASE
            WHEN indicator.clock IN ('financial year', 'calendar year', 'quarter') THEN indicator.clock
            ELSE observation.period_kind
        END AS is_on_clock,
        coalesce(source.publisher || ': ' || source.title, observation.source) AS source_named
    FROM observation
    INNER JOIN indicator ON observation.indicator = indicator.indicator
    LEFT JOIN source ON observation.source = source.source AND source.licence LIKE 'Open%'
    -- Parts of smaller places are on no line.
    WHERE observation.level = 'London' OR observation.breakdown = ''
),

chosen AS (
    SELECT placed.*
    FROM placed
    QUALIFY
        placed.line = min(placed.line) OVER (PARTITION BY placed.indicator)
        AND (
            placed.is_on_clock
            OR NOT bool_or(placed.is_on_clock) OVER (PARTITION BY placed.indicator, placed.line)
        )
)

SELECT
    chosen.indicator,
    chosen.label,
    chosen.unit,
    chosen.period,
    chosen.breakdown,
    chosen.starts_on,
    chosen.ends_on,
    CASE WHEN chosen.line LIKE '3%' THEN area.name END AS place,
    cast(NULL AS BIGINT) AS places,
    chosen.value,
    chosen.lower,
    chosen.upper,
    chosen.qualifier,
    chosen.marker,
    chosen.withheld,
    chosen.standing,
    chosen.source_named AS source,
    chosen.page,
    chosen.claim,
    chosen.note,
    chosen.feed
FROM chosen
LEFT JOIN area ON chosen.area = area.code
WHERE chosen.line != '4 places'
UNION ALL BY NAME
SELECT
    chosen.indicator,
    any_value(chosen.label) AS label,
    any_value(chosen.unit) AS unit,
    any_value(chosen.period) AS period,
    '' AS breakdown,
    chosen.starts_on,
    chosen.ends_on,
    count(chosen.value) AS places,
    'missing' AS qualifier,
    'x' AS marker,
    0 AS withheld,
    'not available' AS standing,
    max(chosen.source_named) AS source,
    '' AS page,
    'given by place only' AS note,
    max(chosen.feed) AS feed
FROM chosen
WHERE chosen.line = '4 places'
GROUP BY chosen.indicator, chosen.starts_on, chosen.ends_on
ORDER BY indicator, breakdown, starts_on, ends_on;
