"""How long reading may take; what is written is never broken off.

A thread cannot be stopped: one that is late goes on for nobody, and its client is told to come
again. Writes have no deadline, for whoever sent one must learn what became of it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from jiedu.server.paths import only_reads
from jiedu.server.problems import ProblemError, respond

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LATE = "it took too long; ask for less, or again"


class Deadlines:
    """Answers for requests that are not answered in time.

    Args:
        app: what is behind it.
        seconds: how long reading may take until the answer begins.
    """

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self._app = app
        self._seconds = seconds
        self._late: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, and wait for its answer for some time."""
        if scope["type"] != "http" or not only_reads(scope):
            await self._app(scope, receive, send)
            return
        answer = _Answer(send)
        task = asyncio.ensure_future(_run(self._app, scope, receive, answer))
        try:
            await asyncio.wait({task}, timeout=self._seconds)
            if not task.done() and answer.give_up():
                problem = ProblemError(503, "late", _LATE, headers={"Retry-After": "5"})
                await respond(problem, scope)(scope, receive, send)
                return
            await task
        finally:
            if not task.done():
                self._late.add(task)
                task.add_done_callback(self._forget)

    def _forget(self, task: asyncio.Task[None]) -> None:
        self._late.discard(task)
        if not task.cancelled():
            task.exception()  # nobody is there to be told


class _Answer:
    """The way back to the client, which can be cut until the answer begins."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._begun = False
        self._cut = False

    def give_up(self) -> bool:
        """Send nothing from now on, where nothing was sent yet."""
        self._cut = not self._begun
        return self._cut

    async def __call__(self, message: Message) -> None:
        if not self._cut:
            self._begun = True
            await self._send(message)


async def _run(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    await app(scope, receive, send)
