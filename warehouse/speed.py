"""The wide relations of speed: measurements with all that describes their runs.

See ``warehouse/wide.py``.
"""

from __future__ import annotations

from dataclasses import replace

from db.catalogue import Model
from db.speed import BenchmarkRun, Environment, Measurement
from db.tables import metadata
from warehouse.columns import computed, of_column, published, taken
from warehouse.relations import Relation

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
JOIN {benchmark_runs} AS benchmark_runs ON benchmark_runs.id = measurements.run_id
JOIN {environments} AS environments ON environments.id = benchmark_runs.environment_id
JOIN {models} AS models ON models.id = measurements.model_id
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
SPEED_COLUMNS = (
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
    columns=SPEED_COLUMNS,
    source=_MEASURED.replace("{ended}", ""),
    order_by=f"{', '.join(SERIES)}, started_at, id",
)

SUPERSEDED = Relation(
    name="superseded_measurements",
    comment="A measurement that a later revision of its source changed or dropped",
    columns=(*SPEED_COLUMNS, taken(Measurement.until_source_id)),
    source=_MEASURED.replace("{ended}", "NOT"),
    order_by="id",
)

#: Relations filled month by month from the database's measurements.
MEASURED = (SPEED, SUPERSEDED)

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
        *published("speed", SPEED_COLUMNS, *SERIES, "day"),
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
