-- Which figures that were published read otherwise since, or are not there any more?
-- Grain: one row per figure and publication that changed it, as readers saw it before and after.
-- What only became more exact, within the limits printed before, is no correction. A figure that is
-- withheld at last is told without its numbers, in older corrections too: they would give it away.
-- before_publication brought the figure as it was; 0 is the report or a published series.
-- why is the note of the publication: of the return, or why one was withdrawn. Where nobody sent the
-- figure anew and it is withheld or rounded for what is around it, that is the reason.
CREATE TABLE correction AS
WITH stands AS (
    SELECT
        observation.*,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place
    FROM observation
),

stood AS (
    SELECT
        earlier_observation.*,
        coalesce(earlier_accepted_return.publication, 0) AS publication,
        CASE
            WHEN earlier_observation.level = 'London' THEN 'London'
            ELSE earlier_observation.area
        END AS place
    FROM earlier_observation
    LEFT JOIN earlier_accepted_return ON earlier_observation.feed = earlier_accepted_return.feed
    WHERE earlier_observation.standing NOT IN ('withheld', 'not available', 'not applicable')
),

-- The build writes 'revised' before some notes, which the list says already; what a sender wrote
-- so stays. What is withheld is told without any note, below.
sent AS MATERIALIZED (
    SELECT
        cast(arriving.feed AS INTEGER) AS feed,
        arriving.indicator,
        cast(arriving.starts_on AS DATE) AS starts_on,
        cast(arriving.ends_on AS DATE) AS ends_on,
        arriving.area,
        arriving.breakdown,
        arriving.note
    FROM arriving
    WHERE arriving.note LIKE 'revised%'
),

changed AS (
    SELECT
        stood.indicator,
        stood.period,
        stood.starts_on,
        stood.ends_on,
        stood.area,
        stood.level,
        stood.place,
        stood.breakdown,
        stood.value AS before_value,
        stood.lower AS before_lower,
        stood.upper AS before_upper,
        stood.qualifier AS before_qualifier,
        stood.marker AS before_marker,
        stood.withheld AS before_withheld,
        stood.standing AS before_standing,
        stood.publication AS before_publication,
        stands.value AS after_value,
        stands.lower AS after_lower,
        stands.upper AS after_upper,
        coalesce(stands.qualifier, 'missing') AS after_qualifier,
        coalesce(stands.marker, '') AS after_marker,
        coalesce(stands.withheld, 0) AS after_withheld,
        coalesce(stands.standing, 'left out') AS after_standing,
        publication.number AS publication,
        CASE
            WHEN coalesce(accepted_return.publication, 0) != stood.publication THEN publication.note
            WHEN stands.withheld > stood.withheld THEN 'Withheld to protect people'
            WHEN stands.qualifier = 'rounded' AND stood.qualifier != 'rounded'
                THEN 'Rounded to protect people'
            ELSE publication.note
        END AS why,
        -- That of an older word which stands again was said of something else.
        CASE
            WHEN accepted_return.publication = publication.number AND contains(stands.note, sent.note)
                THEN sent.note
            WHEN accepted_return.publication = publication.number
                THEN regexp_replace(stands.note, '^revised(; )?', '')
            ELSE ''
        END AS note
    FROM stood
    CROSS JOIN publication
    LEFT JOIN stands
        ON
            stood.indicator = stands.indicator
            AND stood.starts_on IS NOT DISTINCT FROM stands.starts_on
            AND stood.ends_on IS NOT DISTINCT FROM stands.ends_on
            AND stood.place = stands.place
            AND stood.breakdown = stands.breakdown
    LEFT JOIN accepted_return ON stands.feed = accepted_return.feed
    LEFT JOIN sent
        ON
            stands.feed = sent.feed
            AND stands.indicator = sent.indicator
            AND stands.starts_on = sent.starts_on
            AND stands.ends_on = sent.ends_on
            AND stands.area = sent.area
            AND stands.breakdown = sent.breakdown
    WHERE
        stands.indicator IS NULL
        OR stands.standing IN ('withheld', 'not available', 'not applicable')
        OR coalesce(stands.lower, '-inf') < coalesce(stood.lower, '-inf')
        OR coalesce(stands.upper, 'inf') > coalesce(stood.upper, 'inf')
    UNION ALL BY NAME
    SELECT
        earlier_correction.*,
        CASE
            WHEN earlier_correction.level = 'London' THEN 'London'
            ELSE earlier_correction.area
        END AS place
    FROM earlier_correction
),

judged AS (
    SELECT
        changed.*,
        coalesce(stands.withheld, 0) > 0 OR changed.after_withheld > 0 AS is_untold
    FROM changed
    LEFT JOIN stands
        ON
            changed.indicator = stands.indicator
            AND changed.starts_on IS NOT DISTINCT FROM stands.starts_on
            AND changed.ends_on IS NOT DISTINCT FROM stands.ends_on
            AND changed.place = stands.place
            AND changed.breakdown = stands.breakdown
)

SELECT
    judged.indicator,
    judged.period,
    judged.starts_on,
    judged.ends_on,
    judged.area,
    judged.level,
    judged.breakdown,
    CASE WHEN NOT judged.is_untold THEN judged.before_value END AS before_value,
    CASE WHEN NOT judged.is_untold THEN judged.before_lower END AS before_lower,
    CASE WHEN NOT judged.is_untold THEN judged.before_upper END AS before_upper,
    CASE WHEN judged.is_untold THEN 'withheld' ELSE judged.before_qualifier END AS before_qualifier,
    CASE WHEN judged.is_untold THEN 'c' ELSE judged.before_marker END AS before_marker,
    CASE WHEN judged.is_untold THEN 1 ELSE judged.before_withheld END AS before_withheld,
    CASE WHEN judged.is_untold THEN 'withheld' ELSE judged.before_standing END AS before_standing,
    judged.before_publication,
    CASE WHEN NOT judged.is_untold THEN judged.after_value END AS after_value,
    CASE WHEN NOT judged.is_untold THEN judged.after_lower END AS after_lower,
    CASE WHEN NOT judged.is_untold THEN judged.after_upper END AS after_upper,
    CASE WHEN judged.is_untold THEN 'withheld' ELSE judged.after_qualifier END AS after_qualifier,
    CASE WHEN judged.is_untold THEN 'c' ELSE judged.after_marker END AS after_marker,
    CASE WHEN judged.is_untold THEN 1 ELSE judged.after_withheld END AS after_withheld,
    CASE WHEN judged.is_untold THEN 'withheld' ELSE judged.after_standing END AS after_standing,
    judged.publication,
    judged.why,
    CASE WHEN judged.is_untold THEN '' ELSE judged.note END AS note
FROM judged
ORDER BY
    judged.publication DESC,
    judged.indicator ASC,
    judged.level ASC,
    judged.area ASC,
    judged.breakdown ASC,
    judged.starts_on ASC;
