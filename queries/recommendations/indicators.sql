-- Which indicators bear on an ask or promise, and what was it expected to change in them?
-- Grain: one row per ask and indicator that bears on it, and per effect expected.
-- Parameters: none
SELECT
    named.ask,
    indicator.indicator,
    indicator.title,
    effect.effect,
    effect.by_when,
    effect.page
FROM (
    SELECT
        related.indicator,
        unnest(related.related_asks) AS ask
    FROM indicator AS related
) AS named
INNER JOIN indicator ON named.indicator = indicator.indicator
LEFT JOIN effect ON named.indicator = effect.indicator AND named.ask = effect.ask
ORDER BY named.ask, indicator.title, effect.effect;
