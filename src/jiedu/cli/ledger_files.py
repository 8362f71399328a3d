"""The ledger as a picture and as a calendar."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import jiedu.briefings as briefings
from jiedu.cli.output import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from jiedu.cli.ledger_filter import Wanted
    from jiedu.model import Entry
    from jiedu.store import View


def draw(
    entries: Sequence[Entry], path: Path, view: View, wanted: Wanted, as_of: date, most: int
) -> str:
    """Write the picture of some measures, and say what is in it.

    Args:
        entries: the measures.
        path: the file.
        view: the store, for the days of evidence.
        wanted: what was asked for, which the title says.
        as_of: the day asked about.
        most: how many measures are shown; no more than a page holds, or 0 for that.
    """
    shown = briefings.choose(entries, as_of, min(most or briefings.LANES, briefings.LANES))
    days = {id_: view.release(id_).published for id_ in briefings.evidence_of(shown)}
    caption = briefings.caption_of(entries, wanted.words())
    hidden = len(entries) - len(shown)
    briefings.draw_timeline(shown, path, caption, days, as_of, hidden)
    more = f", {hidden:,} more left out: narrow the filters" if hidden else ""
    return f"{path}: {counted(len(shown), 'measure')}{more}"


def keep_deadlines(entries: Sequence[Entry], path: Path, decided: bool) -> str:
    """Write the calendar of some measures, and say what is in it.

    Args:
        entries: the measures.
        path: the file.
        decided: also deadlines of what is achieved or missed.
    """
    events = briefings.write_calendar(entries, path, datetime.now(UTC), decided=decided)
    return f"{path}: {counted(events, 'deadline')}"
