"""A user's own programmes, merged over the built-in ones where somebody asks for them."""

from __future__ import annotations

import os
import re
import tomllib
from functools import lru_cache
from pathlib import Path

from platformdirs import user_config_path

from jiedu.catalogue.programme_names import ProgrammeNames
from jiedu.catalogue.programmes import Programme, RowError, programmes, programmes_from
from jiedu.errors import InputError

ENVIRONMENT = "JIEDU_PROGRAMMES"
_AT_LINE = re.compile(r" ?\(at line (\d+), column \d+\)| ?\(at end of document\)")


def users_file() -> Path:
    """Where a user's programmes are: ``$JIEDU_PROGRAMMES``, else in the user's config folder."""
    named = os.environ.get(ENVIRONMENT)
    return Path(named) if named else user_config_path("jiedu") / "programmes.toml"


def read_programmes(path: Path) -> dict[str, Programme]:
    """The programmes of a user's file by key; of a file that is not there, none.

    Raises:
        InputError: where it cannot be read or is not in the form of ``data/programmes.toml``;
            the offset is the line.
    """
    text = _text_of(path)
    return {} if text is None else parse_programmes(text, path)


def _text_of(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise InputError(
            "it is no UTF-8 text", document=str(path), hint="save it as UTF-8"
        ) from error
    except OSError as error:
        raise InputError(
            f"it cannot be read: {error.strerror}",
            document=str(path),
            hint=f"set ${ENVIRONMENT} to a file that can be",
        ) from error


def parse_programmes(text: str, path: Path) -> dict[str, Programme]:
    """The programmes of a text in the form of a user's file.

    Raises:
        InputError: as ``read_programmes``.
    """
    try:
        return programmes_from(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        words = str(error)
        line = _AT_LINE.search(words)
        raise InputError(
            f"it is no TOML: {_AT_LINE.sub('', words)}",
            document=str(path),
            offset=int(line[1]) if line and line[1] else len(text.splitlines()),
            hint="mend the line, or take it out",
        ) from error
    except RowError as error:
        raise InputError(
            f"{error.key}: {error.what}",
            document=str(path),
            offset=_line_of(text, error.key),
            hint="mend the row, or take it out",
        ) from error


def _line_of(text: str, key: str) -> int | None:
    """The line on which a row or a section begins, counted from 1."""
    name = rf"[\"']?{re.escape(key)}[\"']?\s*"
    begins = re.compile(rf"\s*(?:{name}[=.]|\[\s*(?:\w+\s*\.\s*)?{name}\])")
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if begins.match(line)), None)


def known_programmes(path: Path | None = None) -> ProgrammeNames:
    """The built-in programmes with a user's own over them; a user's key and names win.

    Args:
        path: the user's file; ``users_file()`` where none is given. It is read again only when
            it has changed.

    Raises:
        InputError: as ``read_programmes``.
    """
    place = path or users_file()
    try:
        state = place.stat()
    except OSError:
        return _merged(place, 0, 0)
    return _merged(place, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _merged(path: Path, _changed: int, _size: int) -> ProgrammeNames:
    own = read_programmes(path)
    kept = {key: held for key, held in programmes().items() if key not in own}
    return ProgrammeNames(kept | own)
