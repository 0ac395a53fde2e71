-- What was asked of whom, and what was promised, in the report?
-- Grain: one row per ask of the recommendations, unnumbered ask and promise, in that order.
-- Parameters: none
SELECT
    ask.ask AS id,
    CASE WHEN ask.kind = 'recommendation' THEN 'recommendation' ELSE 'asked in the text' END AS kind,
    ask.owner AS who,
    ask.summary,
    ask.due_on,
    ask.due_basis,
    ask.pages,
    NULL AS indicator
FROM ask
UNION ALL
SELECT
    promise.promise AS id,
    'promise' AS kind,
    promise.promised_by AS who,
    promise.summary,
    promise.due_on,
    promise.due_basis,
    promise.pages,
    promise.indicator
FROM promise
ORDER BY kind DESC, due_on ASC NULLS LAST, id ASC
