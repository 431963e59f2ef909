-- Weights that no other beats in both accuracy and throughput on an RTX 4090 (newest PyTorch there, amp, not compiled).
WITH candidates AS (
  SELECT name, img_size, top1, samples_per_second, batch_size, param_count, commercial_use, environment
  FROM tradeoffs
  WHERE dataset = 'imagenet' AND task = 'infer'
    AND precision = 'amp' AND layout = 'nchw' AND compile = 'off'
    AND environment = (
      SELECT slug FROM environments WHERE device_key = 'rtx4090'
      ORDER BY CAST(string_split(torch, '.') AS INTEGER[]) DESC LIMIT 1
    )
)
SELECT *
FROM candidates
QUALIFY top1 > coalesce(max(top1) OVER (
  ORDER BY samples_per_second DESC, top1 DESC, name
  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
), 0)
ORDER BY samples_per_second DESC
