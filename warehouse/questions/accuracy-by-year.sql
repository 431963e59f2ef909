-- The best weight of every year on ImageNet, and the best one whose licence permits commercial use.
SELECT
  year,
  max(top1) AS best_top1,
  arg_max(name, top1) AS best,
  max(top1) FILTER (commercial_use = 'yes') AS best_commercial_top1,
  arg_max(name, top1) FILTER (commercial_use = 'yes') AS best_commercial,
  count(DISTINCT model) AS model_count
FROM leaderboard
WHERE dataset = 'imagenet' AND year IS NOT NULL
GROUP BY year
ORDER BY year
