"""A panel's data file → the panel, or an error that says the line and what to do."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from jiedu.errors import InputError
from jiedu.model import Panel
from jiedu.panels.items import RowError, derived_of, figure_of, keys_near, programme_of_row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from jiedu.model import DerivedItem, FigureItem, ProgrammeItem

_FIELDS = ("title", "english", "plans", "figure", "derived", "programme")
_AT_LINE = re.compile(r" ?\(at line (\d+), column \d+\)| ?\(at end of document\)")
_MOST = 1_000_000  # bytes of a data file


def read_panel(path: Path) -> Panel:
    """The panel of a file.

    Raises:
        InputError: where it cannot be read or is no panel; the offset is the line.
    """
    try:
        data = path.read_bytes()
        if len(data) > _MOST:
            raise InputError(f"it is larger than {_MOST:,} bytes", document=str(path))
        return parse_panel(data.decode("utf-8-sig"), path)
    except UnicodeDecodeError as error:
        raise InputError(
            "it is no UTF-8 text", document=str(path), hint="save it as UTF-8"
        ) from error
    except OSError as error:
        raise InputError(
            f"it cannot be read: {error.strerror}",
            document=str(path),
            hint="give the path of a .toml file in the form of docs/panels.md",
        ) from error


def parse_panel(text: str, path: Path) -> Panel:
    """The panel of a text in the form of a data file; its key is the file's name.

    Raises:
        InputError: as ``read_panel``.
    """
    try:
        return _panel(tomllib.loads(text), path.stem)
    except tomllib.TOMLDecodeError as error:
        line = _AT_LINE.search(str(error))
        raise InputError(
            f"it is no TOML: {_AT_LINE.sub('', str(error))}",
            document=str(path),
            offset=int(line[1]) if line and line[1] else len(text.splitlines()),
            hint="mend the line, or take it out",
        ) from error
    except RowError as error:
        raise InputError(
            error.what,
            document=str(path),
            offset=_line_of(text, error.section, error.number),
            hint=error.hint or "docs/panels.md says what a row holds",
        ) from error


def _panel(raw: Mapping[str, Any], key: str) -> Panel:
    for name in raw:
        if name not in _FIELDS:
            raise RowError(f"there is no field {name!r} of a panel", keys_near(name, _FIELDS))
    title = raw.get("title")
    if not isinstance(title, str) or not title.strip():
        raise RowError("the panel has no title", 'write title = "…" on its first line')
    english = raw.get("english", title)
    if not isinstance(english, str) or not isinstance(raw.get("plans", False), bool):
        raise RowError("english must be words in quotation marks, and plans true or false")
    figures: list[FigureItem] = _rows(raw, "figure", figure_of)
    derived: list[DerivedItem] = _rows(raw, "derived", lambda row: derived_of(row, figures))
    programmes: list[ProgrammeItem] = _rows(raw, "programme", programme_of_row)
    if not figures and not programmes and not raw.get("plans"):
        raise RowError("the panel has no rows", "write [[figure]] and below it key = …")
    return Panel(
        key,
        title,
        english,
        tuple(figures),
        tuple(derived),
        tuple(programmes),
        raw.get("plans", False),
    )


def _rows(raw: Mapping[str, Any], section: str, made: Callable[[Mapping[str, Any]], Any]) -> Any:
    rows = raw.get(section, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise RowError(f"rows are written [[{section}]], with two brackets on either side")
    found: list[Any] = []
    for number, row in enumerate(rows):
        try:
            item = made(row)
            if any(item.key == other.key for other in found):
                raise RowError(f"there are two rows of the key {item.key!r}")
        except RowError as error:
            raise error.at(section, number) from None
        found.append(item)
    return found


def _line_of(text: str, section: str, number: int) -> int | None:
    """The line on which a row begins, counted from 1."""
    if not section:
        return None
    begins = re.compile(rf"\s*\[\[\s*{section}\s*\]\]")
    lines = [at for at, line in enumerate(text.splitlines(), 1) if begins.match(line)]
    return lines[number] if number < len(lines) else None
