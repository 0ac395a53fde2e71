-- What was sent of each cell, now and the last time, and what do readers see of it before and after?
-- Grain: one row per cell that the arriving return holds, or that readers would see otherwise.
-- Parameters: $feed (the return that arrives)
-- Beside the publications it asks what was sent and what the build hides: for those who sent it.
WITH words AS (
    SELECT
        cast(nullif(sent.feed, '') AS INTEGER) AS feed,
        sent.indicator,
        sent.period,
        cast(sent.starts_on AS DATE) AS starts_on,
        cast(sent.ends_on AS DATE) AS ends_on,
        CASE WHEN area.is_whole THEN 'London' ELSE sent.area END AS place,
        sent.breakdown,
        sent.value,
        sent.marker
    FROM sent
    LEFT JOIN newer.area ON sent.area = area.code
),

arrived AS (
    SELECT words.*
    FROM words
    WHERE words.feed = $feed
),

last_time AS (
    SELECT words.*
    FROM words
    WHERE words.feed < $feed
    QUALIFY
        row_number() OVER (
            PARTITION BY words.indicator, words.starts_on, words.ends_on, words.place, words.breakdown
            ORDER BY words.feed DESC
        ) = 1
),

stood AS (
    SELECT
        observation.*,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place
    FROM older.observation
),

stands AS (
    SELECT
        observation.*,
        CASE WHEN observation.level = 'London' THEN 'London' ELSE observation.area END AS place
    FROM newer.observation
),

seen AS (
    SELECT
        coalesce(stands.indicator, stood.indicator) AS indicator,
        coalesce(stands.period, stood.period) AS period,
        coalesce(stands.starts_on, stood.starts_on) AS starts_on,
        coalesce(stands.ends_on, stood.ends_on) AS ends_on,
        coalesce(stands.place, stood.place) AS place,
        coalesce(stands.breakdown, stood.breakdown) AS breakdown,
        stood.indicator IS NOT NULL AS was_there,
        stands.indicator IS NOT NULL AS is_there,
        stood.value AS value_before,
        stood.lower AS lower_before,
        stood.upper AS upper_before,
        stood.qualifier AS qualifier_before,
        stood.marker AS marker_before,
        stood.withheld AS withheld_before,
        stands.value AS value_after,
        stands.lower AS lower_after,
        stands.upper AS upper_after,
        stands.qualifier AS qualifier_after,
        stands.marker AS marker_after,
        stands.withheld AS withheld_after,
        coalesce(
            stood.lower IS DISTINCT FROM stands.lower
            OR stood.upper IS DISTINCT FROM stands.upper
            OR stood.marker IS DISTINCT FROM stands.marker
            OR stood.qualifier IS DISTINCT FROM stands.qualifier
            OR stood.withheld IS DISTINCT FROM stands.withheld
            OR (stands.note != '' AND stood.note != stands.note),
            FALSE
        ) AS differs
    FROM stands
    FULL JOIN stood
        ON
            stands.indicator = stood.indicator
            AND stands.starts_on IS NOT DISTINCT FROM stood.starts_on
            AND stands.ends_on IS NOT DISTINCT FROM stood.ends_on
            AND stands.place = stood.place
            AND stands.breakdown = stood.breakdown
)

SELECT
    coalesce(arrived.indicator, seen.indicator) AS indicator,
    indicator.title,
    coalesce(arrived.period, seen.period) AS period,
    coalesce(area.name, seen.place, arrived.place) AS place,
    coalesce(arrived.breakdown, seen.breakdown) AS breakdown,
    arrived.indicator IS NOT NULL AS is_sent,
    last_time.value AS sent_before,
    last_time.marker AS sent_marker_before,
    accepted_return.publication AS sent_in,
    arrived.value AS sent_now,
    arrived.marker AS sent_marker_now,
    CASE
        WHEN NOT coalesce(seen.was_there, FALSE) THEN 'new'
        WHEN NOT seen.is_there THEN 'gone'
        WHEN seen.differs THEN 'changed'
        ELSE 'same'
    END AS becomes,
    seen.value_before,
    seen.lower_before,
    seen.upper_before,
    seen.qualifier_before,
    seen.marker_before,
    seen.withheld_before,
    seen.value_after,
    seen.lower_after,
    seen.upper_after,
    seen.qualifier_after,
    seen.marker_after,
    seen.withheld_after,
    protected.treatment,
    protected.would_tell_indicator,
    protected.would_tell_starts_on,
    protected.would_tell_ends_on,
    told.period AS would_tell_period,
    coalesce(told_area.name, protected.would_tell_place) AS would_tell_place,
    protected.would_tell_breakdown,
    told_indicator.title AS would_tell_title
FROM seen
FULL JOIN arrived
    ON
        seen.indicator = arrived.indicator
        AND seen.starts_on = arrived.starts_on
        AND seen.ends_on = arrived.ends_on
        AND seen.place = arrived.place
        AND seen.breakdown = arrived.breakdown
LEFT JOIN last_time
    ON
        coalesce(arrived.indicator, seen.indicator) = last_time.indicator
        AND coalesce(arrived.starts_on, seen.starts_on) = last_time.starts_on
        AND coalesce(arrived.ends_on, seen.ends_on) = last_time.ends_on
        AND coalesce(arrived.place, seen.place) = last_time.place
        AND coalesce(arrived.breakdown, seen.breakdown) = last_time.breakdown
LEFT JOIN newer.accepted_return AS accepted_return ON last_time.feed = accepted_return.feed
LEFT JOIN protected
    ON
        seen.indicator = protected.indicator
        AND cast(seen.starts_on AS VARCHAR) = protected.starts_on
        AND cast(seen.ends_on AS VARCHAR) = protected.ends_on
        AND seen.place = protected.place
        AND seen.breakdown = protected.breakdown
LEFT JOIN stands AS told
    ON
        protected.would_tell_indicator = told.indicator
        AND protected.would_tell_starts_on = cast(told.starts_on AS VARCHAR)
        AND protected.would_tell_ends_on = cast(told.ends_on AS VARCHAR)
        AND protected.would_tell_place = told.place
        AND protected.would_tell_breakdown = told.breakdown
LEFT JOIN newer.indicator AS indicator
    ON coalesce(arrived.indicator, seen.indicator) = indicator.indicator
LEFT JOIN newer.area AS area ON coalesce(arrived.place, seen.place) = area.code
LEFT JOIN newer.indicator AS told_indicator ON protected.would_tell_indicator = told_indicator.indicator
LEFT JOIN newer.area AS told_area ON protected.would_tell_place = told_area.code
WHERE arrived.indicator IS NOT NULL OR seen.differs OR NOT seen.was_there OR NOT seen.is_there
ORDER BY
    CASE becomes WHEN 'changed' THEN 0 WHEN 'gone' THEN 1 WHEN 'new' THEN 2 ELSE 3 END,
    indicator.title,
    coalesce(arrived.starts_on, seen.starts_on),
    coalesce(area.name, seen.place, arrived.place) != 'London',
    coalesce(area.name, seen.place, arrived.place),
    coalesce(arrived.breakdown, seen.breakdown)
