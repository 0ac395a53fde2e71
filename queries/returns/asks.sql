-- Of what may a status return speak, and who was asked or has promised it?
-- Grain: one row per ask and promise, those of the recommendations first.
-- Parameters: none
WITH spoken_of AS (
    SELECT
        if(ask.kind = 'recommendation', 1, 2) AS position,
        ask.ask,
        ask.owners
    FROM ask
    UNION ALL BY NAME
    SELECT
        3 AS position,
        promise.promise AS ask,
        promise.owners
    FROM promise
)

SELECT
    spoken_of.ask,
    spoken_of.owners
FROM spoken_of
ORDER BY spoken_of.position, spoken_of.ask
