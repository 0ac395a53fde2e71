-- What may a question at a meeting be about, and what is it called?
-- Grain: one row per ask, promise, indicator and claim, in this order.
-- Parameters: none
SELECT
    1 AS position,
    ask.ask AS subject,
    ask.summary AS title
FROM ask
UNION ALL
SELECT
    2 AS position,
    promise.promise AS subject,
    promise.summary AS title
FROM promise
UNION ALL
SELECT
    3 AS position,
    indicator.indicator AS subject,
    indicator.title
FROM indicator
UNION ALL
SELECT
    4 AS position,
    claim.claim AS subject,
    claim.measure AS title
FROM claim
ORDER BY position, subject;
