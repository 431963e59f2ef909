"""The templates of docs/nightly.md hold what they say."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from backbonedb.cli import cli
from backbonedb.nightly_settings import NightlySettings, read_settings

PAGE = Path(__file__).resolve().parents[2] / "docs" / "nightly.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def commands() -> list[str]:
    lines = "\n".join(blocks("sh") + blocks("ini") + blocks("crontab") + blocks("yaml"))
    return sorted(set(re.findall(r"\bbackbonedb ((?:bench|regressions|alerts).*)", lines)))


def test_there_are_templates() -> None:
    assert len(commands()) >= 5


@pytest.mark.parametrize("line", commands())
def test_commands_and_options_exist(line: str) -> None:
    words = shlex.split(line)
    command: click.Command = cli
    context = click.Context(cli, info_name="backbonedb")
    while isinstance(command, click.Group):
        found = command.get_command(context, words.pop(0))
        assert found is not None
        command = found
    options = {option for param in command.params for option in param.opts}
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


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for block in blocks("ini"):
        first, _, text = block.partition("\n")
        unit = tmp_path / Path(first.removeprefix("# ")).name
        unit.write_text(text.replace("/usr/bin/env backbonedb", "/usr/bin/env true"))
    units = sorted(map(str, tmp_path.glob("backbonedb-nightly.*")))
    assert len(units) == 2
    checked = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True
    )
    complaints = [line for line in checked.stderr.splitlines() if "backbonedb-nightly" in line]
    assert complaints == []
