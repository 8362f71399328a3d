"""A call of a tool → its answer, or an error that says what to do."""

from __future__ import annotations

import json
import logging
import traceback
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from jiedu.errors import JieduError
from jiedu.server.agents.schemas import NOTICE
from jiedu.server.agents.sizes import shortened
from jiedu.server.handlers import as_problem
from jiedu.server.problems import BUG, ProblemError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jiedu.server.agents.tool import Tool
    from jiedu.server.held import Held

_log = logging.getLogger("jiedu.agents")
_LARGEST = 200_000
"""Characters of a whole answer; one item alone can be too long for a page."""

_FAULTS = 5
_LISTS = "search_releases lists releases, get_panel panels with their indicators"


class Told(NamedTuple):
    """What a call gets.

    Attributes:
        answer: what the tool tells, or ``None`` where it failed.
        words: the same as JSON, or why it failed and what to do.
    """

    answer: dict[str, Any] | None
    words: str


def call(tool: Tool, held: Held, arguments: Mapping[str, Any]) -> Told:
    """Ask a tool of a store.

    Args:
        tool: which one.
        held: the store.
        arguments: as the agent sent them.
    """
    begun = perf_counter()
    try:
        told = _answer(tool, held, arguments)
    except ValidationError as error:
        told = Told(None, _invalid(error))
    except ProblemError as problem:
        told = Told(None, _explained(problem))
    except JieduError as error:
        told = Told(None, _explained(as_problem(error)))
    except Exception as error:
        places = [f"{at.filename}:{at.lineno}" for at in traceback.extract_tb(error.__traceback__)]
        bug = {"tool": tool.name, "error": type(error).__name__, "places": places[-8:]}
        _log.error("bug", extra={"told": bug})
        told = Told(None, BUG.detail)
    took = round((perf_counter() - begun) * 1000, 1)
    line = {"tool": tool.name, "failed": told.answer is None, "ms": took}
    _log.info("tool", extra={"told": line})
    return told


def _answer(tool: Tool, held: Held, arguments: Mapping[str, Any]) -> Told:
    found = tool.run(held, tool.asks.model_validate(dict(arguments)))
    answer = found.model_dump(mode="json", exclude_unset=True)
    answer = {"notice": NOTICE, **shortened(answer, tool.longest)}
    words = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
    if len(words) > _LARGEST:
        return Told(None, "one item alone is too long; narrow it, or read it with get_release")
    return Told(answer, words)


def _invalid(error: ValidationError) -> str:
    """What is wrong with each argument; never what it held."""
    faults = error.errors(include_url=False, include_input=False)
    named = [f"{'.'.join(map(str, one['loc'])) or 'arguments'}: {one['msg']}" for one in faults]
    more = f"; and {len(named) - _FAULTS} more" if len(named) > _FAULTS else ""
    return f"the arguments are not as described: {'; '.join(named[:_FAULTS])}{more}"


def _explained(problem: ProblemError) -> str:
    wait = problem.headers.get("Retry-After")
    if wait:
        return f"{problem.detail}; call again in {wait} s"
    return f"{problem.detail}; {_LISTS}" if problem.status == 404 else problem.detail
