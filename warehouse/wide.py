"""The wide relations: what people query.

One declaration gives a relation's SQL, its comments in the DuckDB file and its page in the data
dictionary (docs/warehouse.md). Expressions name tables as the database does.
"""

from __future__ import annotations

from db.notes import Note, NoteRemark
from db.provenance import Source
from warehouse.accuracy import LEADERBOARD, NOT_EVALUATED
from warehouse.columns import computed, published, taken
from warehouse.relations import Relation
from warehouse.speed import MEASUREMENTS, SERIES, SERIES_DAILY, SPEED, SPEED_COLUMNS, SUPERSEDED

TRADEOFFS = Relation(
    name="tradeoffs",
    comment="A weight's accuracy beside the newest throughput of its architecture at that size",
    columns=(
        *published(
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
        *published(
            "speed",
            SPEED_COLUMNS,
            *(name for name in SERIES if name not in {"model", "img_size"}),
            "started_at",
            "samples_per_second",
            "step_time_ms",
            "gmacs",
            "macts",
        ),
        *published("leaderboard", LEADERBOARD.columns, "evaluation_id"),
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
DERIVED = (LEADERBOARD, NOT_EVALUATED, MEASUREMENTS, SERIES_DAILY, TRADEOFFS, NOTES_FLAT)
#: All wide relations, those that most people want first.
RELATIONS = (
    LEADERBOARD,
    SPEED,
    TRADEOFFS,
    NOTES_FLAT,
    SERIES_DAILY,
    NOT_EVALUATED,
    MEASUREMENTS,
    SUPERSEDED,
)
