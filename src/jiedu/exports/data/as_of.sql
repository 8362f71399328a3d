CREATE MACRO as_of(day) AS TABLE
SELECT *
FROM figures
WHERE published <= CAST(day AS DATE) AND period IS NOT NULL
QUALIFY row_number() OVER (
    PARTITION BY coalesce(indicator_id, indicator), measure, unit, basis, status, region, period
    ORDER BY published DESC, confidence DESC NULLS LAST, release, start
) = 1
