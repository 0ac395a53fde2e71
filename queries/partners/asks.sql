-- What was asked and what was promised, of or by whom, and until when?
-- Grain: one row per ask or promise.
-- Parameters: none
SELECT
    ask.ask AS id,
    'asked' AS how,
    coalesce(ask.owner, 'nobody named') AS who,
    ask.summary,
    ask.due_on,
    ask.due_basis,
    ask.pages
FROM ask
UNION ALL
SELECT
    promise.promise AS id,
    'promised' AS how,
    promise.promised_by AS who,
    promise.summary,
    promise.due_on,
    promise.due_basis,
    promise.pages
FROM promise
ORDER BY id
