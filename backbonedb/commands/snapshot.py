"""``backbonedb snapshot``."""

from __future__ import annotations

from pathlib import Path

import click

from ingest.sources.timm import bundled_registry_path


@click.group()
def snapshot() -> None:
    """Write the facts of installed software that this program ships."""


@snapshot.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    default=bundled_registry_path,
    show_default="the bundled snapshot",
    help="The file to write.",
)
def timm(out: Path) -> None:
    """Write the registry of the installed timm: architectures, weights, papers; takes minutes."""
    from ingest.sources.timm import registry_of_installed_timm

    out.write_text(registry_of_installed_timm(), encoding="utf-8", newline="\n")
    click.echo(f"wrote {out}")
