"""Progress for people: bars on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ingest.upstream import Progress


@contextmanager
def download_progress() -> Iterator[Callable[[Progress], None] | None]:
    """Show files and bytes of a download while it goes on."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, TextColumn, TransferSpeedColumn
    from rich.progress import Progress as Bars

    with Bars(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        console=Console(stderr=True),
    ) as bars:
        task = bars.add_task("download", total=None)

        def show(progress: Progress) -> None:
            bars.update(
                task,
                description=f"{progress.done_file_count} of {progress.file_count} files",
                completed=progress.done_byte_count,
                total=progress.byte_count,
            )

        yield show
