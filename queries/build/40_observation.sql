-- What is known of each indicator, period, place and breakdown?
-- Grain: one row per indicator, period, place and breakdown; the newest word on it stands.
-- value is a point; lower and upper are its limits, NULL where there is none. A marker says what
-- the number does not: c withheld, x not available, z not applicable, low, u; p, r, e, b beside.
-- standing is what a reader must see at a glance; feed is 0 for the report and n for the n-th
-- accepted return. What is in protected is not shown as it was sent, so nothing is made of that; of
-- what is_untold no reader may know whether it is few: see docs/decisions/0024.
CREATE TABLE observation AS
WITH reported AS (
    SELECT
        0 AS feed,
        figure.indicator,
        figure.period,
        figure.starts_on,
        figure.ends_on,
        figure.area,
        '' AS breakdown,
        figure.value,
        coalesce(figure.lower, figure.value) AS lower,
        coalesce(figure.upper, figure.value) AS upper,
        figure.qualifier,
        CASE WHEN figure.qualifier = 'derived' THEN 'e' ELSE '' END AS marker,
        figure.source,
        figure.page,
        figure.location,
        figure.note,
        figure.figure,
        figure.claim
    FROM figure
),

lost AS (
    SELECT
        0 AS feed,
        gap.indicator,
        gap.period,
        gap.starts_on,
        gap.ends_on,
        'E12000007' AS area,
        '' AS breakdown,
        'missing' AS qualifier,
        gap.marker,
        'report' AS source,
        gap.page,
        gap.location,
        gap.note,
        gap.claim
    FROM gap
),

returned AS (
    SELECT
        cast(arriving.feed AS INTEGER) AS feed,
        arriving.indicator,
        arriving.period,
        cast(arriving.starts_on AS DATE) AS starts_on,
        cast(arriving.ends_on AS DATE) AS ends_on,
        arriving.area,
        arriving.breakdown,
        cast(nullif(arriving.value, '') AS DOUBLE) AS value,
        cast(nullif(arriving.value, '') AS DOUBLE) AS lower,
        cast(nullif(arriving.value, '') AS DOUBLE) AS upper,
        CASE
            WHEN arriving.marker = 'c' THEN 'withheld'
            WHEN arriving.value = '' THEN 'missing'
            ELSE 'exact'
        END AS qualifier,
        arriving.marker,
        arriving.source,
        '' AS page,
        '' AS location,
        arriving.note
    FROM arriving
),

-- DuckDB may push what a join finds into the scan of a table in memory, which cannot take it: what
-- is joined is copied first.
standing AS MATERIALIZED (
    SELECT
        cast(accepted.feed AS INTEGER) AS feed,
        cast(accepted.publication AS INTEGER) AS publication
    FROM accepted
),

treated AS MATERIALIZED (
    SELECT
        protected.indicator,
        cast(protected.starts_on AS DATE) AS starts_on,
        cast(protected.ends_on AS DATE) AS ends_on,
        protected.place,
        protected.breakdown,
        protected.treatment != 'rounded' AS is_hidden,
        protected.treatment = 'withheld' AS is_untold,
        cast(protected.value AS DOUBLE) AS value,
        cast(protected.lower AS DOUBLE) AS lower,
        cast(protected.upper AS DOUBLE) AS upper
    FROM protected
),

every_word AS (
    SELECT * FROM reported
    UNION ALL BY NAME
    SELECT * FROM lost
    UNION ALL BY NAME
    SELECT * FROM returned
),

placed AS NOT MATERIALIZED (
    SELECT
        every_word.*,
        CASE WHEN area.is_whole THEN 'London' ELSE area.level END AS level,
        CASE WHEN area.is_whole THEN 'London' ELSE every_word.area END AS place,
        -- Nothing of the report is hidden, nor of a series published elsewhere.
        every_word.feed = 0
        OR (standing.publication = 0 AND indicator.disclosure != 'raw') AS is_public,
        NOT coalesce(area.is_whole, FALSE) OR every_word.breakdown != '' AS is_below,
        every_word.feed > 0 AND (indicator.disclosure = 'raw' OR standing.publication > 0) AS is_sent
    FROM every_word
    INNER JOIN indicator ON every_word.indicator = indicator.indicator
    LEFT JOIN area ON every_word.area = area.code
    LEFT JOIN standing ON every_word.feed = standing.feed
),

-- QUALIFY keeps whole rows: arg_max would skip NULLs and bring a withheld value back from an
-- older return, which would be a disclosure.
newest AS (
    SELECT placed.*
    FROM placed
    WINDOW
        words AS (
            PARTITION BY
                placed.indicator, placed.starts_on, placed.ends_on, placed.place, placed.breakdown
            ORDER BY placed.feed DESC
        )
    -- Of row_number alone DuckDB makes an aggregate that must hold a million whole rows in memory.
    QUALIFY row_number() OVER words = 1 AND placed.feed = max(placed.feed) OVER words
),

-- Days, years and quarters are no counts.
undated AS (
    SELECT
        newest.*,
        regexp_replace(
            newest.note,
            '(?i)\b(19|20)\d\d([-/]\d\d(\d\d)?)?\b|\bQ[1-4]\b|\b\d{1,2} (January|February|March|April'
            || '|May|June|July|August|September|October|November|December)\b',
            ' ',
            'g'
        ) AS undated_note
    FROM newest
),

noted AS (
    SELECT
        undated.*,
        undated.is_sent AND undated.undated_note != undated.note AS tells_period,
        undated.is_sent
        AND regexp_matches(
            undated.undated_note,
            '(?i)\p{N}|\b[ivx]{2,}\b|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
            || '|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozens?|couple'
            || '|pairs?|trio|twins?|triplets?|quartet|quintet|single|sole|lone|solitary'
            || '|half|halves|thirds?|both|twice|thrice|doubled?|trebled?|none|nobody|nil|nought|zero)\b'
        ) AS tells_number
    FROM undated
),

split AS (
    SELECT DISTINCT newest.indicator
    FROM newest
    WHERE newest.is_sent AND newest.is_below
),

-- A note may say the very number that is hidden or rounded, be it of its own figure or of a part.
spoken AS (
    SELECT
        noted.* EXCLUDE (value, lower, upper, qualifier, marker, note),
        CASE WHEN treated.indicator IS NULL THEN noted.value ELSE treated.value END AS value,
        CASE WHEN treated.indicator IS NULL THEN noted.lower ELSE treated.lower END AS lower,
        CASE WHEN treated.indicator IS NULL THEN noted.upper ELSE treated.upper END AS upper,
        CASE
            WHEN treated.indicator IS NULL THEN noted.qualifier
            WHEN treated.is_hidden THEN 'withheld'
            ELSE 'rounded'
        END AS qualifier,
        CASE WHEN treated.is_hidden THEN 'c' ELSE noted.marker END AS marker,
        CASE
            WHEN treated.is_untold THEN 'withheld to protect people, with what is around it'
            WHEN treated.is_hidden THEN 'withheld to protect people'
            WHEN
                (noted.is_below OR noted.qualifier = 'withheld' OR treated.indicator IS NOT NULL)
                AND (noted.tells_number OR noted.tells_period)
                THEN ''
            WHEN noted.tells_number AND split.indicator IS NOT NULL THEN ''
            ELSE noted.note
        END AS note,
        coalesce(treated.is_untold, FALSE) AS is_untold
    FROM noted
    LEFT JOIN split ON noted.indicator = split.indicator
    LEFT JOIN treated
        ON
            noted.indicator = treated.indicator
            AND noted.starts_on = treated.starts_on
            AND noted.ends_on = treated.ends_on
            AND noted.place = treated.place
            AND noted.breakdown = treated.breakdown
),

-- What readers saw, and whoever said it still says: of a return, what stood in a publication and
-- never the word that was received. Whether that is contradicted would tell a count that is hidden.
seen AS (
    SELECT
        placed.indicator,
        placed.starts_on,
        placed.ends_on,
        placed.place,
        placed.breakdown,
        placed.qualifier,
        placed.lower,
        placed.upper
    FROM placed
    WHERE placed.is_public
    UNION ALL
    SELECT
        earlier_observation.indicator,
        earlier_observation.starts_on,
        earlier_observation.ends_on,
        CASE
            WHEN earlier_observation.level = 'London' THEN 'London'
            ELSE earlier_observation.area
        END AS place,
        earlier_observation.breakdown,
        earlier_observation.qualifier,
        earlier_observation.lower,
        earlier_observation.upper
    FROM earlier_observation
    INNER JOIN earlier_accepted_return ON earlier_observation.feed = earlier_accepted_return.feed
    INNER JOIN standing ON earlier_accepted_return.publication = standing.publication
    WHERE earlier_accepted_return.publication > 0
    UNION ALL
    SELECT
        earlier_correction.indicator,
        earlier_correction.starts_on,
        earlier_correction.ends_on,
        CASE
            WHEN earlier_correction.level = 'London' THEN 'London'
            ELSE earlier_correction.area
        END AS place,
        earlier_correction.breakdown,
        earlier_correction.before_qualifier AS qualifier,
        earlier_correction.before_lower AS lower,
        earlier_correction.before_upper AS upper
    FROM earlier_correction
    INNER JOIN standing ON earlier_correction.before_publication = standing.publication
    WHERE earlier_correction.before_publication > 0
),

-- What was rounded in speech or planned is contradicted by no count.
firm AS (
    SELECT
        seen.indicator,
        seen.starts_on,
        seen.ends_on,
        seen.place,
        seen.breakdown,
        max(seen.lower) AS lower,
        min(seen.upper) AS upper
    FROM seen
    WHERE seen.qualifier IN ('exact', 'rounded', 'derived', 'more than')
    GROUP BY seen.indicator, seen.starts_on, seen.ends_on, seen.place, seen.breakdown
),

judged AS (
    SELECT
        spoken.*,
        -- By what is shown: of a number that is rounded or hidden this would tell more.
        coalesce(
            spoken.value IS NOT NULL AND (spoken.upper < firm.lower OR spoken.lower > firm.upper), FALSE
        ) AS is_revised
    FROM spoken
    LEFT JOIN firm
        ON
            spoken.indicator = firm.indicator
            AND spoken.starts_on = firm.starts_on
            AND spoken.ends_on = firm.ends_on
            AND spoken.place = firm.place
            AND spoken.breakdown = firm.breakdown
),

newest_word AS (
    SELECT
        judged.feed,
        judged.indicator,
        judged.period,
        judged.starts_on,
        judged.ends_on,
        judged.area,
        judged.level,
        judged.place,
        judged.breakdown,
        judged.value,
        judged.lower,
        judged.upper,
        judged.qualifier,
        CASE WHEN judged.is_revised AND judged.marker = '' THEN 'r' ELSE judged.marker END AS marker,
        judged.source,
        judged.page,
        judged.location,
        CASE
            WHEN judged.is_revised AND judged.marker NOT IN ('', 'r')
                THEN concat_ws('; ', 'revised', nullif(judged.note, ''))
            ELSE judged.note
        END AS note,
        judged.is_untold,
        judged.figure,
        judged.claim
    FROM judged
),

-- A year is the sum of its four quarters where no yearly figure was given. A quarter that is not
-- a number makes the sum a lower limit, and what was withheld is counted.
years_of_quarters AS (
    SELECT
        max(newest_word.feed) AS feed,
        newest_word.indicator,
        CASE
            WHEN month(min(newest_word.starts_on)) = 4
                THEN
                    year(min(newest_word.starts_on))
                    || '-'
                    || lpad(cast((year(min(newest_word.starts_on)) + 1) % 100 AS VARCHAR), 2, '0')
            ELSE cast(year(min(newest_word.starts_on)) AS VARCHAR)
        END AS period,
        min(newest_word.starts_on) AS starts_on,
        max(newest_word.ends_on) AS ends_on,
        min(newest_word.area) AS area,
        newest_word.breakdown,
        CASE
            WHEN count(newest_word.value) = 4 THEN sum(newest_word.value)
        END AS value,
        coalesce(sum(newest_word.lower), 0) AS lower,
        CASE
            WHEN count(newest_word.value) = 4 THEN sum(newest_word.upper)
        END AS upper,
        CASE
            WHEN count(newest_word.value) < 4 THEN 'at least'
            WHEN bool_or(newest_word.qualifier = 'rounded') THEN 'rounded'
            ELSE 'exact'
        END AS qualifier,
        CASE
            WHEN bool_or(newest_word.marker = 'p') THEN 'p'
            WHEN bool_or(newest_word.marker = 'e') THEN 'e'
            WHEN bool_or(newest_word.marker = 'b') THEN 'b'
            WHEN bool_or(newest_word.marker = 'r') THEN 'r'
            ELSE ''
        END AS marker,
        arg_max(newest_word.source, newest_word.feed) AS source,
        '' AS page,
        '' AS location,
        'sum of four quarters' AS note,
        FALSE AS is_untold,
        count(*) FILTER (newest_word.marker = 'c') AS withheld,
        newest_word.level,
        newest_word.place
    FROM newest_word
    INNER JOIN indicator ON newest_word.indicator = indicator.indicator
    WHERE
        indicator.kind = 'flow'
        AND datediff('day', newest_word.starts_on, newest_word.ends_on) BETWEEN 89 AND 91
    GROUP BY
        newest_word.indicator,
        newest_word.level,
        newest_word.place,
        newest_word.breakdown,
        year(
            newest_word.starts_on
            - CASE WHEN indicator.clock = 'calendar year' THEN INTERVAL 0 MONTH ELSE INTERVAL 3 MONTH END
        )
    HAVING
        count(*) = 4
        AND count(*) FILTER (newest_word.value IS NOT NULL) > 0
),

-- A yearly figure stands before the sum of its quarters, unless it says nothing at all.
everything AS (
    SELECT newest_word.*
    FROM newest_word
    LEFT JOIN years_of_quarters
        ON
            newest_word.indicator = years_of_quarters.indicator
            AND newest_word.starts_on = years_of_quarters.starts_on
            AND newest_word.ends_on = years_of_quarters.ends_on
            AND newest_word.place = years_of_quarters.place
            AND newest_word.breakdown = years_of_quarters.breakdown
    WHERE newest_word.qualifier != 'missing' OR years_of_quarters.indicator IS NULL
    UNION ALL BY NAME
    SELECT years_of_quarters.*
    FROM years_of_quarters
    LEFT JOIN newest_word
        ON
            years_of_quarters.indicator = newest_word.indicator
            AND years_of_quarters.starts_on = newest_word.starts_on
            AND years_of_quarters.ends_on = newest_word.ends_on
            AND years_of_quarters.place = newest_word.place
            AND years_of_quarters.breakdown = newest_word.breakdown
    WHERE newest_word.indicator IS NULL OR newest_word.qualifier = 'missing'
)

SELECT
    everything.indicator,
    everything.period,
    CASE
        WHEN everything.starts_on = everything.ends_on THEN 'day'
        WHEN
            month(everything.starts_on) = 4
            AND everything.ends_on + INTERVAL 1 DAY = everything.starts_on + INTERVAL 1 YEAR
            THEN 'financial year'
        WHEN
            month(everything.starts_on) = 1
            AND everything.ends_on + INTERVAL 1 DAY = everything.starts_on + INTERVAL 1 YEAR
            THEN 'calendar year'
        WHEN everything.ends_on + INTERVAL 1 DAY = everything.starts_on + INTERVAL 1 YEAR THEN 'rolling year'
        WHEN everything.ends_on + INTERVAL 1 DAY = everything.starts_on + INTERVAL 3 MONTH THEN 'quarter'
        WHEN everything.ends_on + INTERVAL 1 DAY = everything.starts_on + INTERVAL 1 MONTH THEN 'month'
        ELSE 'span'
    END AS period_kind,
    everything.starts_on,
    everything.ends_on,
    everything.area,
    everything.level,
    everything.breakdown,
    everything.value,
    everything.lower,
    everything.upper,
    everything.qualifier,
    everything.marker,
    coalesce(everything.withheld, CASE WHEN everything.marker = 'c' THEN 1 ELSE 0 END) AS withheld,
    CASE
        WHEN everything.qualifier = 'withheld' THEN 'withheld'
        WHEN everything.qualifier = 'missing' AND everything.marker = 'z' THEN 'not applicable'
        WHEN everything.qualifier = 'missing' THEN 'not available'
        WHEN everything.marker = 'p' THEN 'provisional'
        WHEN everything.qualifier = 'derived' THEN 'derived'
        WHEN everything.marker = 'e' THEN 'estimated'
        -- The report rounds in words, without limits.
        WHEN everything.qualifier = 'rounded' AND everything.lower < everything.upper THEN 'rounded'
        WHEN everything.qualifier = 'exact' THEN 'reported'
        ELSE 'bounded'
    END AS standing,
    everything.source,
    everything.page,
    everything.location,
    everything.note,
    everything.is_untold,
    everything.figure,
    everything.claim,
    everything.feed
FROM everything
ORDER BY everything.indicator, everything.level, everything.area, everything.breakdown, everything.starts_on;
