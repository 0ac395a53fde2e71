-- Which indicators say something else in the newer publication than in the older?
-- Grain: one row per indicator with a new, changed or gone observation.
-- Parameters: none; reads the catalogs older and newer.
WITH stood AS (
    SELECT
        observation.*,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place
    FROM older.observation
),

stands AS (
    SELECT
        observation.*,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place
    FROM newer.observation
),

differences AS (
    SELECT
        coalesce(stands.indicator, stood.indicator) AS indicator,
        coalesce(stands.period, stood.period) AS period,
        coalesce(stands.ends_on, stood.ends_on) AS ends_on,
        stood.indicator IS NULL AS is_new,
        stands.indicator IS NULL AS is_gone
    FROM stood
    FULL JOIN stands
        ON
            stood.indicator = stands.indicator
            AND stood.starts_on IS NOT DISTINCT FROM stands.starts_on
            AND stood.ends_on IS NOT DISTINCT FROM stands.ends_on
            -- One expression a side: a choice between two would be tried on every pair of rows.
            AND stood.place = stands.place
            AND stood.breakdown = stands.breakdown
    WHERE
        stood.indicator IS NULL
        OR stands.indicator IS NULL
        OR stood.lower IS DISTINCT FROM stands.lower
        OR stood.upper IS DISTINCT FROM stands.upper
        OR stood.marker IS DISTINCT FROM stands.marker
        OR stood.qualifier IS DISTINCT FROM stands.qualifier
        OR stood.withheld IS DISTINCT FROM stands.withheld
)

SELECT
    differences.indicator,
    indicator.title,
    count(*) FILTER (WHERE differences.is_new) AS new_figures,
    count(*) FILTER (WHERE NOT differences.is_new AND NOT differences.is_gone) AS changed_figures,
    count(*) FILTER (WHERE differences.is_gone) AS gone_figures,
    arg_max(differences.period, differences.ends_on) AS latest_period
FROM differences
INNER JOIN newer.indicator AS indicator ON differences.indicator = indicator.indicator
GROUP BY differences.indicator, indicator.title
ORDER BY differences.indicator
