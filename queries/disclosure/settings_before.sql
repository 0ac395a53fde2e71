-- What was set of these names when the publication before was made?
-- Grain: one row per setting; none where there was no publication.
-- Parameters: $names (list of settings)
SELECT
    earlier_setting.name,
    earlier_setting.choice
FROM earlier_setting
WHERE list_contains($names, earlier_setting.name)
