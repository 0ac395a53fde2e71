-- Which effect does the report expect on which indicator, and from which ask?
-- Grain: one row per expected effect; an effect without an ask is expected whatever is done.
-- Parameters: none
SELECT
    effect.indicator,
    effect.ask,
    effect.effect,
    effect.by_when,
    effect.page
FROM effect
-- Asks of the recommendations first.
ORDER BY effect.indicator ASC, effect.ask DESC NULLS LAST
