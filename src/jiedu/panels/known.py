"""The panels that come with jiedu, and a user's own beside them."""

from __future__ import annotations

import os
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_config_path

from jiedu.errors import NotFoundError
from jiedu.panels.reading import parse_panel, read_panel

if TYPE_CHECKING:
    from jiedu.model import Panel

ENVIRONMENT = "JIEDU_PANELS"
_ORDER = (
    "industrial_economy", "consumer_goods", "smart_manufacturing", "green_manufacturing",
    "telecoms", "five_g", "services_and_rights", "computing_power", "provinces",
)  # fmt: skip


def users_folder() -> Path:
    """Where a user's panels are: ``$JIEDU_PANELS``, else in the user's config folder."""
    named = os.environ.get(ENVIRONMENT)
    return Path(named) if named else user_config_path("jiedu") / "panels"


@cache
def _builtin(key: str) -> Panel:
    path = files(__package__) / "data" / f"{key}.toml"
    return parse_panel(path.read_text("utf-8"), Path(f"{key}.toml"))


def known_panels() -> dict[str, Panel]:
    """All panels by key: the built-in ones, then a user's own, which win.

    Raises:
        InputError: where a user's file is no panel.
    """
    found = {key: _builtin(key) for key in _ORDER}
    return found | {path.stem: read_panel(path) for path in _users_files()}


def panel(name: str) -> Panel:
    """The panel of a key or of a Chinese or English title.

    Raises:
        NotFoundError: where there is none; names near ones.
        InputError: where a user's file is no panel.
    """
    own = {path.stem: path for path in _users_files()}
    if name in own:
        return read_panel(own[name])
    if name in _ORDER:
        return _builtin(name)
    held = known_panels()
    called = {word.lower(): one for one in held.values() for word in (one.title, one.english)}
    wanted = name.lower().strip()
    if wanted in called:
        return called[wanted]
    near = get_close_matches(wanted, [*held, *called], n=3, cutoff=0.4) or list(held)
    raise NotFoundError(f"there is no panel {name!r}", hint=f"there are {', '.join(near)}")


def _users_files() -> list[Path]:
    folder = users_folder()
    return sorted(folder.glob("*.toml")) if folder.is_dir() else []


def users_stamp() -> str:
    """A word that changes with a user's own panels."""
    return "|".join(f"{path.name}:{path.stat().st_mtime_ns}" for path in _users_files())
