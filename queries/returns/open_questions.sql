-- Which questions put at meetings wait for an answer, or for what was promised?
-- Grain: one row per meeting, question and body asked whose last outcome leaves it open.
-- Parameters: none
WITH last_word AS (
    SELECT
        meeting_action.met_on,
        meeting_action.question,
        meeting_action.about,
        meeting_action.asked_of,
        meeting_action.outcome
    FROM meeting_action
    QUALIFY
        row_number() OVER (
            PARTITION BY meeting_action.met_on, lower(meeting_action.question), meeting_action.asked_of
            ORDER BY meeting_action.feed DESC, meeting_action.position DESC
        ) = 1
)

SELECT
    last_word.met_on,
    last_word.question,
    last_word.about,
    last_word.asked_of
FROM last_word
WHERE last_word.outcome IN ('asked', 'promised')
ORDER BY last_word.met_on, last_word.question
