-- Which financial years can be chosen as the period shown?
-- Grain: one row per financial year from the first observation to the last.
-- Parameters: none
WITH limits AS (
    SELECT
        -- A year before April belongs to the financial year that began the April before.
        min(year(observation.starts_on - INTERVAL 3 MONTH)) AS first_year,
        max(year(observation.ends_on - INTERVAL 3 MONTH)) AS last_year
    FROM observation
    WHERE observation.period_kind = 'financial year'
),

years AS (
    SELECT unnest(range(limits.first_year, limits.last_year + 1)) AS first_year
    FROM limits
)

SELECT
    years.first_year || '-' || lpad(cast((years.first_year + 1) % 100 AS VARCHAR), 2, '0') AS period,
    make_date(cast(years.first_year AS BIGINT), 4, 1) AS starts_on,
    make_date(cast(years.first_year + 1 AS BIGINT), 3, 31) AS ends_on
FROM years
ORDER BY years.first_year
