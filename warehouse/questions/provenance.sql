-- The ten best figures on ImageNet with the file, line and cells that they come from.
SELECT leaderboard.name, leaderboard.top1, sources.name AS file, evaluations.line, source_rows.cells, sources.sha256
FROM leaderboard
JOIN evaluations ON evaluations.id = leaderboard.evaluation_id
JOIN sources ON sources.id = evaluations.source_id
JOIN source_rows ON source_rows.source_id = evaluations.source_id AND source_rows.line = evaluations.line
WHERE leaderboard.dataset = 'imagenet'
ORDER BY leaderboard.top1 DESC, leaderboard.name
LIMIT 10
