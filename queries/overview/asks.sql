-- Which asks did the recommendations make, and when is each due?
-- Grain: one row per single ask of the numbered recommendations.
-- Parameters: none
SELECT
    ask.ask,
    ask.owner,
    ask.summary,
    ask.due_on,
    ask.due_basis,
    ask.pages
FROM ask
WHERE ask.kind = 'recommendation'
ORDER BY ask.due_on NULLS LAST, ask.ask
