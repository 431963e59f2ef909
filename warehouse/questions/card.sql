-- Models of 2021, tested at 224 pixels, above 80 % top-1 on ImageNet.
SELECT name, model, top1, top5, param_count, licence, commercial_use, paper
FROM leaderboard
WHERE dataset = 'imagenet' AND year = 2021 AND img_size = 224 AND top1 > 80
ORDER BY top1 DESC, name
