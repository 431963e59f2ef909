-- What was found about the sources, by kind of finding, with an example of each.
SELECT problems.code, count(*) AS problem_count, any_value(sources.name || ':' || coalesce(problems.line, 0)) AS example_place, any_value(problems.text) AS example
FROM problems
JOIN sources ON sources.id = problems.source_id AND sources.is_current
GROUP BY problems.code
ORDER BY problem_count DESC, problems.code
