-- What do other public papers say that bears on the claims?
-- Grain: one row per piece of outside evidence.
-- Parameters: none
-- Where several indicators are named, joined by bars, each is that of the number in the same place.
SELECT
    outside_evidence.evidence,
    outside_evidence.summary,
    outside_evidence.value_as_printed,
    outside_evidence.period,
    outside_evidence.source,
    outside_evidence.use,
    outside_evidence.indicator,
    outside_evidence.claims
FROM outside_evidence
ORDER BY outside_evidence.evidence
