"""Adding a text: read and checked at once, and saved only where somebody may and says so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from threading import BoundedSemaphore
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from jiedu.errors import InputError, JieduError, NoDateError
from jiedu.model import Finding, Reading, Release, digest
from jiedu.pipeline import process
from jiedu.pipeline.checking import check_reading
from jiedu.pipeline.fetching import fetch_release
from jiedu.readers import read_text
from jiedu.readers.documents import read_document
from jiedu.server.gate import TOKEN, require
from jiedu.server.pages.filters import given
from jiedu.server.pages.look import look_of
from jiedu.server.pages.reading import shown_of
from jiedu.server.pages.rendering import page, release_url
from jiedu.server.pages.session import check_form, form_word
from jiedu.server.pages.wording import word
from jiedu.server.problems import ProblemError
from jiedu.server.routes.store import OpenView
from jiedu.server.saving import save
from jiedu.server.settings import Settings
from jiedu.server.tokens import Scope
from jiedu.store import View

router = APIRouter(include_in_schema=False)

_LONGEST = 1_000_000  # characters, as many as the API takes
_Line = Annotated[str, Form(max_length=500)]
_NAME = "text.txt"
_FETCHING = BoundedSemaphore(2)


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form was filled with.

    Attributes:
        id: what the store shall call it; made from the day and the text where it is empty.
        title: its headline; the first line where it is empty.
        published: when it was published, where the text does not say.
        publisher: who published it.
        region: the province or city it is about.
        url: where it was found.
        text: the text.
        link: an address that it is read from.
    """

    id: str = ""
    title: str = ""
    published: str = ""
    publisher: str = ""
    region: str = ""
    url: str = ""
    text: str = ""
    link: str = ""


@router.get("/add")
def add_page(request: Request) -> Response:
    """The form."""
    return _form(request, Sent())


@router.post("/add")
def add(
    request: Request,
    view: OpenView,
    name: Annotated[str, Form(alias="id", max_length=500)] = "",
    title: _Line = "",
    published: _Line = "",
    publisher: _Line = "",
    region: _Line = "",
    url: _Line = "",
    text: Annotated[str, Form()] = "",
    link: Annotated[str, Form(max_length=2000)] = "",
    file: Annotated[UploadFile | None, File()] = None,
    keep: Annotated[str, Form(max_length=1)] = "",
    csrf: Annotated[str, Form(max_length=100)] = "",
) -> Response:
    """Figures, measures and verdicts of a text; saved where `keep` is set."""
    sent = Sent(name, title, published, publisher, region, url, text, link)
    try:
        release = _release(sent, file)
    except NoDateError:
        return _form(request, sent, word("add.no_date", look_of(request).language), 422)
    except JieduError as error:
        return _form(request, sent, str(error), 422)
    if keep:
        return _kept(request, release, csrf)
    reading = process(release)
    findings = check_reading(reading, view, without=release.id, later=True)
    return _result(
        request, view, replace(sent, id=release.id, text=release.text), reading, findings
    )


def _kept(request: Request, release: Release, csrf: str) -> Response:
    settings: Settings = request.app.state.settings
    if not settings.write:
        raise ProblemError(403, "read-only", "this server only reads; see jiedu serve --write")
    token = require(request.scope.get(TOKEN), Scope.WRITE)
    check_form(request, csrf)
    save(request, release, token)
    return RedirectResponse(release_url(release.id), 303)


def _release(sent: Sent, file: UploadFile | None) -> Release:
    """The text of a form with what was said about it.

    Raises:
        InputError: where there is no text, it cannot be read, or nobody says when it was published.
    """
    day = given(sent.published)
    found = _found(sent, file, day)
    if len(found.text) > _LONGEST:
        raise InputError(f"the text has more than {_LONGEST:,} characters", hint="split it")
    return replace(
        found,
        id=sent.id.strip() or _id_of(found, sent),
        title=sent.title.strip() or found.title,
        publisher=sent.publisher.strip() or found.publisher,
        region=sent.region.strip() or found.region,
        url=sent.url.strip() or found.url,
    )


def _id_of(found: Release, sent: Sent) -> str:
    """The reader's id for an address, always the same; else one of the day and the text."""
    return found.id if sent.link.strip() else f"{found.published}-{digest(found.text)[:8]}"


def _found(sent: Sent, file: UploadFile | None, day: date | None) -> Release:
    """What was uploaded, else what stands at an address, else what was pasted."""
    if file is not None and file.filename:
        name = PurePath(file.filename.replace("\\", "/")).name
        return read_document(file.file.read(), name, day)
    if sent.link.strip():
        return _fetched(sent.link.strip(), day)
    return read_text(sent.text.replace("\r\n", "\n"), _NAME, day)


def _fetched(link: str, day: date | None) -> Release:
    """What stands at an address of the web; few are asked at a time, for each may take long."""
    if not _FETCHING.acquire(blocking=False):
        again = {"Retry-After": "10"}
        raise ProblemError(503, "fetching", "other addresses are being read", headers=again)
    try:
        return fetch_release(link, day)
    finally:
        _FETCHING.release()


def _form(request: Request, sent: Sent, error: str = "", status: int = 200) -> Response:
    """The form again; where a script asked, only what is wrong with it."""
    if request.headers.get("hx-request"):
        raise ProblemError(status, "unusable", error)
    settings: Settings = request.app.state.settings
    return page(request, "add.html", status, sent=sent, error=error, write=settings.write)


def _result(
    request: Request, view: View, sent: Sent, reading: Reading, findings: list[Finding]
) -> Response:
    settings: Settings = request.app.state.settings
    token = request.scope.get(TOKEN)
    return page(
        request,
        "_added.html" if request.headers.get("hx-request") else "added.html",
        sent=sent,
        shown=shown_of(reading, findings, look_of(request).language),
        tally=Counter(finding.verdict for finding in findings),
        write=settings.write,
        signed=token is not None and Scope.WRITE in token.scopes,
        csrf=form_word(request),
    )
