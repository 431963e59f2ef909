"""Series of this project's own measurements, where they stepped, and what was flagged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Float, and_, func, literal, or_, select

from api.binding import Binder
from api.declare import Argument, Column, Entity, Link, Row, ToOne
from api.lookups import converter
from api.roots import ListRoot
from api.scalars import FLOAT, INSTANT, STRING, DateTime, Scalar, check_finite, check_text
from api.stored import column, to_many, to_one
from api.types.provenance import row_of
from db.alerts import Alert, ChangePoint, Series
from db.bulk import table_of
from db.catalogue import Alias, Model
from db.speed import BenchmarkRun, Environment, Measurement

_MODELS, _ALIASES = table_of(Model), table_of(Alias)
_MEASUREMENTS, _RUNS = table_of(Measurement), table_of(BenchmarkRun)


def _of_run(stored: str, name: str, scalar: Scalar, description: str) -> Column:
    """A column of the row's run."""

    def sql(row: Row) -> ColumnElement[Any]:
        run = _RUNS.alias()
        return (
            select(run.c[stored]).where(run.c.id == row.c.run_id).correlate(row).scalar_subquery()
        )

    return Column(name=name, scalar=scalar, description=description, is_nullable=True, sql=sql)


def _speed_at(name: str, step_time: str, description: str) -> Column:
    """Throughput if every step took as long as a percentile of them."""

    def sql(row: Row) -> ColumnElement[Any]:
        images_s = literal(1000.0, Float(53)) * row.c.batch_size
        return images_s / func.nullif(row.c[step_time], 0.0, type_=Float(53))

    return Column(name=name, scalar=FLOAT, description=description, is_nullable=True, sql=sql)


_RUN_START = _of_run("started_at", "startedAt", INSTANT, "When its run began (UTC).")
_RUN_NIGHT = _of_run("night", "night", STRING, "Local date of its run's start.")


def _is_model_of(series: Row, model: Row) -> ColumnElement[bool]:
    """The model of that name, or the one that the name is an old spelling of."""
    same, old = _MODELS.alias(), _ALIASES.alias()
    by_name = select(same.c.id).where(same.c.name == series.c.model).correlate(series)
    by_alias = select(old.c.model_id).where(old.c.name == series.c.model).correlate(series)
    found = func.coalesce(by_name.scalar_subquery(), by_alias.limit(1).scalar_subquery())
    return model.c.id == found


SERIES = Entity(
    name="Series",
    table=table_of(Series),
    description="Measurements of this project's own job that are compared from night to night: "
    "one model at one image size and batch size, with the same settings on the same device. "
    "Software is not part of it.",
    fields=(
        ToOne(
            name="model",
            target="Model",
            description="The architecture.",
            is_nullable=True,
            links=(Link(table=_MODELS, on=_is_model_of),),
        ),
        column(Series.model, "modelName", description="The architecture's name as measured."),
        column(Series.img_size),
        column(Series.batch_size),
        column(Series.task),
        column(Series.precision),
        column(Series.layout),
        column(Series.compile),
        column(Series.device_key),
        column(Series.protocol),
        column(
            Series.metric, description="What is compared: samples_per_second, throughput, images/s."
        ),
        to_many(
            Measurement.series_id,
            "TrendPoint",
            "points",
            description="Its measurements, oldest first.",
        ),
        to_many(
            ChangePoint.series_id,
            "ChangePoint",
            "changePoints",
            description="Where it stepped, oldest first.",
        ),
        to_many(Alert.series_id, "Alert", "alerts", description="What was raised, newest first."),
    ),
    order=("modelName", "imgSize", "batchSize", "deviceKey"),
)

TREND_POINT = Entity(
    name="TrendPoint",
    table=_MEASUREMENTS,
    description="One measurement of a series.",
    fields=(
        column(
            Measurement.samples_per_second,
            "value",
            description="Throughput at the median step, images/s; empty where there is none.",
        ),
        _speed_at(
            "low",
            "step_time_p95_ms",
            "Throughput at the 95th percentile of the step times, images/s: the slow steps.",
        ),
        _speed_at(
            "high",
            "step_time_p5_ms",
            "Throughput at the 5th percentile of the step times, images/s: the fast steps.",
        ),
        _RUN_NIGHT,
        _RUN_START,
        column(
            Measurement.status,
            description="ok, or why there is no sound figure: oom, error, timeout, unstable. Only "
            "figures that are ok are compared.",
        ),
        column(Measurement.reason),
        column(Measurement.repeat),
        ToOne(
            name="environment",
            target="Environment",
            description="Software and hardware it was measured with.",
            is_nullable=False,
            links=(
                Link(table=_RUNS, on=lambda this, that: that.c.id == this.c.run_id),
                Link(
                    table=table_of(Environment),
                    on=lambda this, that: that.c.id == this.c.environment_id,
                ),
            ),
        ),
        to_one(Measurement.run_id, "BenchmarkRun"),
        row_of("the figure", is_nullable=False),
    ),
    order=("startedAt", "repeat"),
    scope=lambda row, *_: and_(row.c.until_source_id.is_(None), row.c.series_id.is_not(None)),
)

CHANGE_POINT = Entity(
    name="ChangePoint",
    table=table_of(ChangePoint),
    description="The first run of a new segment of a series: the level before it no longer counts.",
    fields=(
        column(
            ChangePoint.kind,
            description="detected (a step in the figures), environment (new software on the "
            "device) or accepted (somebody took the new level as it is).",
        ),
        column(ChangePoint.ratio),
        _RUN_START,
        to_one(ChangePoint.series_id, "Series"),
        to_one(ChangePoint.run_id, "BenchmarkRun"),
    ),
    order=("startedAt",),
)


def _chosen_alerts(
    row: Row, arguments: Mapping[str, Any], binder: Binder
) -> ColumnElement[bool] | None:
    """Alerts as the list's arguments choose them, None: all."""
    conditions: list[ColumnElement[bool]] = []
    since, least, device = (arguments.get(one.name) for one in _ALERT_ARGUMENTS)
    if since is not None:
        moment = binder.bind(since, INSTANT.sql, converter(INSTANT, binder))
        conditions.append(row.c.raised_at >= moment)
    if least is not None:
        share = binder.bind(least, FLOAT.sql, lambda percent: check_finite(percent) / 100)
        conditions.append(or_(row.c.ratio.is_(None), func.abs(row.c.ratio - 1) >= share))
    if device is not None:
        start = binder.bind(device, STRING.sql, check_text)
        conditions.append(func.substr(row.c.device_key, 1, func.length(start)) == start)
    return and_(*conditions) if conditions else None


_ALERT_ARGUMENTS = (
    Argument(name="since", annotation=DateTime, description="Raised then or later."),
    Argument(
        name="minChange",
        annotation=float,
        description="Change of throughput at least, percent; alerts without a ratio stay.",
    ),
    Argument(name="environment", annotation=str, description="Beginning of the device's key."),
)

ALERT = Entity(
    name="Alert",
    table=table_of(Alert),
    description="Something worth reading about a night, and what people made of it.",
    fields=(
        column(Alert.id, description="Its number: `judgeAlert` takes it."),
        column(
            Alert.kind,
            description="regression or improvement of one model; environment_change (new software "
            "on the device), common_mode (many series moved together) or missed_night (no complete "
            "night for 36 hours).",
        ),
        column(Alert.device_key),
        column(Alert.state, description="open until somebody decides: closed, accepted, muted."),
        column(Alert.verdict),
        column(Alert.ratio),
        column(Alert.ratio_low),
        column(Alert.ratio_high),
        column(Alert.baseline),
        column(Alert.value),
        column(Alert.q_value),
        column(Alert.text),
        column(Alert.raised_at, description="When it was raised (UTC)."),
        column(Alert.judged_at, description="When it was judged (UTC)."),
        column(Alert.judged_by),
        column(Alert.remark),
        to_one(Alert.series_id, "Series"),
        to_one(Alert.run_id, "BenchmarkRun"),
    ),
    order=("-raisedAt",),
    scope=_chosen_alerts,
    arguments=_ALERT_ARGUMENTS,
)

LISTS = (
    ListRoot(
        name="trend",
        entity="Series",
        description="Series of this project's own measurements, night after night.",
    ),
    ListRoot(
        name="regressions",
        entity="Alert",
        description="What got slower or faster and was confirmed, and what happened to devices, "
        "newest first.",
    ),
)
ENTITIES = (SERIES, TREND_POINT, CHANGE_POINT, ALERT)
