-- What is the framework made of, how far does each part of it reach, and since when is it owed?
-- Grain: one row per indicator, by theme.
-- Parameters: none
-- A figure that nobody supplied is owed since the report or, where somebody named a day by which
-- it would be there, since that day.
WITH promised AS (
    SELECT
        promise.indicator,
        min(promise.due_on) AS due_on,
        arg_min(promise.promise, promise.due_on) AS promise
    FROM promise
    WHERE promise.indicator IS NOT NULL AND promise.due_on IS NOT NULL
    GROUP BY promise.indicator
)

SELECT
    indicator.indicator,
    indicator.title,
    indicator.label,
    indicator.theme,
    indicator.question,
    indicator.definition,
    indicator.unit,
    indicator.kind,
    indicator.sum_of,
    indicator.clock,
    indicator.population,
    indicator.organisation,
    indicator.lowest_level,
    indicator.breakdowns_wanted,
    indicator.better,
    indicator.why,
    indicator.owner,
    indicator.source,
    indicator.caveats,
    indicator.not_comparable_with,
    indicator.counter_measure,
    indicator.disclosure,
    indicator.related_asks,
    indicator.checked_against,
    indicator.reviewed,
    indicator.review_by,
    reach.figures,
    reach.returned,
    reach.below_london,
    reach.of_girls,
    reach.of_boys,
    reach.by_age,
    reach.by_quarter,
    reach.withheld,
    reach.withheld_girls,
    reach.withheld_boys,
    reach.withheld_by_age,
    reach.withheld_below_london,
    reach.withheld_by_quarter,
    reach.reaches_to,
    promised.promise,
    coalesce(promised.due_on, source.published_on) AS owed_since
FROM indicator
INNER JOIN reach ON indicator.indicator = reach.indicator
INNER JOIN source ON source.source = 'report'
LEFT JOIN promised ON indicator.indicator = promised.indicator
ORDER BY
    list_position(
        [
            'demand', 'outcomes', 'cse', 'fgm', 'partnership', 'workforce', 'oversight', 'context'
        ],
        indicator.theme
    ),
    indicator.title
