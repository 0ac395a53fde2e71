-- Where do the documents say a second time what a claim says?
-- Grain: one row per claim and second place.
-- Parameters: none
SELECT
    restatement.claim,
    restatement.says,
    restatement.document,
    restatement.page,
    restatement.place
FROM restatement
ORDER BY restatement.claim, restatement.place
