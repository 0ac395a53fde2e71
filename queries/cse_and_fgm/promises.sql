-- Which promises to supply a figure were made, and what has come of them?
-- Grain: one row per promise that names an indicator.
-- Parameters: $indicators (list of ids)
SELECT
    promise.promise,
    promise.promised_by,
    promise.summary,
    promise.due_on,
    promise.due_basis,
    promise.pages,
    promise.indicator,
    reach.returned
FROM promise
INNER JOIN reach ON promise.indicator = reach.indicator
WHERE list_contains($indicators, promise.indicator)
ORDER BY promise.promise
