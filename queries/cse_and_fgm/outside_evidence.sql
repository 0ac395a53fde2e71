-- What do other public papers say of an indicator's subject?
-- Grain: one row per outside figure that names the indicator.
-- Parameters: $indicators (list of ids)
SELECT
    outside_evidence.evidence,
    outside_evidence.summary,
    outside_evidence.value_as_printed,
    outside_evidence.period,
    outside_evidence.source,
    outside_evidence.use
FROM outside_evidence
WHERE list_contains($indicators, outside_evidence.indicator)
ORDER BY outside_evidence.evidence
