"""``jiedu watch``: sources that are followed, and what is new in them."""

from __future__ import annotations

import os
import re
import signal
import sys
from enum import StrEnum
from threading import Event
from typing import TYPE_CHECKING, Annotated

import typer

from jiedu.cli.followed import DelayOption, LimitOption, MatchOption, PagesOption, pattern
from jiedu.cli.noticed import print_notices
from jiedu.cli.options import SureOption
from jiedu.cli.output import note, warn
from jiedu.cli.written import json_row
from jiedu.errors import JieduError
from jiedu.exports.notice_rows import notice_row
from jiedu.pipeline.following import Bounds, Follower, FollowState, alone, beside
from jiedu.pipeline.watching import DeliveryError, Watcher, WatchState, Webhook
from jiedu.pipeline.watching.webhook import SECRET
from jiedu.readers.listings import Visitor

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

    from jiedu.model import Notice

_SCREEN, _HOOK = "screen", "webhook"
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_SHORTEST = 60


class WatchFormat(StrEnum):
    """How what is new is printed."""

    TABLE = "table"
    JSONL = "jsonl"


def run(
    ctx: typer.Context,
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE…", help="Feeds, lists, pages, folders, files.")
    ],
    every: Annotated[
        str, typer.Option(metavar="TIME", help="How often: 30m, 6h, 1d; a minute at the least.")
    ] = "30m",
    once: Annotated[bool, typer.Option("--once", help="Look once and end, as for cron.")] = False,
    due: Annotated[
        int | None, typer.Option(min=0, help="Report measures that are due in so many days.")
    ] = None,
    webhook: Annotated[
        str | None, typer.Option(metavar="URL", help=f"POST it there, signed with ${SECRET}.")
    ] = None,
    match: MatchOption = None,
    pages: PagesOption = 2,
    limit: LimitOption = 100,
    delay: DelayOption = 2.0,
    sure: SureOption = 0.0,
    form: Annotated[
        WatchFormat, typer.Option("--format", help="table for people, jsonl for programs.")
    ] = WatchFormat.TABLE,
) -> None:
    """Follow sources, read what is new, check it and report what is new in it."""
    pause = _seconds(every)
    stop = Event()
    hook = Webhook(webhook, os.environ.get(SECRET, ""), stop.wait) if webhook is not None else None
    path = beside(ctx.obj, "follow")
    with alone(path):
        bounds = Bounds(pages, limit, pattern(match), patient=not once, pages_too=True)
        visitor = Visitor(delay=delay, sleep=stop.wait)
        follower = Follower(visitor, FollowState.load(path), bounds, stop.is_set)
        state = WatchState.load(beside(ctx.obj, "watch"))
        channels = [_SCREEN, *([_HOOK] if hook is not None else [])]
        watcher = Watcher(ctx.obj, follower, state, _written, channels, due, sure)
        _listen(stop)
        while True:
            failed = _look(watcher, sources, hook, form)
            if once:
                raise typer.Exit(1 if failed else 0)
            if stop.wait(pause):
                note("stopped; the next call goes on from here")
                return


def _look(
    watcher: Watcher, sources: Sequence[str], hook: Webhook | None, form: WatchFormat
) -> bool:
    """Look at the sources once and tell what is new; whether something failed."""
    failed = False
    _tell(watcher.state, form)  # what a kill left untold
    try:
        for item in watcher.look(sources):
            if isinstance(item, JieduError):
                warn(item)
                failed = True
            else:
                _tell(watcher.state, form)
    except JieduError as error:  # of the store or the disk: the next look may do better
        warn(error)
        failed = True
    return not _send(watcher.state, hook) or failed


def _tell(state: WatchState, form: WatchFormat) -> None:
    lines = state.waiting.get(_SCREEN, [])
    if not lines:
        return
    if form is WatchFormat.JSONL:
        sys.stdout.writelines(f"{line}\n" for line in lines)
    else:
        print_notices(lines)
    sys.stdout.flush()
    state.handed_over(_SCREEN, len(lines))


def _send(state: WatchState, hook: Webhook | None) -> bool:
    """Send what waits for the webhook; whether nothing is left."""
    if hook is None:
        return True
    while lines := state.waiting.get(_HOOK):
        try:
            state.handed_over(_HOOK, hook.send(lines))
        except DeliveryError as error:
            warn(error)
            return False
    return True


def _written(notice: Notice) -> str:
    return json_row(notice_row(notice))


def _listen(stop: Event) -> None:
    """End after what is being read; at once where it is asked for twice."""

    def ask(number: int, frame: FrameType | None) -> None:
        stop.set()
        signal.signal(number, signal.SIG_DFL)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ask)


def _seconds(words: str) -> float:
    """A time such as 30m.

    Raises:
        typer.BadParameter: where it is none, or shorter than a minute.
    """
    found = re.fullmatch(r"(\d{1,6})([smhd])", words.strip())
    seconds = int(found[1]) * _UNITS[found[2]] if found else 0
    if seconds < _SHORTEST:
        raise typer.BadParameter(
            "write it as 30m, 6h or 1d; a minute at the least", param_hint="--every"
        )
    return float(seconds)
