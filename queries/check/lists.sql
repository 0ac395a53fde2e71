-- What do the documents list one by one that a claim counts?
-- Grain: one row per listed item.
-- Parameters: none
SELECT
    listed_item.claim,
    listed_item.part,
    listed_item.item,
    listed_item.body
FROM listed_item
ORDER BY listed_item.claim, listed_item.part, listed_item.item, listed_item.body
