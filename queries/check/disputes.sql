-- Which statement to the Committee disputes which claim?
-- Grain: one row per statement that disputes a claim.
-- Parameters: none
SELECT
    statement.statement,
    statement.said_by,
    statement.summary,
    statement.page,
    statement.disputes
FROM statement
WHERE statement.disputes IS NOT NULL
ORDER BY statement.statement
