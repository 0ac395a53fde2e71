-- Which document stated which change, from which baseline?
-- Grain: one row per claim of a change between two financial years.
-- Parameters: $indicators (list of ids)
SELECT
    claim.claim,
    claim.indicator,
    claim.from_period,
    claim.to_period,
    claim.value_as_printed,
    claim.document,
    claim.page
FROM claim
WHERE
    list_contains($indicators, claim.indicator)
    AND claim.from_period IS NOT NULL
ORDER BY claim.from_period DESC, claim.claim ASC
