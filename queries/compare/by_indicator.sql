-- Which indicators say something else in the newer publication than in the older?
-- Grain: one row per indicator with a new, changed or gone observation.
-- Parameters: none; reads the view differing and the catalog newer.
SELECT
    differing.indicator,
    indicator.title,
    count(*) FILTER (WHERE differing.how = 'new') AS new_figures,
    count(*) FILTER (WHERE differing.how = 'changed') AS changed_figures,
    count(*) FILTER (WHERE differing.how = 'gone') AS gone_figures,
    arg_max(differing.period, differing.ends_on) AS latest_period
FROM memory.main.differing AS differing
INNER JOIN newer.indicator AS indicator ON differing.indicator = indicator.indicator
GROUP BY differing.indicator, indicator.title
ORDER BY differing.indicator
