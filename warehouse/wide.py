"""The wide relations: what people query.

One declaration gives a relation's SQL, its comments in the DuckDB file and its page in the data
dictionary (docs/warehouse.md). Expressions name tables as the database does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from db.accuracy import Dataset, Evaluation
from db.catalogue import Family, Licence, Model, Variant
from db.literature import Paper
from db.notes import Note, NoteRemark
from db.provenance import Source
from db.speed import BenchmarkRun, Environment, Measurement
from db.tables import metadata
from warehouse.columns import PublishedColumn, computed, of_column, taken
from warehouse.relations import Relation


def _published(
    relation: str, columns: Sequence[PublishedColumn], *names: str
) -> tuple[PublishedColumn, ...]:
    """Columns of a relation that is published before, as they are there."""
    found = {column.name: column for column in columns}
    return tuple(
        computed(
            name, found[name].type, f"{relation}.{name}", found[name].meaning, found[name].source
        )
        for name in names
    )


LEADERBOARD = Relation(
    name="leaderboard",
    comment="A weight at an image size on a test set, as shown now, with all that is known of it",
    columns=(
        taken(Variant.name, meaning="the weight, architecture.tag"),
        taken(Model.name, "model", "its architecture"),
        taken(Family.name, "family", "key of its family"),
        taken(Model.year),
        taken(Model.year_source),
        taken(Dataset.name, "dataset", "the test set"),
        taken(Evaluation.img_size),
        taken(Evaluation.top1),
        taken(Evaluation.top5),
        computed(
            "top1_drop",
            "DOUBLE",
            "round(clean.top1 - evaluations.top1, 4)",
            "top-1 on ordinary images of the same classes less top-1 here, percentage points",
            "evaluations.top1, datasets.clean_dataset_id",
        ),
        taken(Evaluation.param_count),
        taken(Model.parameters),
        taken(Evaluation.crop_pct),
        taken(Evaluation.interpolation),
        taken(Licence.name, "licence", "licence of the weight as published"),
        computed(
            "commercial_use",
            "VARCHAR",
            "coalesce(licences.commercial_use, 'unknown')",
            "whether the licence's text permits commercial use: yes, no or unknown",
            "licences.commercial_use",
        ),
        taken(Paper.arxiv_id, "paper", "arXiv id of the paper that introduces the model"),
        taken(Paper.title, "paper_title", "its title"),
        taken(Paper.submitted, "paper_submitted", "first submitted, cut to its precision"),
        taken(Variant.tag),
        taken(Variant.hub_id),
        taken(Variant.pretrained_on),
        taken(Variant.fine_tuned_on),
        taken(Model.is_registered),
        taken(Source.name, "source", "file that the figures come from"),
        taken(Evaluation.line, "source_line", "its 1-based line there"),
        taken(Evaluation.id, "evaluation_id", "key in evaluations"),
    ),
    source="""\
FROM evaluations
JOIN datasets ON datasets.id = evaluations.dataset_id
JOIN variants ON variants.id = evaluations.variant_id
JOIN models ON models.id = variants.model_id
JOIN sources ON sources.id = evaluations.source_id
LEFT JOIN families ON families.id = models.family_id
LEFT JOIN licences ON licences.id = variants.licence_id
LEFT JOIN model_papers
  ON model_papers.model_id = models.id AND model_papers.relation = 'introduces'
LEFT JOIN papers ON papers.id = model_papers.paper_id
LEFT JOIN evaluations AS clean
  ON clean.dataset_id = datasets.clean_dataset_id
  AND clean.variant_id = evaluations.variant_id
  AND clean.img_size = evaluations.img_size
  AND clean.is_shown
WHERE evaluations.is_shown""",
    order_by="dataset, top1 DESC, name, img_size",
)

#: What makes two measurements comparable: rows that agree in these differ by their night only.
SERIES = (
    "model",
    "img_size",
    "batch_size",
    "environment",
    "device_key",
    "machine_label",
    "task",
    "precision",
    "layout",
    "compile",
    "compile_mode",
    "protocol",
    "protocol_version",
)

#: Staged rows of measurements, with the run and environment of each.
_MEASURED = """\
FROM {measurements} AS measurements
JOIN benchmark_runs ON benchmark_runs.id = measurements.run_id
JOIN environments ON environments.id = benchmark_runs.environment_id
JOIN models ON models.id = measurements.model_id
WHERE measurements.until_source_id IS {ended} NULL"""

_FIRST_COLUMNS = (
    taken(Model.name, "model", "the architecture"),
    taken(Measurement.img_size),
    taken(Measurement.batch_size),
    taken(Environment.slug, "environment", "software and hardware, e.g. rtx4090-pt291-cu128"),
    taken(Environment.device_key),
    taken(BenchmarkRun.machine_label),
    taken(BenchmarkRun.task),
    taken(BenchmarkRun.precision),
    taken(BenchmarkRun.layout),
    taken(BenchmarkRun.compile),
    taken(BenchmarkRun.compile_mode),
    taken(BenchmarkRun.protocol),
    taken(BenchmarkRun.protocol_version),
    taken(BenchmarkRun.started_at, meaning="when the run began, UTC; empty: nobody says"),
    computed(
        "day",
        "DATE",
        "coalesce(CAST(benchmark_runs.night AS DATE), CAST(benchmark_runs.started_at AS DATE))",
        "local date of the night, or date of started_at in UTC",
        "benchmark_runs.night, benchmark_runs.started_at",
    ),
    taken(Environment.device_kind),
    taken(Environment.device_name),
    taken(Environment.device_count),
    taken(Environment.driver),
    taken(Environment.cuda),
    taken(Environment.cudnn),
    taken(Environment.torch),
    taken(Environment.timm),
    taken(BenchmarkRun.slug, "run", "the job or file, e.g. infer-amp-nchw-pt291-cu128-rtx4090"),
    taken(BenchmarkRun.purpose),
)
#: All columns of the database's measurements follow, those too that are added later.
_SPEED_COLUMNS = (
    *_FIRST_COLUMNS,
    *(
        of_column(column)
        for column in metadata.tables["measurements"].columns
        if column.name not in {"img_size", "batch_size", "until_source_id"}
    ),
)

SPEED = Relation(
    name="speed",
    comment="A current measurement with its run and environment; partitioned by month",
    columns=_SPEED_COLUMNS,
    source=_MEASURED.replace("{ended}", ""),
    order_by=f"{', '.join(SERIES)}, started_at, id",
)

SUPERSEDED = Relation(
    name="superseded_measurements",
    comment="A measurement that a later revision of its source changed or dropped",
    columns=(*_SPEED_COLUMNS, taken(Measurement.until_source_id)),
    source=_MEASURED.replace("{ended}", "NOT"),
    order_by="id",
)

MEASUREMENTS = Relation(
    name="measurements",
    comment="A measurement, current or superseded, with the columns of the database",
    columns=tuple(
        replace(of_column(column), expression=column.name)
        for column in metadata.tables["measurements"].columns
    ),
    source="FROM (FROM speed UNION ALL BY NAME FROM superseded_measurements)",
)

SERIES_DAILY = Relation(
    name="series_daily",
    comment="What a series gave on a day: one architecture under the same conditions",
    columns=(
        *_published("speed", _SPEED_COLUMNS, *SERIES, "day"),
        computed("measurement_count", "BIGINT", "count(*)", "sound measurements that day", ""),
        computed(
            "samples_per_second",
            "DOUBLE",
            "median(speed.samples_per_second)",
            "throughput, median of the day",
            "measurements.samples_per_second",
        ),
        computed(
            "samples_per_second_min",
            "DOUBLE",
            "min(speed.samples_per_second)",
            "throughput, least of the day",
            "measurements.samples_per_second",
        ),
        computed(
            "samples_per_second_max",
            "DOUBLE",
            "max(speed.samples_per_second)",
            "throughput, most of the day",
            "measurements.samples_per_second",
        ),
        computed(
            "step_time_ms",
            "DOUBLE",
            "median(speed.step_time_ms)",
            "time of one step, median of the day",
            "measurements.step_time_ms",
        ),
    ),
    source="FROM speed\nWHERE speed.status = 'ok' AND speed.day IS NOT NULL\nGROUP BY ALL",
)

TRADEOFFS = Relation(
    name="tradeoffs",
    comment="A weight's accuracy beside the newest throughput of its architecture at that size",
    columns=(
        *_published(
            "leaderboard",
            LEADERBOARD.columns,
            "name",
            "model",
            "family",
            "year",
            "dataset",
            "img_size",
            "top1",
            "top5",
            "param_count",
            "licence",
            "commercial_use",
            "paper",
        ),
        *_published(
            "speed",
            _SPEED_COLUMNS,
            *(name for name in SERIES if name not in {"model", "img_size"}),
            "started_at",
            "samples_per_second",
            "step_time_ms",
            "gmacs",
            "macts",
        ),
        *_published("leaderboard", LEADERBOARD.columns, "evaluation_id"),
        computed(
            "measurement_id",
            "INTEGER",
            "speed.id",
            "key in measurements",
            "measurements.id",
        ),
    ),
    source="""\
FROM leaderboard
JOIN speed ON speed.model = leaderboard.model AND speed.img_size = leaderboard.img_size
WHERE speed.id IN (
  WITH settings AS (
    SELECT
      id AS run_id,
      dense_rank() OVER (
        ORDER BY environment_id, machine_label, task, precision, layout, compile, compile_mode,
          protocol, protocol_version
      ) AS setting,
      row_number() OVER (ORDER BY started_at NULLS FIRST, id) AS age
    FROM benchmark_runs
  )
  SELECT arg_max(speed.id, (settings.age << 32) + speed.id)
  FROM speed JOIN settings ON settings.run_id = speed.run_id
  WHERE speed.status = 'ok'
  GROUP BY speed.model_id, speed.img_size, speed.batch_size, settings.setting
)""",
    order_by="dataset, environment, name, img_size, measurement_id",
)

NOTES_FLAT = Relation(
    name="notes_flat",
    comment="A bullet of the current catalogue notes with its entry; an entry without bullets once",
    columns=(
        taken(Note.year),
        taken(Note.title),
        taken(Note.date),
        taken(Note.date_written),
        taken(Note.link),
        taken(Note.image_sizes),
        taken(NoteRemark.position, "bullet", "place of the bullet in the entry, from 1"),
        taken(NoteRemark.parent_position, "parent_bullet"),
        taken(NoteRemark.text, meaning="the bullet without marks"),
        computed(
            "names",
            "VARCHAR[]",
            "(SELECT list(note_models.name_written ORDER BY note_models.position) "
            "FROM note_models WHERE note_models.note_id = notes.id "
            "AND note_models.remark_position = note_remarks.position)",
            "models, weights and families that the bullet names, as written",
            "note_models.name_written",
        ),
        taken(NoteRemark.raw, meaning="line or lines as written"),
        taken(Source.name, "source", "file of the notes"),
        computed(
            "source_line",
            "INTEGER",
            "coalesce(note_remarks.line, notes.line)",
            "1-based line there",
            "note_remarks.line, notes.line",
        ),
    ),
    source="""\
FROM notes
JOIN sources ON sources.id = notes.source_id AND sources.is_current
LEFT JOIN note_remarks ON note_remarks.note_id = notes.id""",
    order_by="source, source_line, bullet NULLS FIRST",
)

#: Relations made from tables that are published before them, in the order in which they are made.
DERIVED = (LEADERBOARD, MEASUREMENTS, SERIES_DAILY, TRADEOFFS, NOTES_FLAT)
#: Relations filled month by month from the database's measurements.
MEASURED = (SPEED, SUPERSEDED)
#: All wide relations, those that most people want first.
RELATIONS = (LEADERBOARD, SPEED, TRADEOFFS, NOTES_FLAT, SERIES_DAILY, MEASUREMENTS, SUPERSEDED)
