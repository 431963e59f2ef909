"""The morning's report on a run, in Markdown, with small plots made of characters."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, nan

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.alerts import Alert
from db.speed import BenchmarkRun, Measurement
from watch.detect import REPEATS
from watch.evaluate import Evaluation
from watch.history import SeriesKey
from watch.judging import precision
from watch.level import YOUNGEST, Values

BARS = "▁▂▃▄▅▆▇█"
#: Nights that a small plot shows.
SHOWN = 30
#: Drift of the control model above which a night deserves no trust.
LARGE_DRIFT = 0.05


def sparkline(values: Values) -> str:
    """The last values as bars from the lowest to the highest."""
    shown = values[-SHOWN:]
    low, high = float(np.min(shown)), float(np.max(shown))
    if high == low:
        return BARS[len(BARS) // 2] * len(shown)
    heights = np.round((shown - low) / (high - low) * (len(BARS) - 1)).astype(int)
    return "".join(BARS[height] for height in heights)


def report(session: Session, evaluation: Evaluation, raised: Sequence[Alert]) -> str:
    """The report on a run.

    Args:
        session: a reading session.
        evaluation: of the run.
        raised: the alerts that are new.
    """
    run = session.get_one(BenchmarkRun, evaluation.run.id)
    lines = [f"# {_headline(raised)}", "", *_facts(session, run, evaluation)]
    device = [alert for alert in raised if alert.series_id is None]
    models = [alert for alert in raised if alert.series_id is not None]
    if device:
        lines += [
            "",
            "## The device",
            "",
            *(f"- {alert.text} (alert {alert.id})" for alert in device),
        ]
    for kind, title in (("regression", "Slower"), ("improvement", "Faster")):
        found = [alert for alert in models if alert.kind == kind]
        if found:
            lines += ["", f"## {title}", "", *_table(evaluation, found)]
    open_before = _open_before(session, evaluation, raised)
    if open_before:
        lines += ["", "## Still open", "", *_table(evaluation, open_before)]
    return "\n".join(lines) + "\n"


def _headline(raised: Sequence[Alert]) -> str:
    counts = {
        "slower": sum(alert.kind == "regression" for alert in raised),
        "faster": sum(alert.kind == "improvement" for alert in raised),
        "about the device": sum(alert.series_id is None for alert in raised),
    }
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    return told[:1].upper() + told[1:] if told else "Nothing changed"


def _facts(session: Session, run: BenchmarkRun, evaluation: Evaluation) -> list[str]:
    environment = run.environment
    statuses = session.execute(
        select(Measurement.status, func.count())
        .where(Measurement.run_id == run.id, Measurement.until_source_id.is_(None))
        .group_by(Measurement.status)
        .order_by(Measurement.status)
    )
    night = evaluation.night
    watched = (
        f"{len(night.changes)} series; {len(night.too_young)} are too young (under {YOUNGEST} "
        "nights)"
    )
    if evaluation.changed:
        watched = f"none of {len(night.too_young)} series: the first night of new software"
    facts = [
        f"night of {run.night} ({run.timezone}), run `{run.slug}`",
        f"on {environment.device_key}: torch {environment.torch}, timm {environment.timm}"
        + (f", CUDA {environment.cuda}, driver {environment.driver}" if environment.cuda else ""),
        "measured: " + ", ".join(f"{count} {status}" for status, count in statuses),
        f"watched: {watched}",
    ]
    series = evaluation.history.series
    position = evaluation.history.runs.index(evaluation.run)
    once = sum(len(series[key].repeats(position)) <= REPEATS for key in night.flagged)
    if once:
        facts.append(
            f"{once} looked off but could not be measured again often enough: no time, or no sound "
            "figure"
        )
    if run.finished_at is None:
        facts.append("**the run did not go through**: it stopped before its plan was done")
    if run.control_drift is not None:
        doubt = ": the machine was not steady" if run.control_drift > LARGE_DRIFT else ""
        facts.append(f"the control model drifted by {run.control_drift:.1%} in the night{doubt}")
    judged = precision(session)
    if judged.share is not None:
        facts.append(f"{judged.share:.0%} of {judged.real + judged.noise} judged alerts were real")
    return [f"- {fact}" for fact in facts]


def _table(evaluation: Evaluation, alerts: Sequence[Alert]) -> list[str]:
    rows = [
        "| alert | model | images/s | before | change | nights |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for alert in sorted(alerts, key=lambda alert: alert.ratio or 1):
        series = alert.series
        assert series is not None
        key = SeriesKey(*(getattr(series, name) for name in SeriesKey._fields))
        history = evaluation.history.series.get(key)
        before, now, plot = alert.baseline or nan, alert.value or nan, ""
        if history is not None:
            now, plot = exp(history.values[-1]), sparkline(history.values)
        rows.append(
            f"| {alert.id} | {key} | {now:.4g} | {before:.4g} | {now / before - 1:+.1%} | {plot} |"
        )
    return rows


def _open_before(
    session: Session, evaluation: Evaluation, raised: Sequence[Alert]
) -> Sequence[Alert]:
    new = {alert.id for alert in raised}
    found = session.scalars(
        select(Alert)
        .where(
            Alert.state == "open",
            Alert.series_id.is_not(None),
            Alert.device_key == evaluation.history.device_key,
        )
        .order_by(Alert.raised_at, Alert.id)
    )
    return [alert for alert in found if alert.id not in new]
