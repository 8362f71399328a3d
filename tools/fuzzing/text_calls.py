"""What is done with a text, each stage called with one input; and what must hold of it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from starlette.requests import Request

from fuzzing.circumstances import DAY, chance_of, folder, release_of
from fuzzing.fitting import UnfitError, fit_findings, fit_reading, fit_shown
from jiedu.cli.annotated import _body
from jiedu.model import Finding, Language, Reading, Span
from jiedu.pipeline.checking import check_reading
from jiedu.pipeline.processing import numerals, process
from jiedu.pipeline.saving import read_into
from jiedu.questions import ask
from jiedu.readers.collections import read_collection
from jiedu.samples import samples_text
from jiedu.server.pages.reading import Shown, shown_of
from jiedu.server.pages.rendering import page
from jiedu.store import View

if TYPE_CHECKING:
    from jiedu.model import Numeral

_LONGEST = 500  # characters of a question
_LATER = date(2026, 6, 1)
_UNSEEN = ("\0", "\u202e", "\u2066", "\ufeff")


class Page(NamedTuple):
    """What is shown of a text, and the two pages that show it."""

    shown: Shown
    body: bytes
    written: str


class Checked(NamedTuple):
    """A text with what was found of it."""

    reading: Reading
    findings: list[Finding]


def read(text: str) -> Reading:
    """Its turns, points, figures and measures."""
    return process(release_of(text))


def explained(text: str) -> tuple[Numeral, ...]:
    """Each of its numerals, and what became of it."""
    return numerals(release_of(text))


def checked(reading: Reading) -> Checked:
    """The text held against itself."""
    return Checked(reading, check_reading(reading, None))


def fit_checked(found: Checked) -> None:
    """The findings are of figures of the text."""
    fit_reading(found.reading)
    fit_findings(found.findings, found.reading)


def read_and_checked(text: str) -> Checked:
    """What the pages of a text need."""
    return checked(read(text))


def paged(given: Checked) -> Page:
    """The page of the text as the server shows it, and as a file."""
    text = given.reading.release.text
    chance = chance_of(text)
    start = chance.randrange(len(text)) if text else 0
    pointed = bool(text) and chance.random() < 0.5
    at = Span(start, chance.randint(start + 1, len(text))) if pointed else None
    language = chance.choice((Language.ZH, Language.EN))
    shown = shown_of(given.reading, given.findings, language, at, chance.randrange(3))
    body = page(_request(language), "release.html", shown=shown, versions=()).body
    written = "".join(_body(text, given.reading.observations, given.reading.commitments))
    return Page(shown, bytes(body), written)


def _request(language: Language) -> Request:
    return Request(
        {
            "type": "http",
            "method": "GET",
            "path": "/releases/f",
            "headers": [],
            "query_string": f"lang={language}".encode(),
            "server": ("127.0.0.1", 80),
            "scheme": "http",
        }
    )


def fit_page(found: Page) -> None:
    """The lines are those of the text, and nothing on the page hides or turns others around."""
    fit_shown(found.shown.release.text, found.shown)
    told = found.body.decode("utf-8")
    for sign in _UNSEEN:
        if sign in told:
            raise UnfitError(f"a sign that nobody sees on a page: {sign!r}")


@cache
def _view() -> View:
    store = folder() / "store.db"
    lines = samples_text().encode().splitlines()
    for _ in read_into(store, read_collection(lines, "samples.jsonl")):
        pass
    return View(store)


def asked(text: str) -> object:
    """Answer it as a question, from a store of the samples."""
    day = DAY if chance_of(text).random() < 0.5 else _LATER
    found = ask(_view(), text[:_LONGEST], day)
    return found.answer, found.value, found.unit, found.reason, found.nearest
