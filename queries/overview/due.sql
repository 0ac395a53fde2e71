-- What was asked or promised for a date, and from whom is it expected?
-- Grain: one row per ask or promise with a date, earliest first; indicator is the figure that was promised.
-- Parameters: none
SELECT
    ask.ask AS id,
    'asked' AS how,
    coalesce(ask.owner, 'nobody named') AS who,
    ask.summary,
    ask.due_on,
    ask.pages,
    NULL AS indicator
FROM ask
WHERE ask.due_on IS NOT NULL
UNION ALL
SELECT
    promise.promise AS id,
    'promised' AS how,
    promise.promised_by AS who,
    promise.summary,
    promise.due_on,
    promise.pages,
    promise.indicator
FROM promise
WHERE promise.due_on IS NOT NULL
ORDER BY due_on, id
