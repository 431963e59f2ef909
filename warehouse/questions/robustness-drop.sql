-- How much accuracy weights above 85 % lose on adversarial (A) and rendered (R) images, against ordinary images of the same classes.
SELECT
  clean.name,
  clean.img_size,
  clean.top1,
  adversarial.top1_drop AS drop_a,
  rendered.top1_drop AS drop_r
FROM leaderboard AS clean
JOIN leaderboard AS adversarial USING (name, img_size)
JOIN leaderboard AS rendered USING (name, img_size)
WHERE clean.dataset = 'imagenet' AND clean.top1 > 85
  AND adversarial.dataset = 'imagenet-a' AND rendered.dataset = 'imagenet-r'
ORDER BY drop_a + drop_r
