-- Which topics of working with others are there, and what belongs to each?
-- Grain: one row per topic, in the order of the page.
-- Parameters: none
SELECT
    topic.topic,
    topic.title,
    topic.question,
    topic.caveat,
    topic.indicators,
    topic.asks,
    topic.would_settle,
    topic.held_by
FROM topic
ORDER BY topic.position
