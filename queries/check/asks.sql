-- What did the recommendations ask, and what became of each ask in the press release?
-- Grain: one row per single ask of the numbered recommendations, in their order.
-- Parameters: none
SELECT
    ask.ask,
    ask.recommendation,
    ask.bullet,
    ask.owner,
    ask.summary,
    ask.due_on,
    ask.due_basis,
    ask.pages,
    ask.press_release,
    CASE
        WHEN ask.press_release IN ('kept', 'dropped') THEN ask.press_release
        ELSE 'changed'
    END AS treatment
FROM ask
WHERE ask.kind = 'recommendation'
ORDER BY ask.recommendation, ask.bullet, ask.ask
