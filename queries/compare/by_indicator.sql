-- Which indicators say something else in the newer publication than in the older?
-- Grain: one row per indicator with a new, changed or gone observation.
-- Parameters: none; reads the catalogs older and newer.
WITH differences AS (
    SELECT
        coalesce(after_it.indicator, before_it.indicator) AS indicator,
        coalesce(after_it.period, before_it.period) AS period,
        coalesce(after_it.ends_on, before_it.ends_on) AS ends_on,
        before_it.indicator IS NULL AS is_new,
        after_it.indicator IS NULL AS is_gone
    FROM older.observation AS before_it
    FULL JOIN newer.observation AS after_it
        ON
            before_it.indicator = after_it.indicator
            AND before_it.starts_on IS NOT DISTINCT FROM after_it.starts_on
            AND before_it.ends_on IS NOT DISTINCT FROM after_it.ends_on
            AND before_it.level = after_it.level
            AND before_it.breakdown = after_it.breakdown
            AND (before_it.level = 'London' OR before_it.area = after_it.area)
    WHERE
        before_it.indicator IS NULL
        OR after_it.indicator IS NULL
        OR before_it.lower IS DISTINCT FROM after_it.lower
        OR before_it.upper IS DISTINCT FROM after_it.upper
        OR before_it.marker IS DISTINCT FROM after_it.marker
        OR before_it.qualifier IS DISTINCT FROM after_it.qualifier
        OR before_it.withheld IS DISTINCT FROM after_it.withheld
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
