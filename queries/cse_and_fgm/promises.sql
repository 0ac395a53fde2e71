-- Which promises to supply a figure were made?
-- Grain: one row per promise that names an indicator.
-- Parameters: $indicators (list of ids)
SELECT
    promise.promise,
    promise.promised_by,
    promise.summary,
    promise.due_on,
    promise.due_basis,
    promise.pages,
    promise.indicator
FROM promise
WHERE list_contains($indicators, promise.indicator)
ORDER BY promise.promise
