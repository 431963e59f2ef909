-- The most accurate weights under 30 million parameters whose licence permits commercial use.
SELECT name, img_size, top1, param_count, licence, year, paper
FROM leaderboard
WHERE dataset = 'imagenet' AND commercial_use = 'yes' AND param_count < 30
ORDER BY top1 DESC, name
LIMIT 50
