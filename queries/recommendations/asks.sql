-- What was asked or promised, of or by whom, for when, and what has come of a figure promised?
-- Grain: one row per ask and promise of the documents, those of the recommendations first.
-- Parameters: none
-- What has come is what returns brought, since first_on; nought and NULL where nothing has.
WITH asked AS (
    SELECT
        ask.ask,
        if(ask.kind = 'recommendation', 'ask', 'unnumbered ask') AS kind,
        ask.recommendation,
        coalesce(ask.owner, 'nobody named') AS who,
        ask.owners,
        ask.theme,
        ask.summary,
        ask.due_on,
        ask.due_basis,
        ask.pages,
        ask.press_release,
        cast(NULL AS VARCHAR) AS indicator
    FROM ask
    UNION ALL BY NAME
    SELECT
        promise.promise AS ask,
        promise.kind,
        promise.promised_by AS who,
        promise.owners,
        promise.theme,
        promise.summary,
        promise.due_on,
        promise.due_basis,
        promise.pages,
        promise.indicator
    FROM promise
),

brought AS (
    SELECT
        observation.indicator,
        observation.standing = 'withheld' AS is_withheld,
        observation.standing NOT IN ('withheld', 'not available', 'not applicable') AS is_figure,
        accepted_return.received_at
    FROM observation
    INNER JOIN accepted_return ON observation.feed = accepted_return.feed
    WHERE
        accepted_return.publication > 0
        AND observation.indicator IN (SELECT promise.indicator FROM promise)
        -- A year that is the sum of its quarters has come as quarters.
        AND observation.note IS DISTINCT FROM 'sum of four quarters'
),

returned AS (
    SELECT
        brought.indicator,
        count(*) FILTER (brought.is_figure) AS figures,
        count(*) FILTER (brought.is_withheld) AS withheld,
        cast(min(brought.received_at) FILTER (brought.is_figure) AS DATE) AS first_on
    FROM brought
    GROUP BY brought.indicator
)

SELECT
    asked.ask,
    asked.kind,
    asked.recommendation,
    asked.who,
    asked.owners,
    asked.theme,
    asked.summary,
    asked.due_on,
    asked.due_basis,
    asked.pages,
    asked.press_release,
    asked.indicator,
    coalesce(returned.figures, 0) AS figures,
    coalesce(returned.withheld, 0) AS withheld,
    returned.first_on
FROM asked
LEFT JOIN returned ON asked.indicator = returned.indicator
ORDER BY asked.recommendation ASC NULLS LAST, asked.kind DESC, asked.ask ASC;
