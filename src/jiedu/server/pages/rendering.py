"""Templates and what they are filled with → pages."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from jiedu.briefings import (
    amount_words,
    basis_name,
    day_words,
    figure_name,
    indicator_name,
    measure_name,
    period_words,
    publisher_name,
    region_name,
    value_words,
)
from jiedu.checks import MARKS
from jiedu.model import Language
from jiedu.server.pages.assets import asset_url
from jiedu.server.pages.look import Look, look_of
from jiedu.server.pages.policy import PAGE_POLICY
from jiedu.server.pages.seen import seen
from jiedu.server.pages.wording import word

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

HEADERS = {
    "Content-Security-Policy": PAGE_POLICY,
    "Referrer-Policy": "same-origin",  # without any a browser would not say whose a form is
    "Vary": "Cookie, HX-Request",
}
"""What every page is sent with, beside what every answer is."""

_IN_WORDS: dict[str, Callable[..., str]] = {
    "amount": amount_words,
    "basis_name": basis_name,
    "day": day_words,
    "figure_name": figure_name,
    "indicator_name": indicator_name,
    "measure_name": measure_name,
    "period": period_words,
    "publisher": publisher_name,
    "region": region_name,
    "value": value_words,
}


def page(request: Request, template: str, /, status: int = 200, **filled: Any) -> HTMLResponse:
    """A page, or the part of one that a script asked for.

    Args:
        request: what asks for it.
        template: the file in ``templates/``.
        status: of the response.
        filled: what the template names.
    """
    look = look_of(request)
    known = {
        "look": look,
        "path": request.url.path,
        "here": _here(request),
        "w": partial(_worded, look),
        **{name: _in(words, look.language) for name, words in _IN_WORDS.items()},
    }
    body = _environment().get_template(template).render({**known, **filled})
    return HTMLResponse(body.encode("utf-8"), status, HEADERS)


def release_url(release: str, start: int | None = None, end: int | None = None) -> str:
    """Where a release is shown, at some of its characters where they are given.

    Args:
        release: its id.
        start: the first character, in code points.
        end: the one after the last.
    """
    place = f"/releases/{_quoted(release)}"
    return place if start is None else f"{place}?at={start}-{end}#at"


def query_url(path: str, **query: object) -> str:
    """A path with what is asked of it; what is ``None`` or empty is left out."""
    asked = {name: value for name, value in query.items() if value not in (None, "", False)}
    return f"{path}?{urlencode(asked, errors='replace')}" if asked else path


def indicator_url(name: str) -> str:
    """Where an indicator is shown, by its id or its name."""
    return f"/indicators/{_quoted(name)}"


def _quoted(name: str) -> str:
    """A name in an address; half of a surrogate pair, which none can hold, becomes ``?``."""
    return quote(name, safe="", errors="replace")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {
        "asset": asset_url,
        "marks": MARKS,
        "release_url": release_url,
        "indicator_url": indicator_url,
        "query_url": query_url,
    }
    return made


def _finalized(value: object) -> object:
    """What a template prints: nothing of a text can act on the page or hide in it."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        return seen(value)
    return value


def _worded(look: Look, key: str, **parts: object) -> str:
    return word(key, look.language, **parts)


def _in(words: Callable[..., str], language: Language) -> Callable[..., str]:
    return lambda *told: words(*told, language)


def _here(request: Request) -> str:
    """The address without the language, which another choice replaces."""
    told = [(name, each) for name, each in request.query_params.multi_items() if name != "lang"]
    return f"{quote(request.url.path)}?{urlencode(told)}" if told else quote(request.url.path)
