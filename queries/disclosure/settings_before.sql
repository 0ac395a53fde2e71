-- What was set when the publication before was made?
-- Grain: one row per setting; none where there was no publication.
-- Parameters: none
SELECT
    earlier_setting.name,
    earlier_setting.choice
FROM earlier_setting
