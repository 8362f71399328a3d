"""The written briefing of a release as a file to keep."""

from __future__ import annotations

import zipfile
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, NamedTuple
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from jiedu.briefings import FontError
from jiedu.briefings.composing import compose
from jiedu.briefings.writing import write_briefing
from jiedu.errors import MissingError
from jiedu.pipeline.briefing import gather
from jiedu.server.held import Made
from jiedu.server.pages.filters import NO_NUL
from jiedu.server.pages.look import look_of
from jiedu.server.pages.routing import PageRoute
from jiedu.server.problems import ProblemError
from jiedu.server.routes.releases import ReleaseId
from jiedu.server.routes.store import OpenView

if TYPE_CHECKING:
    from jiedu.model import Language
    from jiedu.store import View

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_KEPT = 8  # files of some 100 KB each
_ZIP = "zip"
_MEDIA = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    _ZIP: "application/zip",
}


class Form(StrEnum):
    """The form of the document; Markdown comes with its charts in one archive."""

    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    MD = "md"


class _File(NamedTuple):
    ending: str
    body: bytes


class Briefs:
    """The briefings of one store, written one at a time."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._made: Made[_File] = Made(_KEPT)

    def of(self, release: str, against: str | None, form: Form, language: Language) -> _File:
        """A briefing in some form.

        Raises:
            NotFoundError: where the store holds no such release.
            InputError: where the other release is the same or later.
            ProblemError: where a library or a font is missing, or others are being written.
        """
        key = self._view.state(), release, against, form, language
        return self._made.get(key, lambda: self._written(release, against, form, language))

    def _written(self, release: str, against: str | None, form: Form, language: Language) -> _File:
        briefing = compose(gather(self._view, release, against=against), language)
        with TemporaryDirectory(prefix="jiedu-brief-") as folder:
            try:
                files = write_briefing(briefing, Path(folder) / f"brief.{form}")
            except (MissingError, FontError) as error:
                detail = f"{error.message}; {error.hint}" if error.hint else error.message
                raise ProblemError(501, "not-installed", detail) from error
            if form is Form.MD:
                return _File(_ZIP, _zipped(files))
            return _File(form.value, files[0].read_bytes())


@router.get("/releases/{release_id:path}/brief.{form}")
def brief(
    request: Request,
    view: OpenView,
    release_id: ReleaseId,
    form: Form,
    against: Annotated[str, Query(max_length=500, pattern=NO_NUL)] = "",
) -> Response:
    """The briefing of a release in the page's language, to be saved."""
    view.release(release_id)
    briefs: Briefs = request.app.state.briefs
    made = briefs.of(release_id, against or None, form, look_of(request).language)
    name = quote(f"{release_id}.{made.ending}".replace("/", "-"), safe="")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(made.body, media_type=_MEDIA[made.ending], headers=headers)


def _zipped(files: list[Path]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.write(file, file.name)
    return held.getvalue()
