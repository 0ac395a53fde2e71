-- What was asked at meetings, of whom and about what, and what came of it?
-- Grain: one row per row of an accepted action return, in the order of the meetings.
-- Parameters: none
SELECT
    meeting_action.met_on,
    meeting_action.question,
    meeting_action.about,
    CASE
        WHEN indicator.indicator IS NOT NULL THEN 'indicator'
        WHEN claim.claim IS NOT NULL THEN 'claim'
        ELSE 'ask'
    END AS about_kind,
    indicator.title AS about_title,
    meeting_action.asked_of,
    meeting_action.outcome,
    meeting_action.answer,
    meeting_action.promised_by,
    meeting_action.due_on,
    meeting_action.author,
    meeting_action.publication
FROM meeting_action
LEFT JOIN indicator ON meeting_action.about = indicator.indicator
LEFT JOIN claim ON meeting_action.about = claim.claim
ORDER BY meeting_action.met_on, meeting_action.feed, meeting_action.position;
