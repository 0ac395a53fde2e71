-- Who said what about each topic, and does it bear out the Met's account?
-- Grain: one row per statement.
-- Parameters: none
SELECT
    statement.statement,
    statement.topic,
    statement.said_by,
    statement.said_on,
    statement.stance,
    statement.summary,
    statement.page,
    statement.claim,
    statement.disputes
FROM statement
ORDER BY statement.statement
