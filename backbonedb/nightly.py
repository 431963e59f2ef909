"""The nightly job: choose, measure, ingest, look, measure again, report."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from backbonedb.nightly_settings import NightlySettings
from bench import PROTOCOL_VERSION
from bench.cases import Case, Settings
from bench.errors import BenchError
from bench.plan import Plan, Request, estimated_case_s, make_plan
from bench.progress import Progress
from bench.protocol import Limits
from bench.records import cut_torn_line
from bench.run import execute
from bench.stopping import Stopping
from db.accuracy import Dataset, Evaluation
from db.alerts import Alert
from db.catalogue import Model, Variant
from db.engine import Database
from db.errors import BackboneError
from db.speed import BenchmarkRun
from ingest.pipeline import Ingestion
from ingest.sources.bench_job import device_key, read_run_file
from ingest.sources.bench_record import environment_facts
from watch import alerts, report
from watch.choose import choose, pareto_frontier
from watch.detect import REPEATS
from watch.evaluate import evaluate
from watch.history import PROTOCOL, SeriesKey, last_measured, load, runs_of
from watch.judging import list_alerts
from watch.samples import prune_samples

LOGGER = logging.getLogger("backbonedb.nightly")
#: Share of the budget that is kept for measuring flagged models again.
KEPT_FOR_REPEATS = 0.15
#: Test set whose accuracies make the Pareto frontier.
FRONTIER_DATASET = "imagenet"


@dataclass(frozen=True, kw_only=True, slots=True)
class Nightly:
    """What a night came to.

    Attributes:
        run_slug: the run.
        file: its file.
        raised: new alerts.
        report: in Markdown.
        is_complete: whether the plan was done.
    """

    run_slug: str
    file: Path
    raised: list[Alert]
    report: str
    is_complete: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """Where and how a night is run.

    Attributes:
        database: where figures go.
        settings: what is measured.
        folder: for the runs' files and reports.
        budget_s: time for all, in seconds.
        python: interpreter with torch and timm, None for this one.
        progress: see ``bench.progress``.
        stopping: requests to stop.
        now: the clock.
    """

    database: Database
    settings: NightlySettings
    folder: Path
    budget_s: float
    python: str | None
    progress: Callable[[int], Progress]
    stopping: Stopping
    now: Callable[[], datetime]

    def run(self) -> Nightly:
        """Run the night.

        Raises:
            BackboneError: the device is in use, the clock is behind the last run's, or nothing of
                what the settings name can be measured.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            return self._run()
        except BenchError as error:
            raise BackboneError(str(error)) from error

    def _run(self) -> Nightly:
        self._recover()
        file = self.folder / f"nightly-{self.now().astimezone(UTC):%Y%m%dT%H%M%SZ}.jsonl"
        request = self._request(file)
        everything = make_plan(request)
        key = _device_key(everything, self.settings.machine)
        with self.database.reading() as session:
            self._refuse_old_clock(session, key)
            chosen = self._choose(session, everything, key)
        if not chosen:
            raise BackboneError(f"a budget of {self.budget_s:g} s is too short for any model")
        begun = time.monotonic()
        plan = replace(everything, cases=tuple(chosen))
        execute(request, plan, self.progress, self.stopping)
        run_id = self._ingest(file)
        with self.database.reading() as session:
            flagged = evaluate(session, run_id).night.flagged
        if flagged and not self.stopping.is_asked():
            left_s = self.budget_s - (time.monotonic() - begun)
            # Should another run have taken the device meanwhile, the report says what was left.
            with suppress(BenchError):
                self._repeat(replace(request, budget_s=left_s), flagged)
            self._ingest(file)
        return self._told(file, run_id)

    def _told(self, file: Path, run_id: int) -> Nightly:
        """Hold a run against those before it, and write its report beside its file."""
        with self.database.writing() as session:
            evaluation = evaluate(session, run_id)
            raised = alerts.record(session, evaluation, self.now())
            text = report.report(session, evaluation, raised)
            prune_samples(session, self.now(), self.settings.samples_nights)
        file.with_suffix(".md").write_text(text, encoding="utf-8")
        return Nightly(
            run_slug=evaluation.run.slug,
            file=file,
            raised=raised,
            report=text,
            is_complete=not self.stopping.is_asked(),
        )

    def _recover(self) -> None:
        """Take what earlier nights measured that ended before their report, by a kill say."""
        for file in sorted(self.folder.glob("nightly-*.jsonl")):
            if not file.with_suffix(".md").exists():
                try:
                    cut_torn_line(file)
                    self._told(file, self._ingest(file))
                except (BackboneError, BenchError) as error:
                    LOGGER.warning("an earlier night was left out: %s", error)

    def _request(self, file: Path) -> Request:
        settings = self.settings
        return Request(
            settings=Settings(
                device=settings.device,
                precision=settings.precision,
                layout=settings.layout,
                compile=settings.compile,
                compile_mode=settings.compile_mode,
                task=settings.task,
            ),
            # What is watched need not be among them, and a wrong name is found by timm.
            models=(*settings.models, *settings.watch),
            excluded=settings.exclude,
            batch_sizes=settings.batch_sizes,
            out=file,
            control=settings.control,
            machine=settings.machine,
            time_scale=settings.time_scale,
            purpose="nightly",
            timeout_s=settings.timeout_s,
            # The plan is an estimate; a busy machine takes longer and must be free by morning.
            budget_s=self.budget_s * (1 - KEPT_FOR_REPEATS),
            python=self.python,
            now=self.now,
        )

    def _refuse_old_clock(self, session: Session, key: str) -> None:
        runs = runs_of(session, key)
        if runs and runs[-1].started_at > self.now():
            raise BackboneError(
                f"the clock says {self.now():%Y-%m-%d %H:%M} UTC, but the last run on {key} began "
                f"{runs[-1].started_at:%Y-%m-%d %H:%M} UTC: set the clock, or the order of nights "
                "is lost"
            )

    def _choose(self, session: Session, plan: Plan, key: str) -> list[Case]:
        history = load(session, key)
        cases = {_series_key(case, self.settings, key): case for case in plan.cases}
        last_run = {
            cases[series]: position
            for series, position in last_measured(session, history).items()
            if series in cases
        }
        speeds = {
            cases[series]: found.repeats(found.runs[-1])[0]
            for series, found in history.series.items()
            if series in cases
        }
        limits = Limits().scaled(self.settings.time_scale)
        unknown_s = estimated_case_s(None, limits)
        controls_s = 3 * unknown_s if plan.control else 0.0

        def cost_s(case: Case) -> float:
            if case not in speeds or not case.batch_size:
                return unknown_s
            return estimated_case_s(case.batch_size / speeds[case] * 1000, limits)

        return choose(
            plan.cases,
            every_night=(
                _flagged(session, cases),
                [case for case in plan.cases if case.model in self.settings.watch],
                _frontier(session, speeds),
            ),
            last_run=last_run,
            cost_s=cost_s,
            budget_s=self.budget_s * (1 - KEPT_FOR_REPEATS) - controls_s,
        )

    def _repeat(self, request: Request, flagged: tuple[SeriesKey, ...]) -> None:
        """Measure again in fresh processes, the models in turn, so that a disturbance passes."""
        again = tuple(
            Case(model=key.model, img_size=key.img_size, batch_size=key.batch_size, repeat=repeat)
            for repeat in range(2, REPEATS + 2)
            for key in flagged
        )
        more = replace(request, cases=again, is_resume=True, control=None)
        execute(more, make_plan(more), self.progress, self.stopping)

    def _ingest(self, file: Path) -> int:
        try:
            outcome = Ingestion(self.database).ingest(read_run_file(file))
        except BackboneError as error:
            raise BackboneError(
                f"{error}; what was measured is in {file}: `backbonedb ingest bench {file}`"
            ) from error
        with self.database.reading() as session:
            slug = f"bench-{outcome.identity.subject}"
            return session.scalars(select(BenchmarkRun.id).where(BenchmarkRun.slug == slug)).one()


def _device_key(plan: Plan, machine: str | None) -> str:
    facts, _ = environment_facts(plan.environment)
    return device_key(facts, machine)


def _series_key(case: Case, settings: NightlySettings, key: str) -> SeriesKey:
    version = f"{PROTOCOL_VERSION}"
    if settings.time_scale != 1:
        version += f"x{settings.time_scale:g}"
    compiler = settings.compile
    if compiler != "off":
        compiler += f":{settings.compile_mode}"
    return SeriesKey(
        model=case.model,
        img_size=case.img_size,
        batch_size=case.batch_size or 0,
        task=settings.task,
        precision=settings.precision,
        layout=settings.layout,
        compile=compiler,
        device_key=key,
        protocol=f"{PROTOCOL} {version}",
    )


def _flagged(session: Session, cases: Mapping[SeriesKey, Case]) -> list[Case]:
    """What has an open alert."""
    found = list_alerts(session, states=("open",), kinds=("regression", "improvement"))
    keys = [
        SeriesKey(*(getattr(alert.series, name) for name in SeriesKey._fields)) for alert in found
    ]
    return [cases[key] for key in keys if key in cases]


def _frontier(session: Session, speeds: Mapping[Case, float]) -> list[Case]:
    """What no other model beats both in speed here and in accuracy, per batch size."""
    accuracies = _accuracies(session)
    frontier = []
    for batch_size in {case.batch_size for case in speeds}:
        points = {
            case: (speed, accuracies[case.model, case.img_size])
            for case, speed in speeds.items()
            if case.batch_size == batch_size and (case.model, case.img_size) in accuracies
        }
        frontier += pareto_frontier(points)
    return frontier


def _accuracies(session: Session) -> dict[tuple[str, int], float]:
    """Best top-1 of a model's weights at an image size."""
    rows = session.execute(
        select(Model.name, Evaluation.img_size, func.max(Evaluation.top1))
        .join(Variant, Variant.id == Evaluation.variant_id)
        .join(Model, Model.id == Variant.model_id)
        .join(Dataset, Dataset.id == Evaluation.dataset_id)
        .where(Dataset.name == FRONTIER_DATASET, Evaluation.until_source_id.is_(None))
        .group_by(Model.name, Evaluation.img_size)
    )
    return {(name, img_size): top1 for name, img_size, top1 in rows}
