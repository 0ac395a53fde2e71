-- What was asked and promised, of whom and by when?
-- Grain: one row per ask, numbered or not, and per promise.
-- Parameters: none
SELECT
    ask.ask,
    'asked' AS how,
    ask.owner,
    ask.summary,
    ask.due_on,
    ask.due_basis,
    ask.pages
FROM ask
UNION ALL
SELECT
    promise.promise AS ask,
    'promised' AS how,
    promise.promised_by AS owner,
    promise.summary,
    promise.due_on,
    promise.due_basis,
    promise.pages
FROM promise
ORDER BY ask
