"""Environments, benchmark runs, measurements."""

from __future__ import annotations

from api.declare import Entity
from api.history import valid_measurements
from api.stored import column, to_many, to_one
from api.types.accuracy import AS_OF
from api.types.provenance import row_of
from db.bulk import table_of
from db.speed import BenchmarkRun, Environment, Measurement

ENVIRONMENT = Entity(
    name="Environment",
    table=table_of(Environment),
    description="Software and hardware that a run had.",
    fields=(
        column(Environment.slug),
        column(Environment.device_key),
        column(Environment.device_kind),
        column(Environment.device_name),
        column(Environment.device_count),
        column(Environment.driver),
        column(Environment.cuda),
        column(Environment.cudnn),
        column(Environment.torch),
        column(Environment.timm),
        column(Environment.python),
        column(Environment.os),
        column(Environment.cpu_model),
        column(Environment.cpu_count),
        column(Environment.memory_mib),
        column(Environment.device_memory_mib),
        column(Environment.power_limit_w),
        column(Environment.is_mig),
        column(Environment.thread_count),
        to_many(
            BenchmarkRun.environment_id,
            "BenchmarkRun",
            "benchmarkRuns",
            description="Runs in it.",
        ),
    ),
    order=("slug",),
)

BENCHMARK_RUN = Entity(
    name="BenchmarkRun",
    table=table_of(BenchmarkRun),
    description="One benchmark job or file: the settings that its measurements share.",
    fields=(
        column(BenchmarkRun.slug),
        to_one(BenchmarkRun.environment_id, "Environment", description="Where it ran."),
        column(BenchmarkRun.task),
        column(
            BenchmarkRun.precision,
            description="Number format of the computation: fp32, tf32, fp16, bf16, amp, amp_bf16.",
        ),
        column(BenchmarkRun.layout, description="Memory layout of the input: nchw or nhwc."),
        column(BenchmarkRun.compile),
        column(BenchmarkRun.protocol),
        column(BenchmarkRun.started_at, description="When it began (UTC)."),
        column(
            BenchmarkRun.finished_at,
            description="When it was done (UTC); empty for a run that did not go through.",
        ),
        column(BenchmarkRun.purpose),
        column(BenchmarkRun.night),
        column(BenchmarkRun.timezone),
        column(BenchmarkRun.machine_label),
        to_many(Measurement.run_id, "Measurement", "measurements", description="What it measured."),
    ),
    order=("slug",),
)

MEASUREMENT = Entity(
    name="Measurement",
    table=table_of(Measurement),
    description="Speed of one model at one image size and batch size in one run.",
    fields=(
        column(Measurement.samples_per_second),
        column(Measurement.step_time_ms),
        column(Measurement.img_size),
        column(Measurement.batch_size),
        column(
            Measurement.status,
            description="ok, or why there is no sound figure: oom, error, timeout, unstable, "
            "missing.",
        ),
        column(Measurement.gmacs),
        column(Measurement.macts),
        column(Measurement.param_count),
        column(Measurement.step_time_mean_ms),
        column(Measurement.step_time_p5_ms),
        column(Measurement.step_time_p90_ms),
        column(Measurement.step_time_p95_ms),
        column(Measurement.step_time_p99_ms),
        column(Measurement.step_time_mad_ms),
        column(Measurement.step_time_cv),
        column(Measurement.sample_count),
        column(Measurement.wall_samples_per_second),
        column(Measurement.first_step_s),
        column(Measurement.compile_time_s),
        column(Measurement.peak_memory_mib),
        column(Measurement.peak_memory_reserved_mib),
        column(Measurement.energy_per_image_j),
        column(Measurement.is_max_batch_size),
        column(Measurement.repeat),
        column(Measurement.reason),
        column(Measurement.is_contradictory),
        column(Measurement.name_written),
        to_one(Measurement.model_id, "Model"),
        to_one(Measurement.run_id, "BenchmarkRun"),
        to_one(
            Measurement.series_id,
            "Series",
            description="What it is compared with from night to night; empty: upstream's figures.",
        ),
        row_of("the figure", is_nullable=False),
    ),
    scope=valid_measurements,
    arguments=(AS_OF,),
)

ENTITIES = (ENVIRONMENT, BENCHMARK_RUN, MEASUREMENT)
