"""``jiedu batch``: many releases, on this machine or on a cluster."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import Progress, track

from jiedu.batch import Engine, Job, Settings, Totals, run_job, store_results
from jiedu.batch.engines import MEMORY
from jiedu.batch.planning import PART_BYTES
from jiedu.batch.reading import SECONDS
from jiedu.cli.options import Format, FormatOption, day
from jiedu.cli.output import counted, errors, print_rows, say, warn
from jiedu.errors import JieduError
from jiedu.store import Saved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MEGABYTE = 1024 * 1024


def run(
    ctx: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(help="Files, folders, .jsonl, .parquet, or addresses as s3://BUCKET/NAME."),
    ],
    into: Annotated[Path, typer.Option(help="The folder of the results.")],
    engine: Annotated[
        Engine, typer.Option(help="Processes of this machine, or a Dask cluster.")
    ] = Engine.LOCAL,
    scheduler: Annotated[
        str,
        typer.Option(help="The scheduler of a cluster; one is made here else."),
    ] = "",
    workers: Annotated[
        int | None,
        typer.Option(min=0, help="Processes; one for each processor else. 0: this one alone."),
    ] = None,
    into_store: Annotated[
        bool, typer.Option("--store", help="Save the results into the store as well.")
    ] = False,
    retry: Annotated[bool, typer.Option("--retry", help="Read again what failed before.")] = False,
    published: Annotated[
        str | None, typer.Option(help="When it was published, YYYY-MM-DD, where it does not say.")
    ] = None,
    seconds: Annotated[float, typer.Option(min=0.1, help="What one text may take.")] = SECONDS,
    memory: Annotated[
        int, typer.Option(min=3072, help="Megabytes of addresses of a process of this machine.")
    ] = MEMORY,
    part: Annotated[
        float, typer.Option(min=0.001, help="Megabytes of a part; another size, other files.")
    ] = PART_BYTES / _MEGABYTE,
    form: FormatOption = Format.TABLE,
) -> None:
    """Read many releases into Parquet files; a run that was stopped goes on where it was."""
    if scheduler and engine is not Engine.DASK:
        raise typer.BadParameter("is for --engine dask", param_hint="--scheduler")
    when = day(published, "--published")
    job = Job(tuple(sources), into, when, int(part * _MEGABYTE), seconds, retry)
    settings = Settings(_processors() if workers is None else workers, scheduler, memory)
    with _bar() as told:
        totals = run_job(job, engine, settings, told)
    lost = _store(into, ctx.obj) if into_store else 0
    _print(totals, into, form)
    if totals.failures or lost:
        raise typer.Exit(1)


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """A bar on the standard error, where a person watches."""
    with Progress(console=errors, transient=True, disable=not errors.is_terminal) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _store(folder: Path, store: str) -> int:
    """Save the results, and say how many releases no store can hold."""
    kept = store_results(folder, store)
    saved = track(kept, "saving", console=errors, transient=True, disable=not errors.is_terminal)
    lost = fresh = held = 0
    for item in saved:
        if isinstance(item, JieduError):
            warn(item)
            lost += 1
        else:
            held += 1
            fresh += item.saved is not Saved.UNCHANGED
    errors.print(f"{counted(held, 'release')} in the store, {fresh:,} of them new or changed")
    return lost


def _print(totals: Totals, into: Path, form: Format) -> None:
    told = asdict(totals)
    if form is not Format.TABLE:
        print_rows([told], form, tuple(told))
    else:
        repeated = f", {totals.repeats:,} more repeat their texts" if totals.repeats else ""
        say(
            f"{into}: {counted(totals.releases, 'release')}{repeated};"
            f" {counted(totals.observations, 'figure')}, {counted(totals.commitments, 'measure')}"
        )
    if totals.failures:
        warn(
            f"{counted(totals.failures, 'text')} failed; {into / 'failures.parquet'} says why;"
            " --retry reads them again"
        )
