-- What does each claim of the report and the press release say, as printed?
-- Grain: one row per claim, in the order of their ids.
-- Parameters: none
SELECT
    claim.claim,
    claim.topic,
    claim.measure,
    claim.value_as_printed,
    claim.lower,
    claim.upper,
    claim.unit,
    claim.period,
    claim.period_type,
    claim.qualifier,
    claim.kind,
    claim.document,
    claim.page,
    claim.place,
    claim.note,
    claim.indicator,
    claim.from_period,
    claim.to_period
FROM claim
ORDER BY claim.claim
