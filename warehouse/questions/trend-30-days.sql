-- Median throughput of every series over the last 30 days, against the 30 days before.
WITH aged AS (
  SELECT *, (SELECT max(day) FROM series_daily) - day AS age FROM series_daily
),
medians AS (
  SELECT
    model, img_size, batch_size, device_key, machine_label, environment, task, precision, layout,
    compile, compile_mode, protocol, protocol_version,
    median(samples_per_second) FILTER (age < 30) AS samples_per_second,
    median(samples_per_second) FILTER (age >= 30) AS samples_per_second_before
  FROM aged
  WHERE age < 60
  GROUP BY ALL
)
SELECT *, round(100 * (samples_per_second / samples_per_second_before - 1), 2) AS change_percent
FROM medians
WHERE samples_per_second IS NOT NULL
ORDER BY change_percent NULLS LAST, model, img_size, environment
