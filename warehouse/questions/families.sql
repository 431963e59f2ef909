-- Every family with its models, years, best accuracy and smallest model above 80 %.
SELECT
  family,
  count(DISTINCT model) AS model_count,
  min(year) AS first_year,
  max(year) AS last_year,
  max(top1) AS best_top1,
  arg_max(name, top1) AS best,
  arg_min(name, param_count) FILTER (top1 > 80) AS smallest_above_80,
  min(param_count) FILTER (top1 > 80) AS smallest_param_count
FROM leaderboard
WHERE dataset = 'imagenet' AND family IS NOT NULL
GROUP BY family
ORDER BY best_top1 DESC
