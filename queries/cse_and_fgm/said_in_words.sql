-- What did the documents say of an indicator in words that leave the figure open?
-- Grain: one row per claim of an order of magnitude.
-- Parameters: $indicators (list of ids)
SELECT
    claim.claim,
    claim.indicator,
    claim.measure,
    claim.value_as_printed,
    claim.lower,
    claim.upper,
    claim.period,
    claim.note,
    claim.page
FROM claim
WHERE
    list_contains($indicators, claim.indicator)
    AND claim.qualifier = 'order of magnitude'
ORDER BY claim.claim
