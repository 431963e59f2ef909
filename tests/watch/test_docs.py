"""The templates of docs/nightly.md hold what they say."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from backbonedb.cli import cli
from backbonedb.commands.bench import CONFIRMED, ENVIRONMENT
from backbonedb.nightly_settings import NightlySettings, read_settings
from bench.cli import make_parser

PAGE = Path(__file__).resolve().parents[2] / "docs" / "nightly.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def commands() -> list[str]:
    lines = "\n".join(blocks("sh") + blocks("ini") + blocks("crontab") + blocks("yaml"))
    return sorted(
        set(re.findall(r"\bbackbonedb ((?:bench|regressions|alerts|token|serve) .*)", lines))
    )


def test_there_are_templates() -> None:
    assert len(commands()) >= 5


@pytest.mark.parametrize("line", commands())
def test_commands_and_options_exist(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = shlex.split(line)
    command: click.Command = cli
    context = click.Context(cli, info_name="backbonedb")
    while isinstance(command, click.Group):
        found = command.get_command(context, words.pop(0))
        assert found is not None
        command = found
    options = {option for param in command.params for option in param.opts}
    if command.name == "run":  # its further options are those of `python -m bench run`
        with pytest.raises(SystemExit):
            make_parser("bench").parse_args(["run", "--help"])
        options |= set(re.findall(r"--[\w-]+", capsys.readouterr().out))
    assert {word for word in words if word.startswith("--")} <= options


def test_the_settings_are_taken_and_all_are_shown(tmp_path: Path) -> None:
    (block,) = blocks("toml")
    path = tmp_path / "nightly.toml"
    path.write_text(block)
    settings = read_settings(path)
    assert settings.samples_nights == 90
    assert settings.exclude == ("*_giant_*", "vit_7b_*")
    shown = set(re.findall(r"^(\w+) =", block, re.MULTILINE))
    assert shown == set(NightlySettings.__dataclass_fields__) - {"compile_mode", "time_scale"}


def units() -> dict[str, configparser.RawConfigParser]:
    """The systemd units by name."""
    found = {}
    for block in blocks("ini"):
        unit = configparser.RawConfigParser(strict=False)
        unit.optionxform = str  # type: ignore[assignment,method-assign]  # its documented use
        unit.read_string(block)
        found[Path(block.partition("\n")[0]).name] = unit
    return found


def test_the_units_belong_together_and_wait_for_the_measurement_under_way() -> None:
    service = units()["backbonedb-nightly.service"]["Service"]
    timer = units()["backbonedb-nightly.timer"]["Timer"]
    assert service["Type"] == "oneshot"
    assert service["SuccessExitStatus"].split() == [str(CONFIRMED), str(ENVIRONMENT)]
    minutes = re.fullmatch(r"(\d+)min", service["TimeoutStopSec"])
    assert minutes is not None
    assert int(minutes[1]) * 60 > NightlySettings().timeout_s
    assert re.fullmatch(r"\*-\*-\* \d\d:\d\d:\d\d", timer["OnCalendar"])


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        return  # the test above says what can be said without it
    for block in blocks("ini"):
        first, _, text = block.partition("\n")
        unit = tmp_path / Path(first.removeprefix("# ")).name
        unit.write_text(text.replace("/usr/bin/env backbonedb", "/usr/bin/env true"))
    paths = sorted(map(str, tmp_path.glob("backbonedb-nightly.*")))
    assert len(paths) == 2
    checked = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *paths], capture_output=True, text=True
    )
    complaints = [line for line in checked.stderr.splitlines() if "backbonedb-nightly" in line]
    assert complaints == []


def test_the_crontab_has_five_fields_and_a_command() -> None:
    (block,) = blocks("crontab")
    for line in block.splitlines():
        *fields, command = line.split(maxsplit=5)
        assert all(re.fullmatch(r"\*|\d+", field) for field in fields)
        assert command.startswith("backbonedb bench ")


def test_the_job_of_the_ci_ends_by_itself_after_the_budget() -> None:
    (block,) = blocks("yaml")
    minutes = re.search(r"timeout-minutes: (\d+)", block)
    budget = re.search(r"--budget (\d+)h", block)
    assert minutes is not None
    assert budget is not None
    assert int(minutes[1]) > int(budget[1]) * 60
    assert re.search(r'^    - cron: "30 1 \* \* \*"$', block, re.MULTILINE)
