"""Writing a text into the store, with a line in the book of writes before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.errors import JieduError
from jiedu.pipeline.saving import read_into
from jiedu.server.problems import REQUEST
from jiedu.server.routes.store import today
from jiedu.store import Saved

if TYPE_CHECKING:
    from starlette.requests import Request

    from jiedu.model import Release
    from jiedu.server.audit import Audit
    from jiedu.server.held import Held
    from jiedu.server.settings import Settings
    from jiedu.server.tokens import Token


def save(request: Request, release: Release, token: Token) -> Saved:
    """Read a text and save it; once this returns, it is in the store.

    Args:
        request: what asks for it.
        release: the text.
        token: of whoever asks, which allows to write.

    Raises:
        JieduError: where the store does not take it.
        ProblemError: where it cannot be written down who wrote.
    """
    audit: Audit = request.app.state.audit
    settings: Settings = request.app.state.settings
    told: dict[str, object] = {
        "request": request.scope[REQUEST],
        "token": token.id,
        "name": token.name,
        "client": request.client.host if request.client else None,
        "release": release.id,
        "sha256": release.sha256,
    }
    audit.note("asked", **told)
    try:
        (kept,) = read_into(settings.store, [release])
    except Exception as error:
        audit.note("failed", **told, error=type(error).__name__)
        raise
    if isinstance(kept, JieduError):
        audit.note("refused", **told)
        raise kept
    audit.note("saved", **told, saved=kept.saved.value)
    if settings.warm and kept.saved is not Saved.UNCHANGED:
        held: Held = request.app.state.held
        held.renew(today())
    return kept.saved
