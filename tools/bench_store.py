"""Measures the store: speed and size of a file beside a server, and what kills leave behind.

Nothing here is asserted: figures depend on the machine. All releases are made up; the reads that
are killed are of the package's samples.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from sqlalchemy import create_engine, make_url, text

import made_releases as made
from database_server import programs, running
from jiedu.model import Reading
from jiedu.pipeline.checking import check_reading
from jiedu.samples import samples_path
from jiedu.store import Filters, View
from jiedu.store.writer import Writer
from kills import kill_reads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FIGURES = 1_000_000
_ROUNDS = 9
_STORES = 10
_KILLS = 10
"""Reads killed before one is left to end, and a new store begun."""
_AS_OF = date(2021, 1, 1)
_SEARCHES = {
    "a word of every text": (made.COMMON_WORD, Filters()),
    "a character of every text": (made.COMMON_CHARACTER, Filters()),
    "a word of one text in 32": (made.REGIONAL_WORD, Filters()),
    "a word of ten texts": (made.RARE_WORD, Filters()),
    "three characters of ten texts, their pairs in every one": (
        made.RARE_OF_COMMON_PAIRS,
        Filters(),
    ),
    "four characters of ten texts, their threes in every one": (
        made.RARE_OF_COMMON_TRIPLES,
        Filters(),
    ),
    "a word of no text": (made.UNHEARD, Filters()),
    "a word of every text, one region": (made.COMMON_WORD, Filters(region=made.REGIONAL_WORD)),
    "a word of every text, as of a day": (made.COMMON_WORD, Filters(as_of=_AS_OF)),
}


def measure(place: Path | str, figures: int, size: Callable[[], int]) -> Iterator[tuple[str, str]]:
    """Fill a store with made-up figures and measure it.

    Args:
        place: where there is none yet.
        figures: how many.
        size: says how many bytes it then has.
    """
    saved = 0
    spent = 0.0
    with Writer(place) as writer:
        for reading in made.readings(figures):
            before = time.perf_counter()
            writer.save(reading, "made up")
            spent += time.perf_counter() - before
            saved += len(reading.observations)
    yield "ingestion", f"{saved / spent:,.0f} figures a second"
    yield "size", f"{size() / 1e6:,.0f} MB"
    with closing(View(place)) as view:
        for known, name in zip(("known", "unknown"), made.INDICATORS, strict=True):
            of = f"of an indicator {known} to the catalogue"
            yield f"series {of}", median(view.series, name)
            yield f"series as of a day {of}", median(view.series, name, as_of=_AS_OF)
        for what, (query, filters) in _SEARCHES.items():
            yield f"search: {what}", median(view.search, query, filters)
        yield "check: one release against all", median(check_reading, _draft(view, figures), view)


def _draft(view: View, figures: int) -> Reading:
    """One of the last releases, with its figures, as the text that is checked."""
    *_, last = made.readings(figures)
    release = view.release(last.release.id)
    return Reading(release, (), (), tuple(view.observations(release.id)))


def median(call: Callable[..., object], *values: object, **named: object) -> str:
    """The median time of a call, and the longest."""
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        call(*values, **named)
        times.append((time.perf_counter() - start) * 1000)
    return f"{statistics.median(times):.1f} ms, at most {max(times):.1f}"


def measure_file(folder: Path, figures: int) -> Iterator[tuple[str, str]]:
    """A store in a file."""
    path = folder / "store.db"
    return measure(path, figures, lambda: sum(item.stat().st_size for item in folder.iterdir()))


def measure_server(figures: int) -> Iterator[tuple[str, str]]:
    """A store on a server that is started for it, with the settings it is installed with."""
    found = programs()
    if found is None:
        return
    with running(found) as server:
        address = server.database("bench")
        url = make_url(address).set(drivername="postgresql+psycopg")
        engine = create_engine(url, isolation_level="AUTOCOMMIT")

        def size() -> int:
            with engine.connect() as connection:
                # what the server does by itself within minutes
                connection.execute(text("VACUUM ANALYZE"))
                asked = text("SELECT pg_database_size(current_database())")
                return int(connection.execute(asked).scalar_one())

        yield from measure(address, figures, size)
        engine.dispose()


def store_table(figures: int) -> Table:
    """A file and a server of so many figures, beside one another."""
    with TemporaryDirectory() as folder:
        in_file = dict(measure_file(Path(folder), figures))
    on_server = dict(measure_server(figures))
    table = Table(title=f"stores of {figures:,} figures, {os.cpu_count()} processors, medians")
    for heading in ("what", "file", "PostgreSQL"):
        table.add_column(heading)
    for what, figure in in_file.items():
        table.add_row(what, figure, on_server.get(what, "not measured: no server is installed"))
    return table


def kills_table() -> Table:
    """What is left after kills."""
    chance = random.Random(20261128)
    with samples_path() as samples, TemporaryDirectory() as folder:
        killed = [
            kill_reads(Path(folder) / f"{number}.db", samples, _KILLS, chance)
            for number in range(_STORES)
        ]
    table = Table(title=f"reads killed at random moments, {_STORES} stores")
    table.add_column("what")
    table.add_column("count")
    table.add_row("reads started to be killed", str(_STORES * _KILLS))
    table.add_row("killed before their end", str(sum(item.kills for item in killed)))
    table.add_row("releases they said are saved", str(sum(item.reported for item in killed)))
    table.add_row("of those, not there or not whole", str(sum(len(item.lost) for item in killed)))
    table.add_row("missing after one more read", str(sum(len(item.missing) for item in killed)))
    return table


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--figures", type=int, default=FIGURES, help="how many a store holds")
    args = parser.parse_args()
    console = Console()
    console.print(kills_table())
    console.print(store_table(args.figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
