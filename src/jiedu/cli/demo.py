"""``jiedu demo``: the sample releases, end to end."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from jiedu.cli.output import console, figures_table, say
from jiedu.cli.timeline import drawn
from jiedu.errors import JieduError
from jiedu.pipeline.saving import read_into
from jiedu.readers import read_sources
from jiedu.samples import samples_path
from jiedu.store import View

_SHOWN = "sample-2023h1-miit-interview"
_SERIES = "5G基站"
_FIGURES = 12


def run() -> None:
    """Read the samples into a store that is thrown away, and show what came of it."""
    with TemporaryDirectory(prefix="jiedu-demo-") as folder, samples_path() as path:
        store = Path(folder) / "demo.db"
        kept = list(read_into(store, read_sources([str(path)])))
        broken = [item for item in kept if isinstance(item, JieduError)]
        if broken:
            raise broken[0]
        view = View(store)
        releases, figures = view.count()
        console.rule("1. read")
        say(f"{releases} sample releases, {figures} figures, each tied to its characters")
        _show_release(view)
        _show_series(view)
        view.close()
    console.rule("4. go on")
    say(_NEXT)


def _show_release(view: View) -> None:
    release = view.release(_SHOWN)
    observations = view.observations(_SHOWN)
    console.rule("2. one release")
    say(f"{release.title}  ({release.published})")
    console.print(figures_table(islice(observations, _FIGURES)))
    say(f"… and {len(observations) - _FIGURES} more")


def _show_series(view: View) -> None:
    series = view.series(_SERIES)
    console.rule("3. one series over many releases")
    console.print(drawn(series.vintages, f"{_SERIES} (number of 5G base stations)"))


_NEXT = """jiedu read interview.txt --published 2023-07-20   read a release of your own
jiedu show interview                               its figures again
jiedu show interview --html interview.html         the text with every figure marked
jiedu series 5G基站                                an indicator over all that was read
jiedu track                                        measures, and what became of them
jiedu read collection.jsonl --format jsonl         thousands of releases, for a program
jiedu --help                                       everything else"""
