"""Logs as JSON lines on the standard error: what was asked, never texts, questions or tokens."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from secrets import token_hex
from time import perf_counter
from typing import TYPE_CHECKING, Any

from jiedu.server.gate import TOKEN
from jiedu.server.paths import HEALTH
from jiedu.server.problems import REQUEST

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = logging.getLogger("jiedu.access")


class JsonLines(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            "process": record.process,
        }
        told |= getattr(record, "told", {})
        if record.exc_info and record.exc_info[0]:
            told["error"] = record.exc_info[0].__name__  # its words may be of a text
        return json.dumps(told, default=str)


def log_config(level: str = "info") -> dict[str, Any]:
    """What the logging of the standard library is set up with."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "jiedu.server.logs.JsonLines"}},
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": "json",
                "stream": "ext://sys.stderr",
            }
        },
        "loggers": {
            name: {"handlers": ["stderr"], "level": level.upper(), "propagate": False}
            for name in ("jiedu", "uvicorn")
        }
        | {"mcp": {"handlers": [], "level": "CRITICAL", "propagate": False}},  # quotes what it got
    }


class Logged:
    """Gives every request an id, and writes one line when it is answered.

    Args:
        app: what is behind it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope[REQUEST] = token_hex(8)
        begun = perf_counter()
        status, size = 0, 0

        async def counted(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            elif message["type"] == "http.response.body":
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, counted)
        finally:
            if scope["path"] != HEALTH:
                _log.info("request", extra={"told": _told(scope, status, size, begun)})


def _told(scope: Scope, status: int, size: int, begun: float) -> dict[str, Any]:
    route, token = scope.get("route"), scope.get(TOKEN)
    client = scope.get("client") or (None, None)
    return {
        "request": scope[REQUEST],
        "method": scope["method"],
        "route": getattr(route, "path", None),  # a path may hold anything
        "status": status,
        "bytes": size,
        "ms": round((perf_counter() - begun) * 1000, 1),
        "client": client[0],
        "token": token.id if token else None,
    }
