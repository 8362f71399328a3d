"""What routes are given: the store, and the day it is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import Depends, Request

from jiedu.server.held import Held
from jiedu.store import View


async def _held(request: Request) -> Held:
    held: Held = request.app.state.held
    return held


async def _view(held: Annotated[Held, Depends(_held)]) -> View:
    return held.view


def today() -> date:
    """The day it is, by which deadlines have passed."""
    return datetime.now(UTC).date()


HeldStore = Annotated[Held, Depends(_held)]
OpenView = Annotated[View, Depends(_view)]
