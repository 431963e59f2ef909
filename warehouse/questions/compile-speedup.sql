-- How much faster models run when compiled, on the same device, software, size and batch.
SELECT
  compiled.model,
  compiled.environment,
  compiled.img_size,
  compiled.batch_size,
  compiled.compile,
  compiled.compile_mode,
  eager.samples_per_second AS eager_samples_per_second,
  compiled.samples_per_second AS compiled_samples_per_second,
  round(compiled.samples_per_second / eager.samples_per_second, 3) AS speedup
FROM speed AS compiled
JOIN speed AS eager USING (
  model, img_size, batch_size, environment, task, precision, layout, protocol
)
WHERE compiled.compile <> 'off' AND eager.compile = 'off'
  AND compiled.status = 'ok' AND eager.status = 'ok' AND compiled.repeat = 1 AND eager.repeat = 1
  AND compiled.day IS NOT DISTINCT FROM eager.day
  AND compiled.machine_label IS NOT DISTINCT FROM eager.machine_label
  AND compiled.protocol_version IS NOT DISTINCT FROM eager.protocol_version
ORDER BY speedup DESC, compiled.model, compiled.environment, compiled.compile_mode
