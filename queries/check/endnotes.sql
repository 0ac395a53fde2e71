-- What is left of each endnote, what does it cite, and which claims rest on it?
-- Grain: one row per endnote.
-- Parameters: none
SELECT
    endnote.endnote,
    endnote.state,
    endnote.cites,
    endnote.body,
    endnote.dated,
    endnote.geography,
    endnote.claims
FROM endnote
ORDER BY endnote.endnote
